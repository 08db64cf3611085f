// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/fixedtables.h"

#include "app/store/catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Resources of a static library have to be asked for, and outside any namespace.
static void initializeSchema() { Q_INIT_RESOURCE(schema); }

namespace watchdesk::store {

namespace {

TableSchema tableFromJson(const QJsonObject &json, bool hasSource)
{
    TableSchema table{json.value(QStringLiteral("name")).toString(), {}};
    for (const QJsonValue value : json.value(QStringLiteral("columns")).toArray()) {
        const auto type = typeFromName(value[QStringLiteral("type")].toString());
        Q_ASSERT(type.has_value());
        table.columns.append({value[QStringLiteral("name")].toString(), type.value_or(ColumnType::String)});
    }
    if (hasSource)
        table.columns.append({sourceColumn(), ColumnType::String});
    return table;
}

QList<TableSchema> tablesOf(const QString &resource, bool haveSource)
{
    QFile file(resource);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen);
    QList<TableSchema> tables;
    for (const QJsonValue table : QJsonDocument::fromJson(file.readAll())[QStringLiteral("tables")].toArray())
        tables.append(tableFromJson(table.toObject(), table[QStringLiteral("source")].toBool(haveSource)));
    return tables;
}

} // namespace

const QList<TableSchema> &fixedTables()
{
    initializeSchema();
    static const QList<TableSchema> tables = tablesOf(QStringLiteral(":/watchdesk/schema/hunting.json"), true) +
                                             tablesOf(QStringLiteral(":/watchdesk/schema/local.json"), false);
    return tables;
}

kql::Schema fixedSchema()
{
    kql::Schema schema;
    for (TableSchema table : fixedTables()) {
        table.columns.removeIf([](const ColumnSchema &column) { return column.name == sourceColumn(); });
        schema.tables.append(table);
    }
    return schema;
}

} // namespace watchdesk::store
