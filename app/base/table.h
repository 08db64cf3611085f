// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/column.h"
#include "app/base/tableschema.h"
#include "app/base/ticks.h"

#include <QJsonValue>

#include <memory>

namespace watchdesk {

/// Rows in columns: what a query answers, what intake appends, what grids read by index.
///
/// A value type that is cheap to move; share large ones as `TablePointer`. Not synchronised: fill it on one thread,
/// then only read it.
class Table
{
public:
    Table() = default;
    explicit Table(QList<ColumnSchema> columns);

    const QList<ColumnSchema> &schema() const { return m_schema; }
    qsizetype rowCount() const { return m_columns.empty() ? 0 : m_columns.front().size(); }
    qsizetype columnCount() const { return qsizetype(m_columns.size()); }
    int indexOf(const QString &name) const; ///< -1 where there is none

    Column &column(qsizetype index) { return m_columns[size_t(index)]; }
    const Column &column(qsizetype index) const { return m_columns[size_t(index)]; }
    /// The named column; asserts that it exists. For code that wrote the query itself.
    const Column &column(const QString &name) const;

    QString display(qsizetype row, qsizetype column) const { return m_columns[size_t(column)].display(row); }
    /// Appends all rows of `other`, whose schema must be equal; or those from `first` on, `count` at most.
    void append(const Table &other) { append(other, 0, other.rowCount()); }
    void append(const Table &other, qsizetype first, qsizetype count);
    /// Without rows; the room for them stays.
    void clear();

private:
    QList<ColumnSchema> m_schema;
    std::vector<Column> m_columns;
};

using TablePointer = std::shared_ptr<const Table>;

/// The cell as JSON for `--format json`: numbers, true/false, null; datetimes and spans as text; dynamic parsed.
QJsonValue jsonFromCell(const Table &table, qsizetype row, qsizetype column);

} // namespace watchdesk
