// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/store/database.h"

#include <QVariantList>

#include <memory>

namespace watchdesk::store {

/// Owns a DuckDB connection, made ready for KQL. One thread at a time, but interrupt() may come from any.
class Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const Database &database);
    /// Without KQL's macros, which need the native functions to be registered.
    static Result<std::unique_ptr<Connection>> openPlain(const Database &database);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() { duckdb_disconnect(&m_handle); }

    /// Runs any number of statements, whose rows are of no interest.
    Result<void> execute(const QString &sql);
    /// Runs one statement; rows changed.
    Result<qint64> execute(const QString &sql, const QVariantList &parameters);
    void interrupt() { duckdb_interrupt(m_handle); }

    duckdb_connection handle() const { return m_handle; }

private:
    Connection() = default;

    duckdb_connection m_handle = nullptr;
};

} // namespace watchdesk::store
