// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/nativefunction.h"

#include "app/kql/functions/natives.h"

namespace watchdesk::kql {

const QList<NativeFunction> &nativeFunctions()
{
    static const QList<NativeFunction> all =
        termFunctions() + dynamicFunctions() + valueFunctions() + textFunctions() + addressFunctions() +
        ipv6Functions() + arrayFunctions() + bagFunctions() + codecFunctions() + hashFunctions() + parsingFunctions() +
        calendarFunctions() + numberFunctions() + regexFunctions() + windowFunctions() + packedFunctions() +
        patternFunctions() + keyValueFunctions();
    return all;
}

QStringList preludeSql()
{
    // Text is ordered by its bytes, nulls are placed by each key; set in case a connection was told otherwise.
    return {QStringLiteral("CREATE OR REPLACE TEMP MACRO kql_missing(x) AS coalesce(x, '')")};
}

} // namespace watchdesk::kql
