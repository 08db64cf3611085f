// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"
#include "app/base/ticks.h"

#include <QJsonValue>
#include <QString>

#include <compare>
#include <optional>
#include <variant>

namespace watchdesk::lab {

/// An instant in a filter; told apart from a number so that both never compare.
struct Instant
{
    Ticks ticks = 0;
    auto operator<=>(const Instant &) const = default;
};

/// One operand of a filter at run time; nothing = OData's null.
using Value = std::variant<std::monostate, bool, qint64, double, Instant, QString>;

bool isNull(const Value &value);

/// How two values stand to each other; nothing where they have no order: null, or kinds that do not compare.
/// Texts compare by code units unless `ignoreCase`; a text beside an instant is read as a date.
std::optional<std::partial_ordering> compared(const Value &left, const Value &right, bool ignoreCase);

Value valueFromJson(const QJsonValue &json);

/// "Edm.String" and so on, for messages.
QString edmName(ColumnType type);

} // namespace watchdesk::lab
