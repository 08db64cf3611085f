// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/rowset.h"

#include <algorithm>
#include <numeric>

namespace watchdesk::intake {

RowBuffer::RowBuffer(const TableSchema &schema)
    : m_schema(schema.columns)
    , m_table(schema.columns)
{
    for (const auto &column : m_schema)
        m_names.push_back(column.name.toUtf8());
    for (size_t i = 0; i < m_names.size(); ++i)
        m_index.emplace(std::string_view(m_names[i].constData(), size_t(m_names[i].size())), qsizetype(i));
}

Column *RowBuffer::open(std::string_view column)
{
    const auto found = m_index.find(column);
    if (found == m_index.end())
        return nullptr;
    Column &cells = m_table.column(found->second);
    return cells.size() == m_rows ? &cells : nullptr;
}

void RowBuffer::text(std::string_view column, std::string_view value)
{
    if (value.empty())
        return;
    Column *cells = open(column);
    if (!cells || !isText(cells->type()))
        return;
    cells->appendText(value);
    m_bytes += qsizetype(value.size());
}

void RowBuffer::number(std::string_view column, qint64 value)
{
    Column *cells = open(column);
    if (!cells)
        return;
    m_bytes += 8;
    if (isIntegral(cells->type()))
        cells->appendInteger(value);
    else if (cells->type() == ColumnType::Real)
        cells->appendReal(double(value));
    else
        cells->appendText(QByteArray::number(value).toStdString());
}

void RowBuffer::real(std::string_view column, double value)
{
    if (Column *cells = open(column); cells && cells->type() == ColumnType::Real)
        cells->appendReal(value);
}

void RowBuffer::end()
{
    ++m_rows;
    for (qsizetype i = 0; i < m_table.columnCount(); ++i) {
        if (m_table.column(i).size() < m_rows)
            m_table.column(i).appendNull();
    }
}

Table RowBuffer::take()
{
    Table rows = std::exchange(m_table, Table(m_schema));
    const qsizetype count = std::exchange(m_rows, 0);
    m_bytes = 0;
    const int time = rows.indexOf(QStringLiteral("Timestamp"));
    if (time < 0)
        return rows;
    const Column &times = rows.column(time);
    std::vector<qsizetype> order(static_cast<size_t>(count));
    std::iota(order.begin(), order.end(), qsizetype(0));
    const auto isEarlier = [&](qsizetype a, qsizetype b) { return times.integer(a) < times.integer(b); };
    if (std::is_sorted(order.begin(), order.end(), isEarlier))
        return rows;
    std::stable_sort(order.begin(), order.end(), isEarlier);
    Table sorted(m_schema);
    for (qsizetype column = 0; column < rows.columnCount(); ++column) {
        const Column &from = rows.column(column);
        Column &to = sorted.column(column);
        for (qsizetype row : order)
            to.appendFrom(from, row);
    }
    return sorted;
}

RowSet::RowSet(const QList<TableSchema> &tables)
    : m_schemas(tables)
{
}

RowBuffer &RowSet::operator[](std::string_view table)
{
    if (const auto found = m_buffers.find(table); found != m_buffers.end())
        return found->second;
    const QString name = QString::fromUtf8(table.data(), qsizetype(table.size()));
    const auto schema =
        std::find_if(m_schemas.begin(), m_schemas.end(), [&](const TableSchema &each) { return each.name == name; });
    Q_ASSERT_X(schema != m_schemas.end(), "RowSet", "a table that the store does not have");
    return m_buffers.emplace(std::string(table), RowBuffer(schema != m_schemas.end() ? *schema : TableSchema{name, {}}))
        .first->second;
}

qsizetype RowSet::rowCount() const
{
    return std::accumulate(m_buffers.begin(), m_buffers.end(), qsizetype(0),
                           [](qsizetype sum, const auto &each) { return sum + each.second.rowCount(); });
}

qsizetype RowSet::bytes() const
{
    return std::accumulate(m_buffers.begin(), m_buffers.end(), qsizetype(0),
                           [](qsizetype sum, const auto &each) { return sum + each.second.bytes(); });
}

QList<std::pair<QString, Table>> RowSet::take()
{
    QList<std::pair<QString, Table>> tables;
    for (auto &[name, buffer] : m_buffers) {
        if (buffer.rowCount() > 0)
            tables.append({QString::fromStdString(name), buffer.take()});
    }
    return tables;
}

} // namespace watchdesk::intake
