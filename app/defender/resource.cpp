// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resource.h"

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

QList<Resource> readResources()
{
    QList<Resource> all;
    for (const QString &name : {QStringLiteral("machines"), QStringLiteral("alerts"), QStringLiteral("indicators"),
                                QStringLiteral("machineactions"), QStringLiteral("advancedqueries")}) {
        // Compiled in, and validated by a test: a bad descriptor is a programmer's error.
        Result<Resource> resource = resourceFromJson(compiledIn(name));
        if (!resource)
            qFatal("%s.json: %s", qPrintable(name), qPrintable(resource.error().message));
        all.append(std::move(*resource));
    }
    return all;
}

QList<Quota> readQuotas()
{
    QList<Quota> all;
    const QJsonArray array = QJsonDocument::fromJson(compiledIn(QStringLiteral("quotas"))).array();
    for (const QJsonValue &value : array)
        all.append({value[QStringLiteral("name")].toString(), value[QStringLiteral("perMinute")].toInt(),
                    value[QStringLiteral("perHour")].toInt()});
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
        if (resource.name == name || (!resource.table.isEmpty() && resource.table == name))
            return &resource;
    }
    return nullptr;
}

const ResourceAction *actionNamed(const QString &name)
{
    for (const Resource &resource : resources()) {
        for (const ResourceAction &action : resource.actions) {
            if (action.name == name || action.verb == name)
                return &action;
        }
    }
    return nullptr;
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
