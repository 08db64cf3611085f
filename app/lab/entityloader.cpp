// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/entityloader.h"

#include "app/defender/resourcetable.h"

namespace watchdesk::lab {

namespace {

QString quoted(QString name) { return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

/// An empty cell that reads as the column's type: strings are never NULL in the store.
QString emptyCell(ColumnType type)
{
    if (type == ColumnType::String || type == ColumnType::Guid)
        return QStringLiteral("''");
    if (type == ColumnType::Bool)
        return QStringLiteral("CAST(NULL AS BOOLEAN)");
    if (type == ColumnType::Int)
        return QStringLiteral("CAST(NULL AS INTEGER)");
    if (isIntegral(type))
        return QStringLiteral("CAST(NULL AS BIGINT)");
    if (type == ColumnType::Real)
        return QStringLiteral("CAST(NULL AS DOUBLE)");
    if (type == ColumnType::Decimal)
        return QStringLiteral("CAST(NULL AS DECIMAL(38, 10))");
    return QStringLiteral("CAST(NULL AS VARCHAR)");
}

} // namespace

Result<Table> entitiesOf(const store::Store &store, const defender::Resource &resource)
{
    const TableSchema wanted = defender::tableSchema(resource);
    const kql::Schema schema = store.schema();
    const TableSchema *held = schema.find(resource.table);
    if (!held)
        return Table(wanted.columns);
    QStringList columns;
    for (const ColumnSchema &column : wanted.columns) {
        const int index = held->indexOf(column.name);
        const bool isSame = index >= 0 && held->columns.at(index).type == column.type;
        columns.append(isSame ? quoted(column.name)
                              : QString(emptyCell(column.type) + QStringLiteral(" AS ") + quoted(column.name)));
    }
    return store.read(
        QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(", ")), quoted(resource.table)), {},
        wanted.columns);
}

} // namespace watchdesk::lab
