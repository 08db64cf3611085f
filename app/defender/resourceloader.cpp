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

BodyStep readStep(const QJsonObject &json, const QString &place, QString &complaint)
{
    Descriptor from(json, place, complaint);
    BodyStep step;
    step.type = from.text("type");
    step.needs = from.texts("needs", Need::Required);
    step.takes = from.texts("takes");
    step.meaning = from.text("meaning");
    return step;
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
    field.most = from.number("most");
    from.each("steps", Need::Optional, [&](const QJsonObject &step, const QString &stepPlace) {
        field.steps.append(readStep(step, stepPlace, complaint));
    });
    return field;
}

ApiHost readHost(Descriptor &from)
{
    return ApiHost(from.choice("host", {QStringLiteral("defender"), QStringLiteral("xdr"), QStringLiteral("graph")},
                               Need::Optional));
}

ResourceAction readAction(const QJsonObject &json, const QString &place, QString &complaint)
{
    Descriptor from(json, place, complaint);
    ResourceAction action;
    action.name = from.text("name");
    action.verb = from.text("verb");
    action.title = from.text("title");
    action.host = readHost(from);
    action.path = from.text("path");
    static const QStringList methods = {QStringLiteral("POST"), QStringLiteral("PATCH"), QStringLiteral("DELETE")};
    action.method = methods[from.choice("method", methods)];
    action.isForm = from.flag("form");
    from.each("body", Need::Required, [&](const QJsonObject &field, const QString &fieldPlace) {
        action.body.append(readBodyField(field, fieldPlace, complaint));
    });
    action.permissions = from.texts("permissions", Need::Required);
    action.delegated = from.texts("delegated");
    action.role = from.text("role", Need::Optional);
    action.page = from.text("page");
    action.isPreview = from.flag("preview");
    action.systems = from.texts("systems");
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

ResourceParameter readParameter(const QJsonObject &json, const QString &place, QString &complaint)
{
    Descriptor from(json, place, complaint);
    ResourceParameter parameter;
    parameter.name = from.text("name");
    parameter.place = ResourceParameter::Place(
        from.choice("place", {QStringLiteral("path"), QStringLiteral("query"), QStringLiteral("body")}));
    parameter.type = from.type("type");
    parameter.required = from.flag("required");
    parameter.most = from.number("most");
    parameter.meaning = from.text("meaning");
    return parameter;
}

FileExport readFiles(const QJsonObject &json, const QString &place, QString &complaint)
{
    Descriptor from(json, place, complaint);
    FileExport files;
    files.path = from.text("path");
    files.page = from.text("page");
    files.quota = from.text("quota");
    files.hours = from.number("hours");
    files.permissions = from.texts("permissions", Need::Required);
    files.delegated = from.texts("delegated");
    return files;
}

void checkPath(ApiHost host, const QString &path, const QString &place, QString &complaint)
{
    const QString begin = host == ApiHost::Graph ? QStringLiteral("/v1.0/") : QStringLiteral("/api/");
    if (complaint.isEmpty() && (!path.startsWith(begin) || path.contains(QStringLiteral(".."))))
        complaint = QStringLiteral("%1: the path does not begin with %2").arg(place, begin);
}

QString checkFields(const Resource &resource)
{
    QStringList names;
    for (const ResourceField &field : resource.fields) {
        if (names.contains(field.name, Qt::CaseInsensitive))
            return QStringLiteral("two fields are called ") + field.name;
        names.append(field.name);
    }
    for (const QString &property : resource.expand + QStringList{resource.increment}) {
        if (!property.isEmpty() && !resource.field(property))
            return QStringLiteral("what is expanded or tells of changes is no field");
    }
    if (!resource.key.isEmpty() && !resource.field(resource.key))
        return QStringLiteral("the key is no field");
    return {};
}

/// Every name in braces is a parameter, and every path parameter is in braces.
QString checkParameters(const Resource &resource)
{
    for (const ResourceParameter &parameter : resource.parameters) {
        const bool isInPath = resource.path.contains(u'{' + parameter.name + u'}');
        if (isInPath != (parameter.place == ResourceParameter::Place::Path))
            return QStringLiteral("%1 is not in the path, or should not be").arg(parameter.name);
    }
    if (!resource.isRelation() && resource.path.contains(QStringLiteral("{id}")))
        return QStringLiteral("the path is about a parent, and there is none");
    return {};
}

/// What no single member tells.
void checkWhole(const Resource &resource, QString &complaint)
{
    QString what = resource.shape.isEmpty() ? checkFields(resource) : QString();
    if (what.isEmpty())
        what = checkParameters(resource);
    if (what.isEmpty() &&
        resource.canList() == (resource.kind == Resource::Kind::Entity || resource.kind == Resource::Kind::None))
        what = QStringLiteral("the kind does not fit the path");
    if (complaint.isEmpty() && !what.isEmpty())
        complaint = resource.name + QStringLiteral(": ") + what;
    for (const QString &path : {resource.path, resource.showPath, resource.files.path}) {
        if (!path.isEmpty())
            checkPath(resource.host, path, resource.name, complaint);
    }
    for (const ResourceAction &action : resource.actions)
        checkPath(action.host, action.path, action.name, complaint);
}

void readPaging(const QJsonObject &json, const QString &place, Resource &resource, QString &complaint)
{
    Descriptor from(json, place, complaint);
    resource.topMax = from.number("topMax");
    resource.pageMax = from.number("size");
    resource.emptyIs404 = from.flag("emptyIs404");
    resource.hasCount = from.flag("count");
}

Resource::Kind readKind(Descriptor &from)
{
    static const QStringList kinds = {QStringLiteral("collection"), QStringLiteral("single"), QStringLiteral("count"),
                                      QStringLiteral("value"),      QStringLiteral("files"),  QStringLiteral("entity"),
                                      QStringLiteral("none")};
    return Resource::Kind(from.choice("kind", kinds, Need::Optional));
}

void readWords(Descriptor &from, Resource &resource)
{
    resource.name = from.text("name");
    resource.alias = from.text("alias", Need::Optional);
    resource.title = from.text("title");
    resource.meaning = from.text("meaning");
    resource.page = from.text("page");
    resource.isPreview = from.flag("preview");
}

void readPlace(Descriptor &from, Resource &resource)
{
    resource.host = readHost(from);
    resource.kind = readKind(from);
    resource.table = from.text("table", Need::Optional);
    resource.path = from.text("path", Need::Optional);
    resource.showPath = from.text("show", Need::Optional);
    resource.isPost = !from.text("method", Need::Optional).isEmpty();
    resource.shape = from.text("shape", Need::Optional);
    resource.key = from.text("key", Need::Optional);
    resource.relationKey = from.text("relationKey", Need::Optional);
}

void readRights(Descriptor &from, Resource &resource)
{
    resource.quota = from.text("quota");
    resource.limits = from.numbers("limits");
    resource.permissions = from.texts("permissions", Need::Required);
    resource.delegated = from.texts("delegated");
    resource.role = from.text("role", Need::Optional);
}

void readMembers(Descriptor &from, Resource &resource, QString &complaint)
{
    from.each("fields", resource.shape.isEmpty() ? Need::Required : Need::Optional,
              [&](const QJsonObject &field, const QString &place) {
                  resource.fields.append(readField(field, place, complaint));
              });
    from.each("parameters", Need::Optional, [&](const QJsonObject &parameter, const QString &place) {
        resource.parameters.append(readParameter(parameter, place, complaint));
    });
    from.each("actions", Need::Optional, [&](const QJsonObject &action, const QString &place) {
        resource.actions.append(readAction(action, place, complaint));
    });
    from.within("paging", [&](const QJsonObject &paging, const QString &place) {
        readPaging(paging, place, resource, complaint);
    });
    from.within("files", [&](const QJsonObject &files, const QString &place) {
        resource.files = readFiles(files, place, complaint);
    });
}

/// `parent` is null for a file's outermost resource. Gives the resource, then its relations.
QList<Resource> readResource(const QJsonObject &json, const Resource *parent, QString &complaint)
{
    Descriptor from(json, json.value(QStringLiteral("name")).toString(), complaint);
    Resource resource;
    readWords(from, resource);
    if (parent) {
        resource.parent = parent->name;
        resource.family = parent->family;
    } else {
        resource.family = from.text("family");
    }
    readPlace(from, resource);
    readRights(from, resource);
    readMembers(from, resource, complaint);
    resource.expand = from.texts("expand");
    resource.increment = from.text("increment", Need::Optional);
    resource.isSynced = from.flag("sync");
    checkWhole(resource, complaint);
    QList<Resource> all{resource};
    from.each("relations", Need::Optional, [&](const QJsonObject &relation, const QString &) {
        all.append(readResource(relation, &resource, complaint));
    });
    return all;
}

} // namespace

Result<QList<Resource>> resourcesFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return failure(
            Error::Kind::InvalidInput,
            QCoreApplication::translate("defender", "The descriptor is no JSON object: %1.").arg(error.errorString()));
    QString complaint;
    QList<Resource> all = readResource(document.object(), nullptr, complaint);
    if (!complaint.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("defender", "The descriptor is wrong: %1.").arg(complaint));
    return all;
}

} // namespace watchdesk::defender
