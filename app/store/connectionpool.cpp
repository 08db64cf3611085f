// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/connectionpool.h"

namespace watchdesk::store {

Result<ConnectionPool::Loan> ConnectionPool::lend()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_free.empty()) {
            Loan loan(*this, std::move(m_free.back()));
            m_free.pop_back();
            return loan;
        }
    }
    auto made = Connection::open(m_database);
    if (!made)
        return failure(made.error());
    return Loan(*this, std::move(*made));
}

ConnectionPool::Loan::~Loan()
{
    if (!m_connection)
        return;
    const QMutexLocker lock(&m_pool->m_mutex);
    m_pool->m_free.push_back(std::move(m_connection));
}

} // namespace watchdesk::store
