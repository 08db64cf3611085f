// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace watchdesk::store {

class Connection;

/// Stops queries whose future was cancelled: looks every few milliseconds while any is watched, and interrupts its
/// connection until the query is gone. DuckDB has no way to give up on its own, and a worker that waits for it cannot
/// look. One a store, with a thread of its own.
class Interrupter
{
public:
    using IsCancelled = std::function<bool()>;

    Interrupter();
    Interrupter(const Interrupter &) = delete;
    Interrupter &operator=(const Interrupter &) = delete;
    ~Interrupter();

    /// Watches one query for as long as it lives.
    class Watch
    {
    public:
        Watch(Interrupter &interrupter, Connection &connection, IsCancelled isCancelled);
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;
        ~Watch();

    private:
        friend class Interrupter;
        Interrupter &m_interrupter;
        Connection &m_connection;
        IsCancelled m_isCancelled;
    };

    /// From now on every watched query counts as cancelled.
    void stopAll();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::list<Watch *> m_watches;
    bool m_stopAll = false;
    bool m_end = false;
    std::thread m_thread;
};

} // namespace watchdesk::store
