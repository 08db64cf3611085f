// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace watchdesk::lab {

/// Rows of one table filled by column name; what is not named becomes '' or null. Unknown names are ignored, so that
/// the same facts can be put into tables of different width.
class TableBatch
{
public:
    explicit TableBatch(const TableSchema &schema);

    const QString &name() const { return m_name; }
    int indexOf(std::string_view column) const; ///< -1 where there is none

    void put(int column, std::string_view text);
    void put(int column, qint64 number);
    void put(std::string_view column, std::string_view text) { put(indexOf(column), text); }
    void put(std::string_view column, const std::string &text) { put(indexOf(column), std::string_view(text)); }
    void put(std::string_view column, const char *text) { put(indexOf(column), std::string_view(text)); }
    void put(std::string_view column, const QString &text)
    {
        put(indexOf(column), std::string_view(text.toStdString()));
    }
    void put(std::string_view column, qint64 number) { put(indexOf(column), number); }
    void put(std::string_view column, int number) { put(indexOf(column), qint64(number)); }
    void put(std::string_view column, bool value) { put(indexOf(column), qint64(value)); }
    void endRow();

    qsizetype rowCount() const { return m_table.rowCount(); }
    /// The rows so far; the batch is empty afterwards.
    Table take();

private:
    using Cell = std::variant<std::monostate, qint64, std::string>;

    QString m_name;
    QList<ColumnSchema> m_columns;
    std::unordered_map<std::string, int> m_indices;
    std::vector<Cell> m_row;
    Table m_table;
};

} // namespace watchdesk::lab
