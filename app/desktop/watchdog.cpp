// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/watchdog.h"

#include <algorithm>

namespace watchdesk::desktop {

namespace {

constexpr int kInterval = 5;
constexpr int kTolerated = 50;

} // namespace

Watchdog::Watchdog(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::tick);
}

void Watchdog::start()
{
    m_since.start();
    m_longest = 0;
    m_timer.start();
}

void Watchdog::tick()
{
    const qint64 block = m_since.restart() - kInterval;
    if (block > kTolerated)
        Q_EMIT blocked(block);
    m_longest = std::max(m_longest, block);
}

} // namespace watchdesk::desktop
