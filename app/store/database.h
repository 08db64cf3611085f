// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <duckdb.h>

#include <utility>

namespace watchdesk::store {

/// What a database's sorts and joins may take: 60 % of the computer's memory, at most 4 GiB.
qint64 memoryLimitMebibytes();

/// Owns a DuckDB database instance. Its connections must be gone before it is.
class Database
{
public:
    /// Memory is limited, extensions and files other than `path` are out of reach for any SQL.
    static Result<Database> open(const QString &path, bool readOnly);
    Database(Database &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    Database &operator=(Database &&other) noexcept;
    ~Database() { duckdb_close(&m_handle); }

    duckdb_database handle() const { return m_handle; }

private:
    Database() = default;

    duckdb_database m_handle = nullptr;
};

} // namespace watchdesk::store
