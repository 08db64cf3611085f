// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QReadWriteLock>

namespace watchdesk::store {

class Connection;

/// Makes DuckDB give back what it holds of the file for the next time. It keeps every block that was read or written
/// until its limit is reached, which is there for large sorts and is more than a sync or a desk at rest should hold.
///
/// DuckDB frees blocks only when its limit is lowered, so that is done for a moment in which nobody reads. One a store;
/// any thread.
class CacheTrim
{
public:
    /// Held by whoever reads: as long as anybody does, nothing is given back.
    class Reading
    {
    public:
        explicit Reading(CacheTrim &trim)
            : m_locker(&trim.m_reading)
        {
        }

    private:
        QReadLocker m_locker;
    };

    /// Gives back, if there is much and nobody reads; more of it after many rows. The connection is the writing one,
    /// between transactions.
    void run(Connection &connection, qint64 rowsWritten);

private:
    QReadWriteLock m_reading;
};

} // namespace watchdesk::store
