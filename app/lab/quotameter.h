// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/apierror.h"

#include <QHash>

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>

namespace watchdesk::lab {

/// Counts the calls of each quota bucket over the last minute and hour, as the service does for a tenant.
/// Thread-safe. A call that is refused does not count.
class QuotaMeter
{
public:
    /// `documented`: the descriptors' numbers. Otherwise a hundred times those, which a sync at full speed never meets
    /// and a client gone wild does.
    explicit QuotaMeter(bool documented);

    /// Nothing, or the 429 with its Retry-After.
    std::optional<HttpReply> take(const QString &bucket);

private:
    using Clock = std::chrono::steady_clock;
    struct Bucket
    {
        qint64 perMinute = 0;
        qint64 perHour = 0;
        std::deque<Clock::time_point> calls; ///< of the last hour
    };

    Bucket &bucketNamed(const QString &name);

    qint64 m_factor;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace watchdesk::lab
