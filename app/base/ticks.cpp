// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/ticks.h"

#include <QDate>
#include <QTimeZone>

#include <cmath>

namespace watchdesk {

namespace {

const qint64 kJulianDayOfYearOne = 1'721'426; // QDate(1, 1, 1).toJulianDay()

/// Reads digits from `text` at `at`; between `least` and `most` of them.
std::optional<int> number(QStringView text, qsizetype &at, int least, int most)
{
    int value = 0;
    int count = 0;
    while (at < text.size() && count < most && text[at] >= u'0' && text[at] <= u'9') {
        value = value * 10 + (text[at].unicode() - u'0');
        ++at;
        ++count;
    }
    return count >= least ? std::optional(value) : std::nullopt;
}

bool skip(QStringView text, qsizetype &at, char16_t c)
{
    if (at >= text.size() || text[at] != c)
        return false;
    ++at;
    return true;
}

std::optional<Ticks> readDate(QStringView text, qsizetype &at)
{
    const auto year = number(text, at, 4, 4);
    if (!year || !skip(text, at, u'-'))
        return std::nullopt;
    const auto month = number(text, at, 1, 2);
    if (!month || !skip(text, at, u'-'))
        return std::nullopt;
    const auto day = number(text, at, 1, 2);
    if (!day || !QDate::isValid(*year, *month, *day) || *year < 1)
        return std::nullopt;
    return (QDate(*year, *month, *day).toJulianDay() - kJulianDayOfYearOne) * kTicksPerDay;
}

Ticks readFraction(QStringView text, qsizetype &at)
{
    Ticks fraction = 0;
    Ticks unit = kTicksPerSecond / 10;
    for (int digits = 0; digits < 9 && at < text.size() && text[at].isDigit(); ++at, ++digits, unit /= 10)
        fraction += (text[at].unicode() - u'0') * unit;
    return fraction;
}

std::optional<Ticks> readTime(QStringView text, qsizetype &at)
{
    const auto hour = number(text, at, 1, 2);
    if (!hour || *hour > 23 || !skip(text, at, u':'))
        return std::nullopt;
    const auto minute = number(text, at, 2, 2);
    if (!minute || *minute > 59)
        return std::nullopt;
    Ticks ticks = *hour * kTicksPerHour + *minute * kTicksPerMinute;
    if (!skip(text, at, u':'))
        return ticks;
    const auto second = number(text, at, 2, 2);
    if (!second || *second > 59)
        return std::nullopt;
    ticks += *second * kTicksPerSecond;
    if (skip(text, at, u'.'))
        ticks += readFraction(text, at);
    return ticks;
}

/// What to subtract to get UTC; nothing if the zone cannot be read.
std::optional<Ticks> readZone(QStringView text, qsizetype &at)
{
    if (at == text.size() || skip(text, at, u'Z') || skip(text, at, u'z'))
        return 0;
    const bool west = text[at] == u'-';
    if (!west && text[at] != u'+')
        return std::nullopt;
    ++at;
    const auto hours = number(text, at, 2, 2);
    skip(text, at, u':');
    const auto minutes = number(text, at, 0, 2);
    if (!hours || *hours > 14 || !minutes || *minutes > 59)
        return std::nullopt;
    const Ticks offset = *hours * kTicksPerHour + *minutes * kTicksPerMinute;
    return west ? -offset : offset;
}

} // namespace

Ticks ticksFromDateTime(const QDateTime &utc)
{
    return kUnixEpochTicks + utc.toMSecsSinceEpoch() * kTicksPerMillisecond;
}

QDateTime dateTimeFromTicks(Ticks ticks)
{
    const Ticks sinceEpoch = ticks - kUnixEpochTicks;
    const qint64 floored = sinceEpoch >= 0 ? sinceEpoch / kTicksPerMillisecond
                                           : -((-sinceEpoch + kTicksPerMillisecond - 1) / kTicksPerMillisecond);
    return QDateTime::fromMSecsSinceEpoch(floored, Qt::UTC);
}

Ticks ticksFromUnixSeconds(double seconds)
{
    const double whole = std::floor(seconds);
    // Doubles hold a current epoch time to about 0.2 µs: round the fraction to microseconds, as sensors write them.
    const auto micro = static_cast<qint64>(std::llround((seconds - whole) * 1e6));
    return kUnixEpochTicks + static_cast<qint64>(whole) * kTicksPerSecond + micro * kTicksPerMicrosecond;
}

Ticks ticksFromUnixMilliseconds(qint64 milliseconds) { return kUnixEpochTicks + milliseconds * kTicksPerMillisecond; }

std::optional<Ticks> ticksFromIso(QStringView text)
{
    text = text.trimmed();
    qsizetype at = 0;
    const auto date = readDate(text, at);
    if (!date)
        return std::nullopt;
    if (at == text.size())
        return date;
    if (skip(text, at, u'Z'))
        return at == text.size() ? date : std::nullopt;
    if (!skip(text, at, u'T') && !skip(text, at, u't') && !skip(text, at, u' '))
        return std::nullopt;
    const auto time = readTime(text, at);
    if (!time)
        return std::nullopt;
    skip(text, at, u' ');
    const auto zone = readZone(text, at);
    if (!zone || at != text.size())
        return std::nullopt;
    const Ticks ticks = *date + *time - *zone;
    return ticks >= 0 && ticks <= kMaxTicks ? std::optional(ticks) : std::nullopt;
}

QString isoFromTicks(Ticks ticks)
{
    const Ticks day = ticks / kTicksPerDay;
    const Ticks inDay = ticks % kTicksPerDay;
    const QDate date = QDate::fromJulianDay(day + kJulianDayOfYearOne);
    return QString::asprintf("%04d-%02d-%02dT%02d:%02d:%02d.%07dZ", date.year(), date.month(), date.day(),
                             static_cast<int>(inDay / kTicksPerHour), static_cast<int>(inDay / kTicksPerMinute % 60),
                             static_cast<int>(inDay / kTicksPerSecond % 60), static_cast<int>(inDay % kTicksPerSecond));
}

QString clockFromTicks(Ticks ticks)
{
    const Ticks inDay = ticks % kTicksPerDay;
    return QString::asprintf("%02d:%02d:%02d", static_cast<int>(inDay / kTicksPerHour),
                             static_cast<int>(inDay / kTicksPerMinute % 60),
                             static_cast<int>(inDay / kTicksPerSecond % 60));
}

QString textFromTimeSpan(Ticks span)
{
    const quint64 all = span < 0 ? 0 - static_cast<quint64>(span) : static_cast<quint64>(span);
    const quint64 days = all / kTicksPerDay;
    const quint64 inDay = all % kTicksPerDay;
    QString text = span < 0 ? QStringLiteral("-") : QString();
    if (days > 0)
        text += QString::number(days) + u'.';
    text += QString::asprintf("%02d:%02d:%02d", static_cast<int>(inDay / kTicksPerHour),
                              static_cast<int>(inDay / kTicksPerMinute % 60),
                              static_cast<int>(inDay / kTicksPerSecond % 60));
    if (const auto fraction = inDay % kTicksPerSecond)
        text += QString::asprintf(".%07d", static_cast<int>(fraction));
    return text;
}

} // namespace watchdesk
