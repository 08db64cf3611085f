// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/referencepages.h"

#include "app/defender/resource.h"

namespace watchdesk::defender {

namespace {

const QString kLicence = QStringLiteral("<!--\nSPDX-FileCopyrightText: 2026 The Watchdesk authors\n"
                                        "SPDX-License-Identifier: GPL-3.0-or-later\n\n"
                                        "Made by ./dev docs from app/defender/resources. Change those.\n-->\n");

QString cell(QString text) { return text.replace(u'|', QStringLiteral("\\|")); }

QString code(const QString &text) { return text.isEmpty() ? QString() : QString(u'`' + text + u'`'); }

QString codes(const QStringList &texts)
{
    QStringList all;
    for (const QString &text : texts)
        all.append(code(text));
    return all.join(QStringLiteral(", "));
}

QString row(const QStringList &cells)
{
    QStringList safe;
    for (const QString &text : cells)
        safe.append(cell(text));
    return QStringLiteral("| ") + safe.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString hostName(ApiHost host)
{
    return host == ApiHost::Graph ? QStringLiteral("Microsoft Graph")
           : host == ApiHost::Xdr ? QStringLiteral("Defender XDR")
                                  : QStringLiteral("Defender for Endpoint");
}

QString quotaText(const QString &name)
{
    const Quota quota = quotaNamed(name);
    QStringList parts;
    if (quota.perMinute > 0)
        parts.append(QStringLiteral("%1 calls a minute").arg(quota.perMinute));
    if (quota.perHour > 0)
        parts.append(QStringLiteral("%1 an hour").arg(quota.perHour));
    if (quota.secondsPerHour > 0)
        parts.append(QStringLiteral("%1 minutes of running time an hour").arg(quota.secondsPerHour / 60));
    if (quota.secondsPerDay > 0)
        parts.append(QStringLiteral("%1 hours of it a day").arg(quota.secondsPerDay / 3'600));
    return parts.isEmpty() ? QStringLiteral("not stated") : parts.join(QStringLiteral(", "));
}

QString pagingText(const Resource &resource)
{
    QStringList parts;
    if (resource.topMax > 0)
        parts.append(QStringLiteral("`$top` up to %1").arg(resource.topMax));
    if (resource.pageMax > 0)
        parts.append(QStringLiteral("`pageSize` up to %1").arg(resource.pageMax));
    if (!resource.expand.isEmpty())
        parts.append(QStringLiteral("`$expand` of ") + codes(resource.expand));
    if (resource.emptyIs404)
        parts.append(QStringLiteral("404 when there is nothing"));
    if (!resource.increment.isEmpty())
        parts.append(QStringLiteral("what changed since by ") + code(resource.increment));
    return parts.join(QStringLiteral("; "));
}

QString commandOf(const Resource &resource)
{
    if (!resource.canList())
        return {};
    QString command = QStringLiteral("watchdeskctl %1 list").arg(resource.name);
    if (resource.isRelation())
        command += QStringLiteral(" --of KEY");
    for (const ResourceParameter &parameter : resource.parameters) {
        if (parameter.required && !(resource.isPost && resource.isRelation()))
            command += QStringLiteral(" --with %1=…").arg(parameter.name);
    }
    return command;
}

void addFact(QString &text, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        text += row({name, value});
}

void addRights(QString &text, const QStringList &permissions, const QStringList &delegated, const QString &role)
{
    addFact(text, QStringLiteral("Permission of an app"), codes(permissions));
    addFact(text, QStringLiteral("Permission of a user"), codes(delegated));
    addFact(text, QStringLiteral("Role of the user"), role);
}

QString factsOf(const Resource &resource)
{
    QString text = QStringLiteral("|  |  |\n|---|---|\n");
    addFact(text, QStringLiteral("API"), hostName(resource.host));
    if (!resource.path.isEmpty())
        addFact(text, QStringLiteral("List"),
                code((resource.isPost ? QStringLiteral("POST ") : QStringLiteral("GET ")) + resource.path));
    if (!resource.showPath.isEmpty())
        addFact(text, QStringLiteral("One"), code(QStringLiteral("GET ") + resource.showPath));
    if (!resource.files.path.isEmpty())
        addFact(text, QStringLiteral("As files"),
                code(QStringLiteral("GET ") + resource.files.path) + QStringLiteral(", links for up to %1 h, %2")
                                                                         .arg(resource.files.hours)
                                                                         .arg(quotaText(resource.files.quota)));
    addFact(text, QStringLiteral("Command"), code(commandOf(resource)));
    addFact(text, QStringLiteral("Table"), code(resource.table));
    addFact(text, QStringLiteral("Key"), code(resource.key));
    addFact(text, QStringLiteral("Paging"), pagingText(resource));
    addFact(text, QStringLiteral("Quota"), quotaText(resource.quota));
    addRights(text, resource.permissions, resource.delegated, resource.role);
    addFact(text, QStringLiteral("Preview"), resource.isPreview ? QStringLiteral("yes") : QString());
    addFact(text, QStringLiteral("Documentation"), resource.page);
    return text;
}

void addFields(QString &text, const QList<ResourceField> &fields, const QString &prefix)
{
    for (const ResourceField &field : fields) {
        QStringList remarks{field.meaning};
        if (!field.values.isEmpty())
            remarks.append(codes(field.values));
        if (!field.aliases.isEmpty())
            remarks.append(QStringLiteral("also ") + codes(field.aliases));
        text += row({code(prefix + field.name), typeName(field.type),
                     field.filterable ? QStringLiteral("yes") : QString(), remarks.join(QStringLiteral("; "))});
        addFields(text, field.parts, prefix + field.name + u'.');
    }
}

QString fieldsOf(const Resource &resource)
{
    if (!resource.shape.isEmpty())
        return QStringLiteral("Fields as of %1.\n").arg(code(resource.shape));
    if (resource.fields.isEmpty())
        return {};
    QString text = QStringLiteral("| field | type | `$filter` | meaning |\n|---|---|---|---|\n");
    addFields(text, resource.fields, {});
    return text;
}

QString parametersOf(const Resource &resource)
{
    if (resource.parameters.isEmpty())
        return {};
    QString text = QStringLiteral("\n| parameter | type | must | meaning |\n|---|---|---|---|\n");
    for (const ResourceParameter &parameter : resource.parameters)
        text +=
            row({code(parameter.name), typeName(parameter.type), parameter.required ? QStringLiteral("yes") : QString(),
                 parameter.most > 0 ? QStringLiteral("%1; at most %2").arg(parameter.meaning).arg(parameter.most)
                                    : parameter.meaning});
    return text;
}

QString undoOf(const ResourceAction &action)
{
    const ResourceAction *undo = actionNamed(action.undoneBy);
    return undo ? code(undo->name) : QStringLiteral("nothing");
}

QString actionText(const Resource &resource, const ResourceAction &action)
{
    static const QStringList risks{QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")};
    QString text = QStringLiteral("### %1\n\n|  |  |\n|---|---|\n").arg(action.title);
    addFact(text, QStringLiteral("API"), hostName(action.host));
    addFact(text, QStringLiteral("Call"), code(action.method + u' ' + action.path));
    addFact(text, QStringLiteral("Command"),
            action.name.startsWith(QLatin1String("run")) && resource.family == QLatin1String("hunting")
                ? code(QStringLiteral("watchdeskctl hunt"))
                : code(QStringLiteral("watchdeskctl %1 %2").arg(resource.name, action.verb) +
                       (action.hasTarget() ? QStringLiteral(" KEY") : QString())));
    addFact(text, QStringLiteral("Risk"), risks.value(int(action.risk)));
    addFact(text, QStringLiteral("Undone by"), undoOf(action));
    addFact(text, QStringLiteral("Its end"),
            action.observed == ResourceAction::Observed::MachineAction ? QStringLiteral("seen by watching the action")
                                                                       : QStringLiteral("the answer"));
    addFact(text, QStringLiteral("Systems"), action.systems.join(QStringLiteral("; ")));
    addFact(text, QStringLiteral("Quota"), quotaText(action.quota));
    addRights(text, action.permissions, action.delegated, action.role);
    addFact(text, QStringLiteral("Preview"), action.isPreview ? QStringLiteral("yes") : QString());
    addFact(text, QStringLiteral("Documentation"), action.page);
    if (action.body.isEmpty())
        return text + u'\n';
    text += QStringLiteral("\n| body | type | must | meaning |\n|---|---|---|---|\n");
    for (const BodyField &field : action.body) {
        QStringList remarks{field.meaning};
        if (!field.values.isEmpty())
            remarks.append(codes(field.values));
        for (const BodyStep &step : field.steps)
            remarks.append(QStringLiteral("%1: %2 (%3)").arg(step.type, step.meaning, codes(step.needs + step.takes)));
        if (field.most > 0)
            remarks.append(QStringLiteral("at most %1").arg(field.most));
        text += row({code(field.name), typeName(field.type), field.required ? QStringLiteral("yes") : QString(),
                     remarks.join(QStringLiteral("; "))});
    }
    return text + u'\n';
}

QString pageOf(const Resource &resource)
{
    QString text = kLicence + QStringLiteral("# %1\n\n%2\n\n").arg(resource.title, resource.meaning) +
                   factsOf(resource) + u'\n' + fieldsOf(resource) + parametersOf(resource);
    for (const Resource *relation : relationsOf(resource.name))
        text += QStringLiteral("\n## %1: %2\n\n%3\n\n").arg(resource.title, relation->title, relation->meaning) +
                factsOf(*relation) + u'\n' + fieldsOf(*relation) + parametersOf(*relation);
    if (!resource.actions.isEmpty())
        text += QStringLiteral("\n## Actions\n\n");
    for (const ResourceAction &action : resource.actions)
        text += actionText(resource, action);
    while (text.endsWith(QStringLiteral("\n\n")))
        text.chop(1);
    return text;
}

QString contents()
{
    QString text =
        kLicence + QStringLiteral("# The API\n\nWhat Watchdesk reads and does at the service, from the descriptors in "
                                  "`app/defender/resources`.\n\n| page | noun | what |\n|---|---|---|\n");
    for (const Resource &resource : resources()) {
        if (!resource.isRelation())
            text += row({QStringLiteral("[%1](%2.md)").arg(resource.title, resource.name),
                         codes(resource.alias.isEmpty() ? QStringList{resource.name}
                                                        : QStringList{resource.name, resource.alias}),
                         resource.meaning});
    }
    return text;
}

} // namespace

QMap<QString, QByteArray> referencePages()
{
    QMap<QString, QByteArray> pages{{QStringLiteral("README.md"), contents().toUtf8()}};
    for (const Resource &resource : resources()) {
        if (!resource.isRelation())
            pages.insert(resource.name + QStringLiteral(".md"), pageOf(resource).toUtf8());
    }
    return pages;
}

} // namespace watchdesk::defender
