// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/quotameter.h"

#include "app/defender/resource.h"

namespace watchdesk::lab {

namespace {

constexpr qint64 kUsualPerMinute = 100;
constexpr qint64 kUsualPerHour = 1'500;

using namespace std::chrono_literals;

HttpReply tooMany(const QString &span, qint64 limit, std::chrono::steady_clock::duration wait)
{
    const qint64 seconds = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(wait).count());
    HttpReply reply =
        errorReply(ApiCode::TooManyRequests,
                   QStringLiteral("API calls quota exceeded! The maximum is %1 calls per %2. Try again in %3 "
                                  "seconds.")
                       .arg(QString::number(limit), span, QString::number(seconds)));
    reply.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return reply;
}

} // namespace

QuotaMeter::QuotaMeter(bool documented)
    : m_factor(documented ? 1 : 100)
{
}

QuotaMeter::Bucket &QuotaMeter::bucketNamed(const QString &name)
{
    const auto known = m_buckets.find(name);
    if (known != m_buckets.end())
        return *known;
    Bucket bucket{kUsualPerMinute * m_factor, kUsualPerHour * m_factor, {}};
    for (const defender::Quota &quota : defender::quotas()) {
        if (quota.name == name)
            bucket = {quota.perMinute * m_factor, quota.perHour * m_factor, {}};
    }
    return *m_buckets.insert(name, bucket);
}

std::optional<HttpReply> QuotaMeter::take(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    Bucket &bucket = bucketNamed(name);
    std::deque<Clock::time_point> &calls = bucket.calls;
    const Clock::time_point now = Clock::now();
    while (!calls.empty() && now - calls.front() >= 1h)
        calls.pop_front();
    const auto count = qint64(calls.size());
    if (bucket.perHour > 0 && count >= bucket.perHour)
        return tooMany(QStringLiteral("hour"), bucket.perHour, calls.front() + 1h - now);
    if (bucket.perMinute > 0 && count >= bucket.perMinute) {
        const Clock::time_point oldest = calls[size_t(count - bucket.perMinute)];
        if (now - oldest < 1min)
            return tooMany(QStringLiteral("minute"), bucket.perMinute, oldest + 1min - now);
    }
    // A bucket without an hourly limit needs no longer memory than its minute's.
    if (bucket.perHour == 0 && bucket.perMinute > 0 && count >= bucket.perMinute)
        calls.pop_front();
    calls.push_back(now);
    return std::nullopt;
}

} // namespace watchdesk::lab
