// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace watchdesk::intake {

/// Rows of one table on their way into the store. Columns are set by name in any order; a name the table lacks is
/// left out, so that what many tables have in common is written once. The first value of a cell stays.
class RowBuffer
{
public:
    explicit RowBuffer(const TableSchema &schema);

    void text(std::string_view column, std::string_view value);
    void number(std::string_view column, qint64 value);
    void real(std::string_view column, double value);
    void boolean(std::string_view column, bool value) { number(column, value ? 1 : 0); }
    void end(); ///< completes the row: what was not set is '' or null

    qsizetype rowCount() const { return m_rows; }
    qsizetype bytes() const { return m_bytes; }
    /// The rows in order of their Timestamp; the buffer is empty afterwards.
    Table take();

private:
    Column *open(std::string_view column);

    QList<ColumnSchema> m_schema;
    Table m_table;
    std::vector<QByteArray> m_names;
    std::unordered_map<std::string_view, qsizetype> m_index;
    qsizetype m_rows = 0;
    qsizetype m_bytes = 0;
};

/// The buffers of all tables that an input fills, made when first used.
class RowSet
{
public:
    explicit RowSet(const QList<TableSchema> &tables);

    RowBuffer &operator[](std::string_view table);
    qsizetype rowCount() const;
    qsizetype bytes() const;
    /// Every table with rows, which are taken out.
    QList<std::pair<QString, Table>> take();

private:
    QList<TableSchema> m_schemas;
    std::map<std::string, RowBuffer, std::less<>> m_buffers;
};

} // namespace watchdesk::intake
