// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>
#include <optional>

namespace watchdesk {

/// Time as Kusto has it: 100-ns ticks since 0001-01-01 00:00 UTC for an instant, ticks for a span.
/// Kept as integers because Defender's API compares Timestamps by all seven decimals.
using Ticks = qint64;

inline constexpr Ticks kTicksPerMicrosecond = 10;
inline constexpr Ticks kTicksPerMillisecond = 10'000;
inline constexpr Ticks kTicksPerSecond = 10'000'000;
inline constexpr Ticks kTicksPerMinute = 60 * kTicksPerSecond;
inline constexpr Ticks kTicksPerHour = 60 * kTicksPerMinute;
inline constexpr Ticks kTicksPerDay = 24 * kTicksPerHour;
inline constexpr Ticks kUnixEpochTicks = 621'355'968'000'000'000;
inline constexpr Ticks kMaxTicks = 3'155'378'975'999'999'999; ///< 9999-12-31T23:59:59.9999999

Ticks ticksFromDateTime(const QDateTime &utc);
QDateTime dateTimeFromTicks(Ticks ticks); ///< UTC, milliseconds
Ticks ticksFromUnixSeconds(double seconds);
Ticks ticksFromUnixMilliseconds(qint64 milliseconds);

/// Reads ISO 8601: date, optional time (blank or T), up to 9 decimals (cut to 7), optional Z or ±hh:mm or ±hhmm.
/// No zone means UTC. Anything else, or a date that does not exist, gives nothing.
std::optional<Ticks> ticksFromIso(QStringView text);

/// "2024-05-01T12:34:56.1234567Z", always seven decimals.
QString isoFromTicks(Ticks ticks);
/// "15:02:13" for a grid, UTC.
QString clockFromTicks(Ticks ticks);
/// Kusto's form of a span: "[-][d.]hh:mm:ss[.fffffff]".
QString textFromTimeSpan(Ticks span);

} // namespace watchdesk
