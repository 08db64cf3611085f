// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/descriptor.h"
#include "app/defender/resource.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace watchdesk::defender {

namespace {

using Need = Descriptor::Need;

ResourceField readField(const QJsonObject &json, const QString &place, QString &complaint, int depth = 0)
{
    Descriptor from(json, place, complaint);
    ResourceField field;
    field.name = from.text("name");
    field.type = from.type("type");
    field.values = from.texts("values");
    field.filterable = from.flag("filterable");
    field.aliases = from.texts("aliases");
    field.meaning = from.text("meaning");
    from.each("parts", Need::Optional, [&](const QJsonObject &part, const QString &partPlace) {
        if (depth == 0 && field.type == ColumnType::Dynamic)
            field.parts.append(readField(part, partPlace, complaint, depth + 1));
        else
            from.complain(QStringLiteral("only a dynamic field has parts, and they have none"));
    });
    return field;
}

BodyField readBodyField(const QJsonObject &json, const QString &place, QString &complaint)
{
    Descriptor from(json, place, complaint);
    BodyField field;
    field.name = from.text("name");
    field.type = from.type("type");
    field.values = from.texts("values");
    field.required = from.flag("required");
    field.meaning = from.text("meaning");
    return field;
}

ResourceAction readAction(const QJsonObject &json, const QString &place, QString &complaint)
{
    Descriptor from(json, place, complaint);
    ResourceAction action;
    action.name = from.text("name");
    action.verb = from.text("verb");
    action.title = from.text("title");
    action.path = from.text("path");
    static const QStringList methods = {QStringLiteral("POST"), QStringLiteral("PATCH"), QStringLiteral("DELETE")};
    action.method = methods[from.choice("method", methods)];
    from.each("body", Need::Required, [&](const QJsonObject &field, const QString &fieldPlace) {
        action.body.append(readBodyField(field, fieldPlace, complaint));
    });
    action.permissions = from.texts("permissions", Need::Required);
    action.quota = from.text("quota");
    action.patience = std::chrono::seconds(from.number("patience"));
    action.risk = ResourceAction::Risk(
        from.choice("risk", {QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")}));
    action.undoneBy = from.text("undoneBy", Need::Optional);
    action.observed =
        ResourceAction::Observed(from.choice("observed", {QStringLiteral("reply"), QStringLiteral("machineAction")}));
    action.idempotent = from.flag("idempotent");
    return action;
}

void checkPath(const QString &path, const QString &place, QString &complaint)
{
    if (complaint.isEmpty() && (!path.startsWith(QStringLiteral("/api/")) || path.contains(QStringLiteral(".."))))
        complaint = place + QStringLiteral(": the path does not begin with /api/");
}

/// What no single member tells.
void checkWhole(const Resource &resource, QString &complaint)
{
    QStringList names;
    for (const ResourceField &field : resource.fields) {
        if (complaint.isEmpty() && names.contains(field.name, Qt::CaseInsensitive))
            complaint = resource.name + QStringLiteral(": two fields are called ") + field.name;
        names.append(field.name);
    }
    if (complaint.isEmpty() && !resource.table.isEmpty() && !resource.field(resource.key))
        complaint = resource.name + QStringLiteral(": the key is no field");
    for (const ResourceAction &action : resource.actions)
        checkPath(action.path, action.name, complaint);
    for (const QString &property : resource.expand) {
        if (complaint.isEmpty() && !resource.field(property))
            complaint = resource.name + QStringLiteral(": what is expanded is no field");
    }
}

void readResource(const QJsonObject &json, Resource &resource, QString &complaint)
{
    Descriptor from(json, json.value(QStringLiteral("name")).toString(), complaint);
    resource.name = from.text("name");
    resource.table = from.text("table", Need::Optional);
    resource.path = from.text("path");
    resource.key = from.text("key", resource.table.isEmpty() ? Need::Optional : Need::Required);
    resource.meaning = from.text("meaning");
    resource.page = from.text("page");
    from.each("fields", Need::Required, [&](const QJsonObject &field, const QString &place) {
        resource.fields.append(readField(field, place, complaint));
    });
    from.within("paging", [&](const QJsonObject &paging, const QString &place) {
        Descriptor fromPaging(paging, place, complaint);
        resource.topMax = fromPaging.number("topMax");
        resource.emptyIs404 = fromPaging.flag("emptyIs404");
    });
    resource.expand = from.texts("expand");
    resource.quota = from.text("quota");
    resource.limits = from.numbers("limits");
    resource.permissions = from.texts("permissions", Need::Required);
    from.each("actions", Need::Optional, [&](const QJsonObject &action, const QString &place) {
        resource.actions.append(readAction(action, place, complaint));
    });
    checkPath(resource.path, resource.name, complaint);
}

} // namespace

Result<Resource> resourceFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return failure(
            Error::Kind::InvalidInput,
            QCoreApplication::translate("defender", "The descriptor is no JSON object: %1.").arg(error.errorString()));
    Resource resource;
    QString complaint;
    readResource(document.object(), resource, complaint);
    checkWhole(resource, complaint);
    if (!complaint.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("defender", "The descriptor is wrong: %1.").arg(complaint));
    return resource;
}

} // namespace watchdesk::defender
