// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/connection.h"

#include "app/kql/nativefunction.h"
#include "app/store/preparedstatement.h"
#include "app/store/storeerror.h"

#include <chrono>
#include <thread>

namespace watchdesk::store {

namespace {

/// The statements of a text, one by one.
class Statements
{
public:
    Statements(duckdb_connection connection, const QString &sql)
        : m_count(duckdb_extract_statements(connection, sql.toUtf8().constData(), &m_handle))
    {
    }
    Statements(const Statements &) = delete;
    Statements &operator=(const Statements &) = delete;
    ~Statements() { duckdb_destroy_extracted(&m_handle); }

    idx_t count() const { return m_count; }
    duckdb_extracted_statements handle() const { return m_handle; }
    Error error(const QString &sql) const
    {
        const char *message = duckdb_extract_statements_error(m_handle);
        return storeError(DUCKDB_ERROR_PARSER, message ? message : "there is no statement", sql);
    }

private:
    duckdb_extracted_statements m_handle = nullptr;
    idx_t m_count = 0;
};

/// Works on the statement together with DuckDB's own threads. Its own loop asks for work without a pause while those
/// have all of it, which for a commit is all the time; this one soon sleeps then.
void work(duckdb_pending_result pending)
{
    using namespace std::chrono_literals;
    constexpr int kYields = 50; // small statements are done by then, and some systems sleep for long
    constexpr auto kNap = 500us;
    int idle = 0;
    for (;;) {
        const duckdb_pending_state state = duckdb_pending_execute_task(pending);
        if (duckdb_pending_execution_is_finished(state))
            return;
        if (state != DUCKDB_PENDING_NO_TASKS_AVAILABLE)
            idle = 0;
        else if (++idle <= kYields)
            std::this_thread::yield();
        else
            std::this_thread::sleep_for(kNap);
    }
}

/// Rows changed.
Result<qint64> runToEnd(PreparedStatement &statement, const QString &sql)
{
    duckdb_pending_result pending = nullptr;
    duckdb_result result = {};
    Result<qint64> outcome = qint64(0);
    if (duckdb_pending_prepared(statement.handle(), &pending) != DuckDBSuccess) {
        outcome = failure(storeError(DUCKDB_ERROR_INVALID, duckdb_pending_error(pending), sql));
    } else {
        work(pending);
        if (duckdb_execute_pending(pending, &result) == DuckDBSuccess)
            outcome = qint64(duckdb_rows_changed(&result));
        else
            outcome = failure(storeError(duckdb_result_error_type(&result), duckdb_result_error(&result), sql));
    }
    duckdb_destroy_result(&result);
    duckdb_destroy_pending(&pending);
    return outcome;
}

} // namespace

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
    Statements statements(m_handle, sql);
    for (idx_t i = 0; i < statements.count(); ++i) {
        auto statement = PreparedStatement::prepare(*this, statements.handle(), i, sql);
        if (!statement)
            return failure(statement.error());
        if (auto done = runToEnd(*statement, sql); !done)
            return failure(done.error());
    }
    return statements.count() > 0 ? Result<void>() : failure(statements.error(sql));
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &parameters)
{
    auto statement = PreparedStatement::prepare(*this, sql, parameters);
    return statement ? runToEnd(*statement, sql) : failure(statement.error());
}

} // namespace watchdesk::store
