// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/throttle.h"

#include <QSet>

namespace watchdesk::net {

Throttle::Throttle(int places, std::shared_ptr<QuotaBook> quotas, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_quotas(std::move(quotas))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Throttle::admit);
    connect(m_quotas.get(), &QuotaBook::changed, this, &Throttle::admit);
}

void Throttle::enter(Entry entry)
{
    m_waiting.append(std::make_shared<Entry>(std::move(entry)));
    admit();
}

void Throttle::leave()
{
    ++m_places;
    admit();
}

void Throttle::pause(const QString &operation, QuotaLimits limits, Milliseconds duration)
{
    const Milliseconds now = QuotaBook::now();
    QuotaBucket &bucket = m_quotas->bucket(operation, limits);
    const bool isNews = bucket.wait(now) < duration;
    bucket.block(duration, now);
    if (isNews)
        Q_EMIT paused(duration.count());
    m_quotas->announce();
}

bool Throttle::isHandedOver(const Entry &entry, Milliseconds &wait)
{
    const Milliseconds now = QuotaBook::now();
    QuotaBucket &bucket = m_quotas->bucket(entry.operation, entry.limits);
    wait = bucket.wait(now);
    if (wait > Milliseconds(0) && wait <= entry.patience)
        return false;
    if (wait > Milliseconds(0)) {
        entry.runsTooLong(wait);
        return true;
    }
    --m_places;
    entry.go(bucket.reserve(now));
    return true;
}

/// What goes may end at once and leave, which comes back here: then it is looked through once more.
void Throttle::admit()
{
    m_isStale = true;
    if (m_isAdmitting)
        return;
    m_isAdmitting = true;
    while (std::exchange(m_isStale, false))
        lookThrough();
    m_isAdmitting = false;
}

/// In the order they came; of an operation that has to wait only the first is asked.
void Throttle::lookThrough()
{
    QSet<QString> held;
    Milliseconds next = Milliseconds::max();
    const QList<std::shared_ptr<Entry>> waiting = m_waiting;
    for (const auto &entry : waiting) {
        if (m_places <= 0)
            break;
        Milliseconds wait{0};
        if (entry->who && (held.contains(entry->operation) || !isHandedOver(*entry, wait))) {
            held.insert(entry->operation);
            next = wait > Milliseconds(0) ? std::min(next, wait) : next;
        } else {
            m_waiting.removeOne(entry);
        }
    }
    if (next != Milliseconds::max())
        m_timer.start(next);
}

} // namespace watchdesk::net
