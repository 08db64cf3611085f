// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// series_seasonal() and series_decompose() with a period that is given. How the service finds one by itself is not
// documented, so that is refused.

#include "app/kql/bind/specials.h"

#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

/// The argument at `index` if it is a period; refuses what would have to be detected.
ScalarPointer periodAt(const SpecialCall &call, size_t index)
{
    const auto *period = index < call.arguments.size() ? std::get_if<qint64>(&call.arguments[index]->value) : nullptr;
    if (period && call.arguments[index]->isLiteral() && *period >= 0)
        return asLong(call.arguments[index]);
    call.binder.refuse(
        QCoreApplication::translate("kql", "%1() needs the period as a plain number: it cannot be detected here.")
            .arg(call.node.text),
        call.node.nameSpan);
    return longScalar(0);
}

ScalarPointer argumentOr(const SpecialCall &call, size_t index, const ScalarPointer &otherwise)
{
    return index < call.arguments.size() ? call.arguments[index] : otherwise;
}

} // namespace

ScalarPointer seasonalOf(const SpecialCall &call)
{
    return callScalar(QStringLiteral("kql_series_seasonal($0, $1, $2)"),
                      {call.arguments[0], periodAt(call, 1), asLong(argumentOr(call, 2, longScalar(0)))}, call.type,
                      true);
}

ScalarPointer decomposedOf(const SpecialCall &call)
{
    return callScalar(QStringLiteral("kql_series_decompose($0, $1, $2, $3)"),
                      {call.arguments[0], periodAt(call, 1), argumentOr(call, 2, textScalar(QStringLiteral("avg"))),
                       asLong(argumentOr(call, 3, longScalar(0)))},
                      call.type, true);
}

ScalarPointer forecastOf(const SpecialCall &call)
{
    return callScalar(QStringLiteral("kql_series_decompose($0, $1, $2, $3)"),
                      {call.arguments[0], periodAt(call, 2), argumentOr(call, 3, textScalar(QStringLiteral("linefit"))),
                       asLong(call.arguments[1])},
                      call.type, true);
}

} // namespace watchdesk::kql
