// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/nativefunction.h"

#include "app/base/ticks.h"
#include "app/kql/functions/natives.h"

namespace watchdesk::kql {

const QList<NativeFunction> &nativeFunctions()
{
    static const QList<NativeFunction> all =
        termFunctions() + dynamicFunctions() + valueFunctions() + textFunctions() + addressFunctions() +
        placeFunctions() + userAgentFunctions() + ipv6Functions() + arrayFunctions() + bagFunctions() +
        codecFunctions() + hashFunctions() + parsingFunctions() + calendarFunctions() + numberFunctions() +
        regexFunctions() + windowFunctions() + decimalFunctions() + geoFunctions() + shapeFunctions() +
        cellFunctions() + hexagonFunctions() + unitFunctions() + sketchFunctions() + schemaFunctions() +
        seriesFunctions() + seriesFitFunctions() + twoLineFunctions() + packedFunctions() + patternFunctions() +
        keyValueFunctions();
    return all;
}

QStringList preludeSql()
{
    // Text is ordered by its bytes, nulls are placed by each key; set in case a connection was told otherwise.
    // A sum of longs that left their range comes in again at the other end.
    // A time before the year 1 or after the year 9999 is none; a spread of endless values is no number.
    return {QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_missing(x) AS coalesce(x, '')"),
            QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_inner(x) AS CASE WHEN x IS NULL THEN 'null' WHEN x = "
                           "'[]' THEN NULL WHEN x[1] = '[' THEN x[2:-2] ELSE x END"),
            // Fewer bytes cannot be more elements: most arrays are not looked at.
            QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_capped(x) AS CASE WHEN strlen(x) > 2097152 THEN "
                           "kql_array_head(x, 1048576) ELSE x END"),
            QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_spread(endless, spread) AS CASE WHEN endless > 0 THEN "
                           "'NaN'::DOUBLE ELSE coalesce(spread, 0) END"),
            QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_instant(x) AS CASE WHEN x BETWEEN 0 AND %1 THEN x END")
                .arg(kMaxTicks),
            QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_wrapped(x) AS CAST(CASE WHEN x BETWEEN "
                           "-9223372036854775808 AND 9223372036854775807 THEN x ELSE ((x + 9223372036854775808) % "
                           "18446744073709551616 + 18446744073709551616) % 18446744073709551616 - "
                           "9223372036854775808 END AS BIGINT)")};
}

} // namespace watchdesk::kql
