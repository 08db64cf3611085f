// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/functions/native.h"

namespace watchdesk::kql {

// The native functions by theme; nativeFunctions() is all of them.
QList<NativeFunction> termFunctions();    ///< has, contains and their kin
QList<NativeFunction> dynamicFunctions(); ///< JSON text
QList<NativeFunction> valueFunctions();   ///< numbers, datetimes and spans to text and back
QList<NativeFunction> textFunctions();    ///< split, indexof, replacing
QList<NativeFunction> addressFunctions(); ///< IPv4
QList<NativeFunction> ipv6Functions();
QList<NativeFunction> placeFunctions(); ///< where addresses are
QList<NativeFunction> userAgentFunctions();
QList<NativeFunction> arrayFunctions(); ///< cutting, turning, sorting
QList<NativeFunction> bagFunctions();   ///< property bags and sets
QList<NativeFunction> codecFunctions(); ///< Base64, gzip, Punycode, URLs
QList<NativeFunction> hashFunctions();
QList<NativeFunction> parsingFunctions();  ///< paths, command lines, URLs, XML, CSV
QList<NativeFunction> calendarFunctions(); ///< datetimes of parts, time zones
QList<NativeFunction> numberFunctions();   ///< gamma, beta, bits
QList<NativeFunction> regexFunctions();
QList<NativeFunction> geoFunctions();
QList<NativeFunction> shapeFunctions();   ///< lines and polygons that meet
QList<NativeFunction> cellFunctions();    ///< the S2 grid
QList<NativeFunction> hexagonFunctions(); ///< the H3 grid, as far as its bits tell
QList<NativeFunction> unitFunctions();
QList<NativeFunction> decimalFunctions();
QList<NativeFunction> sketchFunctions(); ///< tdigest, hll
QList<NativeFunction> schemaFunctions();
QList<NativeFunction> seriesFunctions();    ///< element by element, gaps
QList<NativeFunction> seriesFitFunctions(); ///< statistics, filters, regression
QList<NativeFunction> twoLineFunctions();   ///< regression with a break
QList<NativeFunction> windowFunctions();    ///< what windows of SQL cannot do
QList<NativeFunction> packedFunctions();    ///< one of several answers
QList<NativeFunction> patternFunctions();   ///< parse
QList<NativeFunction> keyValueFunctions();  ///< parse-kv

} // namespace watchdesk::kql
