// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/quotanotice.h"

#include <QRegularExpression>

namespace watchdesk::net {

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr int kMostCalls = 10'000'000; ///< what a service may claim to allow
constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 3'600;
constexpr qsizetype kLongestText = 1'000;

/// "minute", "1 hour", "00:01:00", "1.00:00:00": seconds.
std::optional<qint64> secondsOf(const QString &text)
{
    static const QRegularExpression clock(QStringLiteral("^(?:(\\d{1,3})\\.)?(\\d{1,2}):(\\d{2}):(\\d{2})"));
    if (const auto match = clock.match(text); match.hasMatch())
        return match.captured(1).toLongLong() * 24 * kHour + match.captured(2).toLongLong() * kHour +
               match.captured(3).toLongLong() * kMinute + match.captured(4).toLongLong();
    static const QRegularExpression words(
        QStringLiteral("^(\\d{1,6})?(?:\\.\\d+)?\\s*(second|minute|hour|day|sec|min)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = words.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).isEmpty() ? 1 : match.captured(1).toLongLong();
    const QString unit = match.captured(2).toLower();
    const qint64 size = unit.startsWith(u's')           ? 1
                        : unit.startsWith(u'm')         ? kMinute
                        : unit == QLatin1String("hour") ? kHour
                                                        : 24 * kHour;
    return count * size;
}

void set(QuotaLimits &limits, qint64 seconds, qint64 calls)
{
    if (calls <= 0 || calls > kMostCalls)
        return;
    if (seconds == kMinute)
        limits.perMinute = int(calls);
    else if (seconds == kHour)
        limits.perHour = int(calls);
}

} // namespace

QuotaNotice quotaNotice(const QString &message)
{
    const QString text = message.left(kLongestText);
    QuotaNotice notice;
    static const QRegularExpression allowance(
        QStringLiteral("\\bmaximum\\b[^0-9]{0,60}?(\\d{1,7})\\b.{0,120}?\\bper\\s+([^.,;]{1,20}(?:\\.\\d[\\d:]*)?)"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = allowance.match(text); match.hasMatch()) {
        if (const auto seconds = secondsOf(match.captured(2)))
            set(notice.limits, *seconds, match.captured(1).toLongLong());
    }
    static const QRegularExpression again(QStringLiteral("\\bagain\\s+in\\s+(.{1,24})"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (const auto match = again.match(text); match.hasMatch()) {
        if (const auto seconds = secondsOf(match.captured(1)))
            notice.pause = std::chrono::seconds(*seconds);
    }
    return notice;
}

QuotaLimits quotaPolicy(const QByteArray &header)
{
    QuotaLimits limits;
    static const QRegularExpression policy(QStringLiteral("^\\s*(\\d{1,9})\\s*;(?:.*;)?\\s*w=(\\d{1,6})\\s*(?:;.*)?$"));
    const auto entries = header.left(kLongestText).split(',');
    for (const QByteArray &entry : entries) {
        const auto match = policy.match(QString::fromLatin1(entry));
        if (match.hasMatch())
            set(limits, match.captured(2).toLongLong(), match.captured(1).toLongLong());
    }
    return limits;
}

} // namespace watchdesk::net
