// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/odata/value.h"

#include <cmath>

namespace watchdesk::lab {

namespace {

std::optional<double> number(const Value &value)
{
    if (const auto *whole = std::get_if<qint64>(&value))
        return double(*whole);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

std::optional<Instant> instant(const Value &value)
{
    if (const auto *time = std::get_if<Instant>(&value))
        return *time;
    const auto *text = std::get_if<QString>(&value);
    const auto ticks = text ? ticksFromIso(*text) : std::nullopt;
    return ticks ? std::optional(Instant{*ticks}) : std::nullopt;
}

std::partial_ordering orderOf(int sign) { return sign <=> 0; }

} // namespace

bool isNull(const Value &value) { return std::holds_alternative<std::monostate>(value); }

std::optional<std::partial_ordering> compared(const Value &left, const Value &right, bool ignoreCase)
{
    if (isNull(left) || isNull(right))
        return std::nullopt;
    if (left.index() == right.index()) {
        if (const auto *text = std::get_if<QString>(&left))
            return orderOf(
                text->compare(std::get<QString>(right), ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive));
        if (const auto *whole = std::get_if<qint64>(&left))
            return *whole <=> std::get<qint64>(right);
        if (const auto *truth = std::get_if<bool>(&left))
            return int(*truth) <=> int(std::get<bool>(right));
    }
    if (std::holds_alternative<Instant>(left) || std::holds_alternative<Instant>(right)) {
        const auto a = instant(left);
        const auto b = instant(right);
        return a && b ? std::optional<std::partial_ordering>(*a <=> *b) : std::nullopt;
    }
    const auto a = number(left);
    const auto b = number(right);
    return a && b ? std::optional(*a <=> *b) : std::nullopt;
}

Value valueFromJson(const QJsonValue &json)
{
    if (json.isBool())
        return json.toBool();
    if (json.isString())
        return json.toString();
    if (!json.isDouble())
        return {};
    const double real = json.toDouble();
    if (std::abs(real) < 9e15 && real == std::floor(real))
        return qint64(real);
    return real;
}

QString edmName(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("Edm.Boolean");
    case ColumnType::Int:
        return QStringLiteral("Edm.Int32");
    case ColumnType::Long:
        return QStringLiteral("Edm.Int64");
    case ColumnType::Real:
        return QStringLiteral("Edm.Double");
    case ColumnType::Decimal:
        return QStringLiteral("Edm.Decimal");
    case ColumnType::DateTime:
        return QStringLiteral("Edm.DateTimeOffset");
    case ColumnType::TimeSpan:
        return QStringLiteral("Edm.Duration");
    case ColumnType::Guid:
        return QStringLiteral("Edm.Guid");
    case ColumnType::String:
        return QStringLiteral("Edm.String");
    case ColumnType::Dynamic:
        return QStringLiteral("Collection");
    }
    return QStringLiteral("Edm.Untyped");
}

} // namespace watchdesk::lab
