// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/schema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::kql {

namespace {

tl::unexpected<Error> badSchema(const QString &what)
{
    return failure(Error::Kind::InvalidInput, QCoreApplication::translate("kql", "Not a schema: %1").arg(what));
}

Result<TableSchema> tableFromJson(const QJsonObject &json)
{
    TableSchema table{json[u"name"].toString(), {}};
    if (table.name.isEmpty())
        return badSchema(QCoreApplication::translate("kql", "a table has no name"));
    for (const QJsonValue &value : json[u"columns"].toArray()) {
        const QString name = value[u"name"].toString();
        const auto type = typeFromName(value[u"type"].toString());
        if (name.isEmpty() || !type)
            return badSchema(QCoreApplication::translate("kql", "column “%1” of %2").arg(name, table.name));
        table.columns.append({name, *type});
    }
    return table;
}

} // namespace

const TableSchema *Schema::find(const QString &name) const
{
    for (const auto &table : tables) {
        if (table.name == name)
            return &table;
    }
    return nullptr;
}

Result<Schema> schemaFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject() || !document[u"tables"].isArray())
        return badSchema(error.error ? error.errorString() : QCoreApplication::translate("kql", "no “tables”"));
    Schema schema;
    for (const QJsonValue &value : document[u"tables"].toArray()) {
        auto table = tableFromJson(value.toObject());
        if (!table)
            return failure(table.error());
        if (!schema.find(table->name))
            schema.tables.append(*table);
    }
    return schema;
}

} // namespace watchdesk::kql
