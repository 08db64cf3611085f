// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace watchdesk::lab {

/// The server's threads: one a connection, made when needed, at most kMaxThreads; further connections wait.
/// Owned by the accepting thread; isCrowded() may be asked on any.
class ConnectionQueue
{
public:
    using Job = std::function<void()>;

    static constexpr size_t kMaxThreads = 256;
    static constexpr size_t kMaxWaiting = 4'096;

    /// False when too many wait already; the job is not taken then.
    bool add(Job job);
    /// Connections wait for a thread: whoever only keeps one busy by being idle should end.
    bool isCrowded() const;
    /// Runs what is queued, then joins the threads.
    void finish();

private:
    bool addThread(); ///< false when not even one thread runs
    void work();

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::vector<std::thread> m_threads;
    size_t m_idle = 0;
    bool m_finishing = false;
};

} // namespace watchdesk::lab
