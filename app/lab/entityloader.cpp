// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/entityloader.h"

#include <QHash>

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

QString physicalType(ColumnType type)
{
    static const QHash<ColumnType, QString> names{{ColumnType::Bool, QStringLiteral("BOOLEAN")},
                                                  {ColumnType::Int, QStringLiteral("INTEGER")},
                                                  {ColumnType::Real, QStringLiteral("DOUBLE")},
                                                  {ColumnType::Decimal, QStringLiteral("DECIMAL(38, 10)")}};
    return names.value(type, isIntegral(type) ? QStringLiteral("BIGINT") : QStringLiteral("VARCHAR"));
}

QList<ColumnSchema> fieldColumns(const defender::Resource &resource)
{
    QList<ColumnSchema> columns;
    for (const defender::ResourceField &field : resource.fields)
        columns.append({field.name, field.type});
    return columns;
}

} // namespace

Result<Table> entitiesOf(const store::Store &store, const defender::Resource &resource)
{
    const QList<ColumnSchema> wanted = fieldColumns(resource);
    const kql::Schema schema = store.schema();
    const TableSchema *held = schema.find(resource.table);
    if (!held)
        return Table(wanted);
    QStringList columns;
    for (const ColumnSchema &column : wanted) {
        const int index = held->indexOf(column.name);
        const bool isSame = index >= 0 && held->columns.at(index).type == column.type;
        columns.append(isSame ? quoted(column.name)
                              : QString(emptyCell(column.type) + QStringLiteral(" AS ") + quoted(column.name)));
    }
    return store.read(
        QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(", ")), quoted(resource.table)), {},
        wanted);
}

Result<Table> fittedRows(const store::Store &store, const defender::Resource &resource, const QString &sql,
                         const QVariantList &parameters)
{
    const auto shape = store.read(QStringLiteral("SELECT * FROM (%1) AS answer LIMIT 0").arg(sql), parameters);
    if (!shape)
        return failure(shape.error());
    const QList<ColumnSchema> wanted = fieldColumns(resource);
    QStringList columns;
    for (const ColumnSchema &column : wanted) {
        const QString name = quoted(column.name);
        columns.append(shape->indexOf(column.name) < 0
                           ? QString(emptyCell(column.type) + QStringLiteral(" AS ") + name)
                           : QStringLiteral("CAST(%1 AS %2) AS %1").arg(name, physicalType(column.type)));
    }
    return store.read(QStringLiteral("SELECT %1 FROM (%2) AS answer").arg(columns.join(QStringLiteral(", ")), sql),
                      parameters, wanted);
}

} // namespace watchdesk::lab
