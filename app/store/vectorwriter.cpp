// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/vectorwriter.h"

#include <QString>
#include <QUtf8StringView>

#include <cstring>
#include <limits>

namespace watchdesk::store {

namespace {

void writeShortText(duckdb_vector vector, idx_t row, std::string_view text)
{
    duckdb_string_t cell;
    std::memset(&cell, 0, sizeof cell);
    cell.value.inlined.length = uint32_t(text.size());
    std::memcpy(cell.value.inlined.inlined, text.data(), text.size());
    static_cast<duckdb_string_t *>(duckdb_vector_get_data(vector))[row] = cell;
}

void writeValidText(duckdb_vector vector, idx_t row, std::string_view text)
{
    // Most cells are empty or short, and those live in the vector itself.
    if (text.size() <= sizeof(duckdb_string_t::value.inlined.inlined))
        writeShortText(vector, row, text);
    else
        duckdb_vector_assign_string_element_len(vector, row, text.data(), text.size());
}

void writeText(duckdb_vector vector, idx_t row, std::string_view text)
{
    if (QUtf8StringView(text.data(), qsizetype(text.size())).isValidUtf8()) {
        writeValidText(vector, row, text);
        return;
    }
    const QByteArray repaired = QString::fromUtf8(text.data(), qsizetype(text.size())).toUtf8();
    writeValidText(vector, row, std::string_view(repaired.constData(), size_t(repaired.size())));
}

void writeNull(duckdb_vector vector, idx_t row)
{
    duckdb_vector_ensure_validity_writable(vector);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), row);
}

bool writeInteger(duckdb_vector vector, ColumnType type, idx_t row, qint64 value)
{
    void *data = duckdb_vector_get_data(vector);
    if (type == ColumnType::Bool) {
        static_cast<bool *>(data)[row] = value != 0;
    } else if (type == ColumnType::Int) {
        if (value < std::numeric_limits<int32_t>::min() || value > std::numeric_limits<int32_t>::max())
            return false;
        static_cast<int32_t *>(data)[row] = int32_t(value);
    } else {
        static_cast<int64_t *>(data)[row] = value;
    }
    return true;
}

} // namespace

duckdb_type vectorType(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return DUCKDB_TYPE_BOOLEAN;
    case ColumnType::Int:
        return DUCKDB_TYPE_INTEGER;
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return DUCKDB_TYPE_BIGINT;
    case ColumnType::Real:
        return DUCKDB_TYPE_DOUBLE;
    default:
        return DUCKDB_TYPE_VARCHAR;
    }
}

bool writeVector(duckdb_vector vector, ColumnType type, const Column &column, RowRange range)
{
    for (qsizetype i = 0; i < range.count; ++i) {
        const qsizetype from = range.first + i;
        const auto row = idx_t(i);
        if (column.isNull(from) && type != ColumnType::String)
            writeNull(vector, row);
        else if (isText(type))
            writeText(vector, row, column.text(from));
        else if (type == ColumnType::Real)
            static_cast<double *>(duckdb_vector_get_data(vector))[row] = column.real(from);
        else if (!writeInteger(vector, type, row, column.integer(from)))
            return false;
    }
    return true;
}

void fillVector(duckdb_vector vector, ColumnType type, qsizetype count, const QByteArray &text)
{
    for (qsizetype i = 0; i < count; ++i) {
        if (type == ColumnType::String)
            writeValidText(vector, idx_t(i), std::string_view(text.constData(), size_t(text.size())));
        else
            writeNull(vector, idx_t(i));
    }
}

} // namespace watchdesk::store
