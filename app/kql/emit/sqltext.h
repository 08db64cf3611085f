// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/bound.h"

namespace watchdesk::kql {

/// The one place where a value becomes SQL. Text is quoted so that nothing in it can end the literal; U+0000, which
/// would end the whole statement, becomes chr(0).
QString sqlText(const QString &text);
QString sqlName(const QString &name); ///< "name", quotes doubled
/// The type that values have while a query runs: as columns are stored but for decimals, which are texts then.
QString sqlValueType(ColumnType type);
QString sqlLiteral(ColumnType type, const Value &value);
QString sqlType(ColumnType type);

} // namespace watchdesk::kql
