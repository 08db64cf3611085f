// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"
#include "app/base/ticks.h"
#include "app/kql/syntax/node.h"

#include <optional>
#include <variant>

namespace watchdesk::kql {

/// A literal's value: nothing for null. Datetimes and spans are ticks; text serves string, dynamic (JSON),
/// guid and decimal.
using Value = std::variant<std::monostate, bool, qint64, double, QString>;

struct Literal
{
    ColumnType type = ColumnType::String;
    Value value;
};

/// Reads a literal node (String, Long, Real, Bool, TimeSpan, Typed, Dynamic). Nothing if the text is none of its type.
/// `now` is what datetime() and datetime(now) mean.
std::optional<Literal> literalFromNode(const Node &node, Ticks now = 0);

/// "1.5h", "10ms": a number and a unit.
std::optional<Ticks> ticksFromTimeSpanLiteral(QStringView text);
/// "1.12:34:56.7", "12:30", "2" (days) and what ticksFromTimeSpanLiteral() reads.
std::optional<Ticks> ticksFromTimeSpanText(QStringView text);
/// ISO 8601 and the forms of RFC 822 and 850; also "5/1/2024" and the year or month alone.
std::optional<Ticks> ticksFromDateText(QStringView text);

/// A literal inside of dynamic(…) as JSON.
QString jsonFromLiteral(const Node &node);

/// The value of a string token with its quotes, prefix and escapes.
QString stringValue(QStringView token);

} // namespace watchdesk::kql
