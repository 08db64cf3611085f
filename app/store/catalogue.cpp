// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/catalogue.h"

#include "app/kql/emit/sqltext.h"
#include "app/store/connection.h"
#include "app/store/query.h"
#include "app/store/rowwriter.h"
#include "app/store/storeerror.h"

#include <QSet>

namespace watchdesk::store {

namespace {

QString columnDefinition(const ColumnSchema &column)
{
    const QString definition = kql::sqlName(column.name) + u' ' + kql::sqlType(column.type);
    return column.type == ColumnType::String ? definition + QStringLiteral(" DEFAULT ''") : definition;
}

Table declarationTable()
{
    return Table({{QStringLiteral("TableName"), ColumnType::String},
                  {QStringLiteral("Position"), ColumnType::Int},
                  {QStringLiteral("ColumnName"), ColumnType::String},
                  {QStringLiteral("TypeName"), ColumnType::String}});
}

void addDeclarations(Table &rows, const QString &table, const QList<ColumnSchema> &columns, qsizetype firstPosition)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        rows.column(0).appendText(table);
        rows.column(1).appendInteger(firstPosition + i);
        rows.column(2).appendText(columns[i].name);
        rows.column(3).appendText(typeName(columns[i].type));
    }
}

Result<void> declare(Connection &connection, const Table &rows)
{
    return appendRows(connection, TableName{QStringLiteral("ColumnTypes")}, rows.schema(), rows, {});
}

} // namespace

QString sourceColumn() { return QStringLiteral("_Source"); }

QList<ColumnSchema> physicalColumns(const TableSchema &table)
{
    QList<ColumnSchema> columns;
    QSet<QString> names;
    for (const auto &column : table.columns) {
        const QString name = column.name.toLower();
        if (names.contains(name))
            continue;
        names.insert(name);
        columns.append(column);
    }
    return columns;
}

Result<Catalogue> Catalogue::load(Connection &connection)
{
    const QString sql =
        QStringLiteral("SELECT TableName, ColumnName, TypeName FROM ColumnTypes ORDER BY TableName, Position");
    auto rows = runQuery(connection, {sql, {}, {}});
    if (!rows)
        return failure(rows.error());
    Catalogue catalogue;
    for (qsizetype row = 0; row < rows->rowCount(); ++row) {
        const QString table = rows->column(0).string(row);
        if (!catalogue.m_index.contains(table)) {
            catalogue.m_index.insert(table, catalogue.m_tables.size());
            catalogue.m_tables.append(TableSchema{table, {}});
        }
        const auto type = typeFromName(rows->column(2).string(row));
        catalogue.m_tables.last().columns.append({rows->column(1).string(row), type.value_or(ColumnType::String)});
    }
    return catalogue;
}

const TableSchema *Catalogue::find(const QString &table) const
{
    const auto found = m_index.constFind(table);
    return found == m_index.constEnd() ? nullptr : &m_tables[*found];
}

kql::Schema Catalogue::schema() const
{
    kql::Schema schema;
    for (TableSchema table : m_tables) {
        table.columns.removeIf([](const ColumnSchema &column) { return column.name == sourceColumn(); });
        schema.tables.append(table);
    }
    return schema;
}

Result<bool> Catalogue::ensure(Connection &connection, const TableSchema &wanted)
{
    return ensureAll(connection, {wanted});
}

Result<bool> Catalogue::ensureAll(Connection &connection, const QList<TableSchema> &wanted)
{
    QList<TableSchema> fresh;
    bool isChanged = false;
    for (const auto &table : wanted) {
        const auto found = m_index.constFind(table.name);
        if (found == m_index.constEnd()) {
            fresh.append(table);
            continue;
        }
        auto added = addColumns(connection, m_tables[*found], table);
        if (!added)
            return added;
        isChanged = isChanged || *added;
    }
    if (fresh.isEmpty())
        return isChanged;
    if (auto made = create(connection, fresh); !made)
        return failure(made.error());
    return true;
}

Result<void> Catalogue::create(Connection &connection, const QList<TableSchema> &wanted)
{
    QStringList statements;
    Table declarations = declarationTable();
    for (const auto &table : wanted) {
        QStringList definitions;
        for (const auto &column : physicalColumns(table))
            definitions.append(columnDefinition(column));
        statements.append(QStringLiteral("CREATE TABLE %1 (%2)")
                              .arg(kql::sqlName(table.name), definitions.join(QStringLiteral(", "))));
        addDeclarations(declarations, table.name, table.columns, 0);
        m_index.insert(table.name, m_tables.size());
        m_tables.append(table);
    }
    if (auto made = connection.execute(statements.join(QStringLiteral(";\n"))); !made)
        return made;
    return declare(connection, declarations);
}

Result<bool> Catalogue::addColumns(Connection &connection, TableSchema &known, const TableSchema &wanted)
{
    QList<ColumnSchema> added;
    for (const auto &column : wanted.columns) {
        if (known.indexOf(column.name) >= 0)
            continue;
        const QString sql = QStringLiteral("ALTER TABLE %1 ADD COLUMN IF NOT EXISTS %2")
                                .arg(kql::sqlName(known.name), columnDefinition(column));
        if (auto done = connection.execute(sql); !done)
            return failure(done.error());
        added.append(column);
    }
    if (added.isEmpty())
        return false;
    Table declarations = declarationTable();
    addDeclarations(declarations, known.name, added, known.columns.size());
    if (auto done = declare(connection, declarations); !done)
        return failure(done.error());
    known.columns += added;
    return true;
}

} // namespace watchdesk::store
