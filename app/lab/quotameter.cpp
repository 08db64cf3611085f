// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/quotameter.h"

#include "app/defender/resource.h"

namespace watchdesk::lab {

namespace {

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

QuotaMeter::Limits QuotaMeter::limitsOf(const QString &name) const
{
    const defender::Quota quota = defender::quotaNamed(name);
    return {quota.perMinute * m_factor, quota.perHour * m_factor};
}

QByteArray QuotaMeter::policy(const QString &quota) const
{
    const Limits limits = limitsOf(quota);
    QByteArrayList windows;
    if (m_factor > 1 && limits.perMinute > 0)
        windows.append(QByteArray::number(limits.perMinute) + ";w=60");
    if (m_factor > 1 && limits.perHour > 0)
        windows.append(QByteArray::number(limits.perHour) + ";w=3600");
    return windows.join(", ");
}

QJsonObject QuotaMeter::calls() const
{
    const std::lock_guard lock(m_mutex);
    QJsonObject all;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        all.insert(it.key(),
                   QJsonObject{{QStringLiteral("taken"), it->taken}, {QStringLiteral("refused"), it->refused}});
    return all;
}

std::optional<HttpReply> QuotaMeter::take(const QString &operation, const QString &quota, Moment now)
{
    const Limits limits = limitsOf(quota);
    const std::lock_guard lock(m_mutex);
    std::deque<Moment> &calls = m_calls[operation];
    auto refused = refusal(limits, calls, now);
    Count &count = m_counts[operation];
    ++(refused ? count.refused : count.taken);
    if (refused)
        return refused;
    // Without an hourly limit there is no need for a longer memory than the minute's.
    if (limits.perHour == 0 && qint64(calls.size()) >= limits.perMinute && !calls.empty())
        calls.pop_front();
    calls.push_back(now);
    return std::nullopt;
}

std::optional<HttpReply> QuotaMeter::refusal(const Limits &limits, std::deque<Moment> &calls, Moment now) const
{
    while (!calls.empty() && now - calls.front() >= 1h)
        calls.pop_front();
    const auto count = qint64(calls.size());
    if (limits.perHour > 0 && count >= limits.perHour)
        return tooMany(QStringLiteral("hour"), limits.perHour, calls.front() + 1h - now);
    if (limits.perMinute <= 0 || count < limits.perMinute)
        return std::nullopt;
    const Moment oldest = calls[size_t(count - limits.perMinute)];
    if (now - oldest < 1min)
        return tooMany(QStringLiteral("minute"), limits.perMinute, oldest + 1min - now);
    return std::nullopt;
}

} // namespace watchdesk::lab
