// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resource.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's Qt resource is linked in only when somebody asks for it, and outside of a namespace.
static void initialiseResources() { Q_INIT_RESOURCE(defenderresources); }

namespace watchdesk::defender {

namespace {

QByteArray compiledIn(const QString &name)
{
    initialiseResources();
    QFile file(QStringLiteral(":/watchdesk/resources/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files of the folder, machines first: devices are what everything else is about.
QStringList descriptorFiles()
{
    initialiseResources();
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/watchdesk/resources")).entryList({}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(5); // ".json"
        if (name != QStringLiteral("quotas"))
            names.append(name);
    }
    for (const QString &name : {QStringLiteral("machineactions"), QStringLiteral("indicators"),
                                QStringLiteral("alerts"), QStringLiteral("machines")})
        names.move(names.indexOf(name), 0);
    return names;
}

void shareShapes(QList<Resource> &all)
{
    for (Resource &resource : all) {
        if (resource.shape.isEmpty())
            continue;
        const auto model =
            std::find_if(all.cbegin(), all.cend(), [&](const Resource &other) { return other.name == resource.shape; });
        if (model == all.cend() || model->fields.isEmpty())
            qFatal("%s: there is no shape %s", qPrintable(resource.name), qPrintable(resource.shape));
        resource.fields = model->fields;
    }
}

QList<Resource> readResources()
{
    QList<Resource> all;
    for (const QString &name : descriptorFiles()) {
        // Compiled in, and validated by a test: a bad descriptor is a programmer's error.
        Result<QList<Resource>> some = resourcesFromJson(compiledIn(name));
        if (!some)
            qFatal("%s.json: %s", qPrintable(name), qPrintable(some.error().message));
        all.append(*some);
    }
    shareShapes(all);
    return all;
}

QList<Quota> readQuotas()
{
    QList<Quota> all;
    const QJsonArray array = QJsonDocument::fromJson(compiledIn(QStringLiteral("quotas"))).array();
    for (const QJsonValue &value : array)
        all.append({value[QStringLiteral("name")].toString(), value[QStringLiteral("perMinute")].toInt(),
                    value[QStringLiteral("perHour")].toInt(), value[QStringLiteral("secondsPerHour")].toInt(),
                    value[QStringLiteral("secondsPerDay")].toInt()});
    return all;
}

} // namespace

const ResourceField *Resource::field(const QString &fieldName) const
{
    for (const ResourceField &candidate : fields) {
        if (candidate.name.compare(fieldName, Qt::CaseInsensitive) == 0)
            return &candidate;
    }
    return nullptr;
}

const BodyField *ResourceAction::field(const QString &fieldName) const
{
    const auto found =
        std::find_if(body.begin(), body.end(), [&](const BodyField &candidate) { return candidate.name == fieldName; });
    return found == body.end() ? nullptr : &*found;
}

bool Resource::hasParentColumn() const
{
    return isRelation() || std::any_of(parameters.begin(), parameters.end(),
                                       [](const ResourceParameter &parameter) { return parameter.required; });
}

QStringList Resource::filterable() const
{
    QStringList names;
    for (const ResourceField &candidate : fields) {
        if (candidate.filterable)
            names.append(candidate.name);
    }
    return names;
}

const QList<Resource> &resources()
{
    static const QList<Resource> all = readResources();
    return all;
}

const Resource *resourceNamed(const QString &name)
{
    for (const Resource &resource : resources()) {
        if (!name.isEmpty() && (resource.name == name || resource.alias == name || resource.table == name))
            return &resource;
    }
    return nullptr;
}

QList<const Resource *> relationsOf(const QString &name)
{
    QList<const Resource *> relations;
    for (const Resource &resource : resources()) {
        if (resource.parent == name)
            relations.append(&resource);
    }
    return relations;
}

const ResourceAction *actionNamed(const QString &name)
{
    const ResourceAction *byVerb = nullptr;
    for (const Resource &resource : resources()) {
        for (const ResourceAction &action : resource.actions) {
            if (action.name == name)
                return &action;
            if (!byVerb && action.verb == name)
                byVerb = &action;
        }
    }
    return byVerb;
}

const Resource *resourceWith(const ResourceAction &action)
{
    const auto hasIt = [&action](const Resource &resource) {
        return std::any_of(resource.actions.begin(), resource.actions.end(),
                           [&action](const ResourceAction &known) { return &known == &action; });
    };
    const auto &all = resources();
    const auto found = std::find_if(all.begin(), all.end(), hasIt);
    return found == all.end() ? nullptr : &*found;
}

const QList<Quota> &quotas()
{
    static const QList<Quota> all = readQuotas();
    return all;
}

Quota quotaNamed(const QString &name)
{
    for (const Quota &quota : quotas()) {
        if (quota.name == name)
            return quota;
    }
    return {name, 0, 0};
}

} // namespace watchdesk::defender
