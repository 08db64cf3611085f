// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Datetimes and spans of their parts; local times of IANA's time zones.

#include "app/base/ticks.h"
#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace watchdesk::kql {

namespace {

/// Seconds with their fraction as ticks; nothing outside of a minute.
MaybeLong secondTicks(double seconds)
{
    if (!(seconds >= 0 && seconds < 60))
        return std::nullopt;
    return std::llround(seconds * double(kTicksPerSecond));
}

MaybeLong clockTicks(qint64 hour, qint64 minute, double second)
{
    const MaybeLong seconds = secondTicks(second);
    if (!seconds || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    return hour * kTicksPerHour + minute * kTicksPerMinute + *seconds;
}

MaybeLong makeDateTime(qint64 year, qint64 month, qint64 day, qint64 hour, qint64 minute, double second)
{
    const MaybeLong clock = clockTicks(hour, minute, second);
    const bool inRange = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!clock || !inRange || !QDate::isValid(int(year), int(month), int(day)))
        return std::nullopt;
    return QDate(1, 1, 1).daysTo(QDate(int(year), int(month), int(day))) * kTicksPerDay + *clock;
}

MaybeLong makeTimeSpan(qint64 days, qint64 hours, qint64 minutes, double seconds)
{
    const MaybeLong clock = clockTicks(hours, minutes, seconds);
    if (!clock || days < 0 || days > 10'000'000)
        return std::nullopt;
    return days * kTicksPerDay + *clock;
}

/// The zone of a name, kept from row to row.
const QTimeZone &zoneNamed(Text name)
{
    thread_local std::string known;
    thread_local QTimeZone zone;
    if (known != name || known.empty()) {
        known = name;
        // Not by the list of what is available, which lacks old names such as US/Pacific.
        zone = name.size() <= 64 ? QTimeZone(QByteArray(name.data(), qsizetype(name.size()))) : QTimeZone();
    }
    return zone;
}

/// Seconds east of UTC at an instant.
qint64 offsetAt(const QTimeZone &zone, qint64 ticks)
{
    const qint64 seconds = (ticks - kUnixEpochTicks) / kTicksPerSecond;
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
}

MaybeLong inRange(qint64 ticks) { return ticks >= 0 && ticks <= kMaxTicks ? MaybeLong(ticks) : std::nullopt; }

MaybeLong utcToLocal(qint64 ticks, Text name)
{
    const QTimeZone &zone = zoneNamed(name);
    return zone.isValid() ? inRange(ticks + offsetAt(zone, ticks) * kTicksPerSecond) : std::nullopt;
}

/// A local time that the clock skips, or shows twice, is read with the greater offset.
MaybeLong localToUtc(qint64 ticks, Text name)
{
    const QTimeZone &zone = zoneNamed(name);
    if (!zone.isValid())
        return std::nullopt;
    const qint64 before = offsetAt(zone, ticks - kTicksPerDay);
    const qint64 after = offsetAt(zone, ticks + kTicksPerDay);
    const qint64 greater = ticks - std::max(before, after) * kTicksPerSecond;
    const qint64 lesser = ticks - std::min(before, after) * kTicksPerSecond;
    const bool greaterHolds = greater + offsetAt(zone, greater) * kTicksPerSecond == ticks;
    const bool lesserHolds = lesser + offsetAt(zone, lesser) * kTicksPerSecond == ticks;
    return inRange(!greaterHolds && lesserHolds ? lesser : greater);
}

std::string timeZones()
{
    std::vector<std::string> names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        names.push_back(jsonQuoted(id.toStdString()));
    std::sort(names.begin(), names.end());
    return jsonArrayFrom(names);
}

/// The first week is the one with the year's first Wednesday.
qint64 oldWeekOfYear(qint64 ticks)
{
    const QDate date = QDate(1, 1, 1).addDays(ticks / kTicksPerDay);
    return date.addDays(1).weekNumber();
}

} // namespace

QList<NativeFunction> calendarFunctions()
{
    return {
        native("kql_make_datetime", makeDateTime), native("kql_make_timespan", makeTimeSpan),
        native("kql_utc_to_local", utcToLocal),    native("kql_local_to_utc", localToUtc),
        native("kql_time_zones", timeZones),       native("kql_old_week_of_year", oldWeekOfYear),
    };
}

} // namespace watchdesk::kql
