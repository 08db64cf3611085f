// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/resultstream.h"

#include "app/store/connection.h"
#include "app/store/storeerror.h"
#include "app/store/vectorreader.h"

namespace watchdesk::store {

ResultStream::ResultStream(PreparedStatement statement, const QString &sql)
    : m_statement(std::move(statement))
    , m_sql(sql)
{
}

ResultStream::ResultStream(ResultStream &&other) noexcept
    : m_statement(std::move(other.m_statement))
    , m_sql(std::move(other.m_sql))
    , m_pending(std::exchange(other.m_pending, nullptr))
    , m_result(std::exchange(other.m_result, duckdb_result{}))
{
}

ResultStream::~ResultStream()
{
    duckdb_destroy_result(&m_result);
    duckdb_destroy_pending(&m_pending);
}

Result<ResultStream> ResultStream::start(Connection &connection, const QString &sql, const QVariantList &parameters)
{
    auto statement = PreparedStatement::prepare(connection, sql, parameters);
    if (!statement)
        return failure(statement.error());
    ResultStream stream(std::move(*statement), sql);
    if (duckdb_pending_prepared_streaming(stream.m_statement.handle(), &stream.m_pending) != DuckDBSuccess)
        return failure(storeError(DUCKDB_ERROR_INVALID, duckdb_pending_error(stream.m_pending), sql));
    if (duckdb_execute_pending(stream.m_pending, &stream.m_result) != DuckDBSuccess) {
        return failure(
            storeError(duckdb_result_error_type(&stream.m_result), duckdb_result_error(&stream.m_result), sql));
    }
    return stream;
}

Result<DataChunk> ResultStream::next()
{
    DataChunk chunk(duckdb_fetch_chunk(m_result));
    // No chunk is the end or an error, and only the error text tells which.
    const char *message = chunk.handle() ? nullptr : duckdb_result_error(&m_result);
    if (message && *message)
        return failure(storeError(duckdb_result_error_type(&m_result), message, m_sql));
    return chunk;
}

QList<ColumnSchema> ResultStream::columns()
{
    QList<ColumnSchema> columns;
    for (idx_t i = 0; i < duckdb_column_count(&m_result); ++i) {
        const QString name = QString::fromUtf8(duckdb_column_name(&m_result, i));
        columns.append(ColumnSchema{name, columnTypeOf(duckdb_column_type(&m_result, i))});
    }
    return columns;
}

} // namespace watchdesk::store
