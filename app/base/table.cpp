// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/table.h"

#include "app/base/jsontext.h"

#include <algorithm>
#include <cmath>

namespace watchdesk {

Table::Table(QList<ColumnSchema> columns)
    : m_schema(std::move(columns))
{
    m_columns.reserve(size_t(m_schema.size()));
    for (const auto &column : std::as_const(m_schema))
        m_columns.emplace_back(column.type);
}

int Table::indexOf(const QString &name) const
{
    for (int i = 0; i < m_schema.size(); ++i) {
        if (m_schema[i].name == name)
            return i;
    }
    return -1;
}

const Column &Table::column(const QString &name) const
{
    const int index = indexOf(name);
    Q_ASSERT_X(index >= 0, "Table::column", qPrintable(name));
    return m_columns[size_t(index)];
}

void Table::append(const Table &other, qsizetype first, qsizetype count)
{
    Q_ASSERT(other.m_schema == m_schema);
    const qsizetype some = std::min(count, other.rowCount() - first);
    for (size_t c = 0; c < m_columns.size(); ++c)
        m_columns[c].append(other.m_columns[c], first, some);
}

void Table::clear()
{
    for (Column &column : m_columns)
        column.clear();
}

QJsonValue jsonFromCell(const Table &table, qsizetype row, qsizetype column)
{
    const Column &cells = table.column(column);
    if (cells.isNull(row))
        return QJsonValue::Null;
    switch (cells.type()) {
    case ColumnType::Bool:
        return cells.integer(row) != 0;
    case ColumnType::Int:
    case ColumnType::Long:
        return cells.integer(row);
    case ColumnType::Real:
        return std::isfinite(cells.real(row)) ? QJsonValue(cells.real(row)) : QJsonValue(cells.display(row));
    case ColumnType::Dynamic:
        return jsonFromText(cells.text(row));
    default:
        return cells.display(row);
    }
}

} // namespace watchdesk
