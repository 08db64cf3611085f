// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bin() and bin_at(): down to a multiple of a step, also below zero; null for null and for a step that is not above
// zero.

#include "app/kql/bind/specials.h"

#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

using Type = ColumnType;

bool isPositiveLiteral(const ScalarPointer &scalar)
{
    const auto *number = std::get_if<qint64>(&scalar->value);
    return scalar->isLiteral() && number && *number > 0;
}

bool isReal(Type type) { return isNumber(type) && !isInteger(type); }

} // namespace

ScalarPointer binOf(const SpecialCall &call)
{
    ScalarPointer value = call.arguments[0];
    const ScalarPointer step = call.arguments.size() > 1 ? call.arguments[1] : longScalar(1);
    if (value->type == Type::Dynamic)
        value = converted(value, Type::Real);
    if (call.type == Type::Decimal)
        return callScalar(QStringLiteral("kql_decimal_bin($0, $1)"),
                          {converted(value, Type::Decimal), converted(step, Type::Decimal)}, call.type, true);
    if (isReal(call.type))
        return callScalar(QStringLiteral("(CASE WHEN $1 > 0 THEN floor($0 / $1) * $1 END)"),
                          {asReal(value), asReal(step)}, Type::Real, true);
    if (value->type == Type::DateTime && isPositiveLiteral(step))
        return callScalar(QStringLiteral("($0 - $0 % $1)"), {value, step}, call.type);
    if (isPositiveLiteral(step))
        return callScalar(QStringLiteral("($0 - (($0 % $1) + $1) % $1)"), {asLong(value), asLong(step)}, call.type);
    return callScalar(QStringLiteral("(CASE WHEN $1 > 0 THEN $0 - (($0 % $1) + $1) % $1 END)"),
                      {asLong(value), asLong(step)}, call.type, true);
}

/// bin_at() with the step and the fixed point that "set" gave; the point is 0 unless told otherwise.
ScalarPointer binAutoOf(const SpecialCall &call)
{
    const auto number = [](const ScalarPointer &value) { return value && std::get_if<qint64>(&value->value); };
    const ScalarPointer step = call.binder.setting(QStringLiteral("query_bin_auto_size"));
    const ScalarPointer at = call.binder.setting(QStringLiteral("query_bin_auto_at"));
    const ColumnType type = call.arguments[0]->type;
    const bool isTime = type == Type::DateTime || type == Type::TimeSpan;
    const bool fits = isTime ? number(step) && step->type == Type::TimeSpan && (!at || (number(at) && at->type == type))
                             : step && isNumber(step->type) && (isInteger(step->type) || !isInteger(type)) &&
                                   (!at || at->type == step->type);
    if (!fits) {
        call.binder.refuse(QCoreApplication::translate(
                               "kql", "bin_auto() needs a step of the value's kind by set query_bin_auto_size = …;"),
                           call.node.nameSpan);
        return nullScalar(type);
    }
    const std::vector<ScalarPointer> all{call.arguments[0], step, at ? at : longScalar(0)};
    return binAtOf({call.binder, all, type, call.node});
}

ScalarPointer binAtOf(const SpecialCall &call)
{
    const auto &all = call.arguments;
    if (call.type == Type::Decimal) {
        const ScalarPointer fixed = converted(all[2], Type::Decimal);
        return callScalar(QStringLiteral("kql_decimal_add(kql_decimal_bin(kql_decimal_subtract($0, $2), $1), $2)"),
                          {converted(all[0], Type::Decimal), converted(all[1], Type::Decimal), fixed}, call.type, true);
    }
    if (isReal(call.type))
        return callScalar(QStringLiteral("(CASE WHEN $1 > 0 THEN floor(($0 - $2) / $1) * $1 + $2 END)"),
                          {asReal(all[0]), asReal(all[1]), asReal(all[2])}, Type::Real, true);
    return callScalar(QStringLiteral("(CASE WHEN $1 > 0 THEN $0 - ((($0 - $2) % $1) + $1) % $1 END)"),
                      {asLong(all[0]), asLong(all[1]), asLong(all[2])}, call.type, true);
}

} // namespace watchdesk::kql
