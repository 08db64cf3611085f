// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <optional>

namespace watchdesk {

/// The column types of KQL and of the hunting schema. Names are Kusto's own ("datetime", "long", ...).
///
/// In memory and in the store: Bool 0/1, Int and Long integers, Real double, DateTime = 100-ns ticks since
/// 0001-01-01 UTC (BIGINT), TimeSpan = 100-ns ticks (BIGINT), everything else UTF-8 text (Dynamic is JSON text).
enum class ColumnType { Bool, Int, Long, Real, Decimal, DateTime, TimeSpan, Guid, String, Dynamic };

QString typeName(ColumnType type);
std::optional<ColumnType> typeFromName(const QString &name); ///< accepts "boolean", "double", "int64", "date" ... too

/// True for the types that a Column keeps as 64-bit integers.
bool isIntegral(ColumnType type);
/// True for the types that a Column keeps as text.
bool isText(ColumnType type);

} // namespace watchdesk
