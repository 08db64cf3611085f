// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/connectionqueue.h"

#include <system_error>

namespace watchdesk::lab {

bool ConnectionQueue::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= kMaxWaiting)
            return false;
        if (m_idle <= m_jobs.size() && m_threads.size() < kMaxThreads && !addThread())
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

bool ConnectionQueue::addThread()
{
    try {
        m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error &) {
        // The system gives no more threads: those that run serve the rest, if there are any.
    }
    return !m_threads.empty();
}

bool ConnectionQueue::isCrowded() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size() > m_idle;
}

void ConnectionQueue::finish()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_finishing = true;
        threads.swap(m_threads);
    }
    m_wake.notify_all();
    for (std::thread &thread : threads)
        thread.join();
}

void ConnectionQueue::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_finishing || !m_jobs.empty(); });
        --m_idle;
        if (m_jobs.empty())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

} // namespace watchdesk::lab
