// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <duckdb.h>

#include <QVariantList>

#include <utility>

namespace watchdesk::store {

class Connection;

/// Owns a prepared statement with its parameters bound. Used on its connection's thread.
class PreparedStatement
{
public:
    static Result<PreparedStatement> prepare(Connection &connection, const QString &sql,
                                             const QVariantList &parameters);
    /// The statement at `index` of those of a text; it has no parameters.
    static Result<PreparedStatement> prepare(Connection &connection, duckdb_extracted_statements statements,
                                             idx_t index, const QString &sql);
    PreparedStatement(PreparedStatement &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    PreparedStatement &operator=(PreparedStatement &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~PreparedStatement() { duckdb_destroy_prepare(&m_handle); }

    duckdb_prepared_statement handle() const { return m_handle; }

private:
    PreparedStatement() = default;

    duckdb_prepared_statement m_handle = nullptr;
};

} // namespace watchdesk::store
