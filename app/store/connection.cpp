// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/connection.h"

#include "app/kql/nativefunction.h"
#include "app/store/preparedstatement.h"
#include "app/store/storeerror.h"

namespace watchdesk::store {

Result<std::unique_ptr<Connection>> Connection::openPlain(const Database &database)
{
    std::unique_ptr<Connection> connection(new Connection);
    if (duckdb_connect(database.handle(), &connection->m_handle) != DuckDBSuccess)
        return failure(storeError(DUCKDB_ERROR_CONNECTION, "cannot connect"));
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::open(const Database &database)
{
    auto connection = openPlain(database);
    static const QString prelude = kql::preludeSql().join(QStringLiteral(";\n"));
    if (!connection || prelude.isEmpty())
        return connection;
    if (auto done = (*connection)->execute(prelude); !done)
        return failure(done.error());
    return connection;
}

Result<void> Connection::execute(const QString &sql)
{
    duckdb_result result;
    const auto state = duckdb_query(m_handle, sql.toUtf8().constData(), &result);
    Result<void> outcome;
    if (state != DuckDBSuccess)
        outcome = failure(storeError(duckdb_result_error_type(&result), duckdb_result_error(&result), sql));
    duckdb_destroy_result(&result);
    return outcome;
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &parameters)
{
    auto statement = PreparedStatement::prepare(*this, sql, parameters);
    if (!statement)
        return failure(statement.error());
    duckdb_result result;
    const auto state = duckdb_execute_prepared(statement->handle(), &result);
    Result<qint64> outcome = qint64(0);
    if (state != DuckDBSuccess)
        outcome = failure(storeError(duckdb_result_error_type(&result), duckdb_result_error(&result), sql));
    else
        outcome = qint64(duckdb_rows_changed(&result));
    duckdb_destroy_result(&result);
    return outcome;
}

} // namespace watchdesk::store
