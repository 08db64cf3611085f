// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/table.h"

#include "app/base/jsontext.h"

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

void Table::append(const Table &other)
{
    Q_ASSERT(other.m_schema == m_schema);
    for (size_t c = 0; c < m_columns.size(); ++c) {
        for (qsizetype row = 0; row < other.rowCount(); ++row)
            m_columns[c].appendFrom(other.m_columns[c], row);
    }
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
