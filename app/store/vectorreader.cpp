// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/vectorreader.h"

#include "app/base/ticks.h"

#include <cmath>
#include <limits>
#include <memory>

namespace watchdesk::store {

namespace {

/// A vector's raw cells and null marks.
struct Cells
{
    const void *data = nullptr;
    uint64_t *validity = nullptr;
    idx_t rows = 0;

    bool isNull(idx_t row) const { return validity && !duckdb_validity_row_is_valid(validity, row); }
    template <class T>
    T at(idx_t row) const
    {
        return static_cast<const T *>(data)[row];
    }
};

bool appendNumber(qint64 value, Column &column)
{
    if (isIntegral(column.type()))
        column.appendInteger(value);
    else if (column.type() == ColumnType::Real)
        column.appendReal(double(value));
    else
        column.appendText(QByteArray::number(value).toStdString());
    return true;
}

bool appendReal(double value, Column &column)
{
    if (column.type() == ColumnType::Real)
        column.appendReal(value);
    else if (isText(column.type()))
        column.appendText(textFromReal(value));
    else if (std::trunc(value) == value && std::abs(value) < 9.2e18)
        column.appendInteger(qint64(value));
    else
        return false;
    return true;
}

bool appendBool(bool value, Column &column)
{
    if (!isText(column.type()))
        return appendNumber(value ? 1 : 0, column);
    column.appendText(std::string_view(value ? "true" : "false"));
    return true;
}

bool appendHuge(duckdb_hugeint value, Column &column)
{
    if (column.type() == ColumnType::Real) {
        column.appendReal(duckdb_hugeint_to_double(value));
        return true;
    }
    const bool fits = (value.upper == 0 && value.lower <= uint64_t(std::numeric_limits<qint64>::max())) ||
                      (value.upper == -1 && value.lower > uint64_t(std::numeric_limits<qint64>::max()));
    return fits && appendNumber(qint64(value.lower), column);
}

template <class Function>
bool forEach(const Cells &cells, Column &column, Function append)
{
    for (idx_t row = 0; row < cells.rows; ++row) {
        if (cells.isNull(row))
            column.appendNull();
        else if (!append(row))
            return false;
    }
    return true;
}

template <class T>
bool appendIntegers(const Cells &cells, Column &column)
{
    return forEach(cells, column, [&](idx_t row) { return appendNumber(qint64(cells.at<T>(row)), column); });
}

bool appendUnsigned(const Cells &cells, Column &column)
{
    return forEach(cells, column, [&](idx_t row) { return appendHuge({cells.at<uint64_t>(row), 0}, column); });
}

bool appendTimestamps(const Cells &cells, Column &column, qint64 ticksPerUnit)
{
    if (column.type() != ColumnType::DateTime)
        return false;
    return forEach(cells, column, [&](idx_t row) {
        column.appendInteger(cells.at<qint64>(row) * ticksPerUnit + kUnixEpochTicks);
        return true;
    });
}

bool appendTexts(const Cells &cells, Column &column)
{
    if (!isText(column.type()))
        return false;
    return forEach(cells, column, [&](idx_t row) {
        const auto &text = static_cast<const duckdb_string_t *>(cells.data)[row];
        const uint32_t length = text.value.inlined.length;
        const char *bytes =
            length <= sizeof(text.value.inlined.inlined) ? text.value.inlined.inlined : text.value.pointer.ptr;
        column.appendText(std::string_view(bytes, length));
        return true;
    });
}

duckdb_hugeint decimalDigits(const Cells &cells, idx_t row, duckdb_type internal)
{
    const auto widen = [](int64_t value) { return duckdb_hugeint{uint64_t(value), value < 0 ? -1 : 0}; };
    switch (internal) {
    case DUCKDB_TYPE_SMALLINT:
        return widen(cells.at<int16_t>(row));
    case DUCKDB_TYPE_INTEGER:
        return widen(cells.at<int32_t>(row));
    case DUCKDB_TYPE_BIGINT:
        return widen(cells.at<int64_t>(row));
    default:
        return cells.at<duckdb_hugeint>(row);
    }
}

bool appendDecimalText(const duckdb_decimal &decimal, Column &column)
{
    duckdb_value value = duckdb_create_decimal(decimal);
    char *text = duckdb_get_varchar(value);
    column.appendText(std::string_view(text));
    duckdb_free(text);
    duckdb_destroy_value(&value);
    return true;
}

bool appendDecimals(duckdb_logical_type type, const Cells &cells, Column &column)
{
    const duckdb_type internal = duckdb_decimal_internal_type(type);
    const uint8_t width = duckdb_decimal_width(type);
    const uint8_t scale = duckdb_decimal_scale(type);
    return forEach(cells, column, [&](idx_t row) {
        const duckdb_decimal decimal{width, scale, decimalDigits(cells, row, internal)};
        if (isText(column.type()))
            return appendDecimalText(decimal, column);
        return appendReal(duckdb_decimal_to_double(decimal), column);
    });
}

bool appendFlat(duckdb_type type, const Cells &cells, Column &column)
{
    switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
        return forEach(cells, column, [&](idx_t row) { return appendBool(cells.at<bool>(row), column); });
    case DUCKDB_TYPE_TINYINT:
        return appendIntegers<int8_t>(cells, column);
    case DUCKDB_TYPE_SMALLINT:
        return appendIntegers<int16_t>(cells, column);
    case DUCKDB_TYPE_INTEGER:
        return appendIntegers<int32_t>(cells, column);
    case DUCKDB_TYPE_BIGINT:
        return appendIntegers<int64_t>(cells, column);
    case DUCKDB_TYPE_UTINYINT:
        return appendIntegers<uint8_t>(cells, column);
    case DUCKDB_TYPE_USMALLINT:
        return appendIntegers<uint16_t>(cells, column);
    case DUCKDB_TYPE_UINTEGER:
        return appendIntegers<uint32_t>(cells, column);
    case DUCKDB_TYPE_UBIGINT:
        return appendUnsigned(cells, column);
    case DUCKDB_TYPE_HUGEINT:
        return forEach(cells, column, [&](idx_t row) { return appendHuge(cells.at<duckdb_hugeint>(row), column); });
    case DUCKDB_TYPE_FLOAT:
        return forEach(cells, column, [&](idx_t row) { return appendReal(double(cells.at<float>(row)), column); });
    case DUCKDB_TYPE_DOUBLE:
        return forEach(cells, column, [&](idx_t row) { return appendReal(cells.at<double>(row), column); });
    case DUCKDB_TYPE_VARCHAR:
        return appendTexts(cells, column);
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ:
        return appendTimestamps(cells, column, kTicksPerMicrosecond);
    case DUCKDB_TYPE_SQLNULL:
        return forEach(cells, column, [](idx_t) { return false; });
    default:
        return false;
    }
}

struct TypeDeleter
{
    void operator()(duckdb_logical_type type) const { duckdb_destroy_logical_type(&type); }
};

} // namespace

ColumnType columnTypeOf(duckdb_type type)
{
    switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
        return ColumnType::Bool;
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
        return ColumnType::Int;
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
        return ColumnType::Long;
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
        return ColumnType::Real;
    case DUCKDB_TYPE_DECIMAL:
        return ColumnType::Decimal;
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ:
        return ColumnType::DateTime;
    default:
        return ColumnType::String;
    }
}

bool appendVector(duckdb_vector vector, idx_t rows, Column &column)
{
    const std::unique_ptr<_duckdb_logical_type, TypeDeleter> type(duckdb_vector_get_column_type(vector));
    const Cells cells{duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector), rows};
    const duckdb_type id = duckdb_get_type_id(type.get());
    return id == DUCKDB_TYPE_DECIMAL ? appendDecimals(type.get(), cells, column) : appendFlat(id, cells, column);
}

} // namespace watchdesk::store
