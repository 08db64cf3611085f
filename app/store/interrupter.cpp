// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/interrupter.h"

#include "app/store/connection.h"

namespace watchdesk::store {

namespace {

constexpr auto kLook = std::chrono::milliseconds(10);

}

Interrupter::Interrupter()
    : m_thread([this] { run(); })
{
}

Interrupter::~Interrupter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Interrupter::stopAll()
{
    const std::lock_guard lock(m_mutex);
    m_stopAll = true;
}

void Interrupter::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_end) {
        if (m_watches.empty()) {
            m_wake.wait(lock);
            continue;
        }
        for (Watch *watch : m_watches) {
            if (m_stopAll || watch->m_isCancelled())
                watch->m_connection.interrupt();
        }
        m_wake.wait_for(lock, kLook);
    }
}

Interrupter::Watch::Watch(Interrupter &interrupter, Connection &connection, IsCancelled isCancelled)
    : m_interrupter(interrupter)
    , m_connection(connection)
    , m_isCancelled(std::move(isCancelled))
{
    {
        const std::lock_guard lock(interrupter.m_mutex);
        interrupter.m_watches.push_back(this);
    }
    interrupter.m_wake.notify_all();
}

Interrupter::Watch::~Watch()
{
    const std::lock_guard lock(m_interrupter.m_mutex);
    m_interrupter.m_watches.remove(this);
}

} // namespace watchdesk::store
