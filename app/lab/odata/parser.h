// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/odata/expression.h"

namespace watchdesk::lab {

/// Parses a $filter and binds it to `properties`. Pure; any input; the depth is bounded.
///
/// Operators eq ne gt ge lt le in and or not, parentheses, startswith endswith contains tolower toupper length,
/// list/any(v: ...) and list/all(v: ...). Property names match without case; operators and functions do not, as in
/// OData 4.0. Errors: InvalidInput with the service's own sentences, which say "ODataError" to a client.
Result<Expression> parseFilter(const QString &text, const QList<FilterProperty> &properties, const QString &typeName);

} // namespace watchdesk::lab
