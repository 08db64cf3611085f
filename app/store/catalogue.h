// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/tableschema.h"
#include "app/kql/schema.h"

#include <QHash>

namespace watchdesk::store {

class Connection;

/// The declared KQL types of the store's tables, kept in its table ColumnTypes because SQL's types do not tell a
/// datetime from a long. Columns stand in the physical order. A value type; the store guards it with a lock.
class Catalogue
{
public:
    static Result<Catalogue> load(Connection &connection);

    /// All columns of the table, `_Source` too; nothing for an unknown table.
    const TableSchema *find(const QString &table) const;
    /// As KQL sees them: without `_Source`.
    kql::Schema schema() const;

    /// Makes the table or adds what is new in `wanted`; inside the caller's transaction. True if anything changed.
    Result<bool> ensure(Connection &connection, const TableSchema &wanted);
    /// The same for many tables, which is faster than one by one.
    Result<bool> ensureAll(Connection &connection, const QList<TableSchema> &wanted);

private:
    Result<void> create(Connection &connection, const QList<TableSchema> &wanted);
    Result<bool> addColumns(Connection &connection, TableSchema &known, const TableSchema &wanted);

    QList<TableSchema> m_tables;
    QHash<QString, qsizetype> m_index;
};

/// The column that says where a row came from; not part of the KQL schema.
QString sourceColumn();

/// The columns that the table has in DuckDB, whose names ignore case. KQL's do not, and the hunting schema has a table
/// with both LogonId and LogonID: the first of such names is the column, the others are further names for it.
QList<ColumnSchema> physicalColumns(const TableSchema &table);

} // namespace watchdesk::store
