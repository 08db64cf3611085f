// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/throttle.h"

namespace watchdesk::net {

Throttle::Throttle(int places, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_quietUntil(0)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Throttle::admit);
}

void Throttle::enter(QObject *who, std::function<void()> go)
{
    m_waiting.enqueue({who, std::move(go)});
    admit();
}

void Throttle::leave()
{
    ++m_places;
    admit();
}

void Throttle::pause(std::chrono::milliseconds duration)
{
    if (duration.count() <= m_quietUntil.remainingTime())
        return;
    m_quietUntil.setRemainingTime(duration.count());
    m_timer.start(duration);
    Q_EMIT paused(duration.count());
}

void Throttle::admit()
{
    if (const qint64 left = m_quietUntil.remainingTime(); left > 0) {
        m_timer.start(std::chrono::milliseconds(left)); // it may have fired a little early
        return;
    }
    while (m_places > 0 && !m_waiting.isEmpty()) {
        const Waiting next = m_waiting.dequeue();
        if (!next.who)
            continue;
        --m_places;
        next.go();
    }
}

} // namespace watchdesk::net
