// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/tablebatch.h"

#include <charconv>

namespace watchdesk::lab {

TableBatch::TableBatch(const TableSchema &schema)
    : m_name(schema.name)
    , m_columns(schema.columns)
    , m_row(size_t(schema.columns.size()))
    , m_table(schema.columns)
{
    for (int column = 0; column < m_columns.size(); ++column)
        m_indices.emplace(m_columns.at(column).name.toStdString(), column);
}

int TableBatch::indexOf(std::string_view column) const
{
    const auto found = m_indices.find(std::string(column));
    return found == m_indices.end() ? -1 : found->second;
}

void TableBatch::put(int column, std::string_view text)
{
    if (column >= 0)
        m_row[size_t(column)].emplace<std::string>(text);
}

void TableBatch::put(int column, qint64 number)
{
    if (column >= 0)
        m_row[size_t(column)] = number;
}

void TableBatch::endRow()
{
    for (size_t index = 0; index < m_row.size(); ++index) {
        Column &column = m_table.column(qsizetype(index));
        Cell &cell = m_row[index];
        if (const auto *text = std::get_if<std::string>(&cell)) {
            qint64 number = 0;
            if (isText(column.type()))
                column.appendText(std::string_view(*text));
            else if (std::from_chars(text->data(), text->data() + text->size(), number).ec == std::errc())
                column.appendInteger(number);
            else
                column.appendNull();
        } else if (const auto *number = std::get_if<qint64>(&cell)) {
            if (isText(column.type()))
                column.appendText(std::string_view(std::to_string(*number)));
            else if (column.type() == ColumnType::Real)
                column.appendReal(double(*number));
            else
                column.appendInteger(*number);
        } else {
            column.appendNull();
        }
        cell = std::monostate();
    }
}

Table TableBatch::take()
{
    Table rows(m_columns);
    std::swap(rows, m_table);
    return rows;
}

} // namespace watchdesk::lab
