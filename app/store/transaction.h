// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/store/connection.h"

namespace watchdesk::store {

/// A transaction on a connection, rolled back unless it is committed.
class Transaction
{
public:
    explicit Transaction(Connection &connection)
        : m_connection(connection)
    {
        m_open = connection.execute(QStringLiteral("BEGIN TRANSACTION")).has_value();
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction()
    {
        if (m_open)
            m_connection.execute(QStringLiteral("ROLLBACK"));
    }

    Result<void> commit()
    {
        m_open = false;
        return m_connection.execute(QStringLiteral("COMMIT"));
    }

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace watchdesk::store
