// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/apierror.h"

#include <QHash>
#include <QJsonObject>

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>

namespace watchdesk::lab {

/// Counts the calls of each operation over the last minute and hour, as the service does for a tenant.
/// Thread-safe. A call that is refused does not count.
class QuotaMeter
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// `documented`: the descriptors' numbers. Otherwise a hundred times those, which a sync at full speed never meets
    /// and a client gone wild does; policy() tells clients.
    explicit QuotaMeter(bool documented);

    /// Nothing, or the 429 with its Retry-After.
    std::optional<HttpReply> take(const QString &operation, const QString &quota,
                                  Moment now = std::chrono::steady_clock::now());
    /// {"GET api/machines": {"taken": 3, "refused": 0}}: all calls since the start.
    QJsonObject calls() const;
    /// A RateLimit-Policy header's value; "" where the documented numbers hold, of which the service says nothing.
    QByteArray policy(const QString &quota) const;

private:
    struct Limits
    {
        qint64 perMinute = 0;
        qint64 perHour = 0;
    };

    struct Count
    {
        int taken = 0;
        int refused = 0;
    };

    Limits limitsOf(const QString &quota) const;
    std::optional<HttpReply> refusal(const Limits &limits, std::deque<Moment> &calls, Moment now) const;

    qint64 m_factor;
    mutable std::mutex m_mutex;
    QHash<QString, Count> m_counts;
    QHash<QString, std::deque<Moment>> m_calls; ///< of the last hour, by operation
};

} // namespace watchdesk::lab
