// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/store/connection.h"

#include <QMutex>

#include <memory>
#include <vector>

namespace watchdesk::store {

/// Lends connections for reading; makes one more when all are lent. Any thread. Lives shorter than its database.
class ConnectionPool
{
public:
    explicit ConnectionPool(const Database &database)
        : m_database(database)
    {
    }

    /// Gives the connection back when it goes.
    class Loan
    {
    public:
        Loan(ConnectionPool &pool, std::unique_ptr<Connection> connection)
            : m_pool(&pool)
            , m_connection(std::move(connection))
        {
        }
        Loan(Loan &&) = default;
        Loan &operator=(Loan &&) = delete;
        ~Loan();
        Connection &operator*() const { return *m_connection; }

    private:
        ConnectionPool *m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    Result<Loan> lend();

private:
    const Database &m_database;
    QMutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_free;
};

} // namespace watchdesk::store
