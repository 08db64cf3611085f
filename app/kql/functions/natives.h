// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/nativefunction.h"

namespace watchdesk::kql {

// The native functions by theme; nativeFunctions() is all of them.
QList<NativeFunction> termFunctions();     ///< has, contains and their kin
QList<NativeFunction> dynamicFunctions();  ///< JSON text
QList<NativeFunction> valueFunctions();    ///< numbers, datetimes and spans to text and back
QList<NativeFunction> textFunctions();     ///< split, indexof, encodings, hashes
QList<NativeFunction> addressFunctions();  ///< IPv4, URLs, paths
QList<NativeFunction> packedFunctions();   ///< one of several answers
QList<NativeFunction> patternFunctions();  ///< parse
QList<NativeFunction> keyValueFunctions(); ///< parse-kv

} // namespace watchdesk::kql
