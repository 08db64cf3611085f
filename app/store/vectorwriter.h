// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/column.h"

#include <duckdb.h>

namespace watchdesk::store {

/// `count` rows from row `first` on.
struct RowRange
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// The type of the vector that carries a column of this type to an appender (which casts text to a decimal).
duckdb_type vectorType(ColumnType type);

/// Writes the rows to the vector's beginning. False where an integer does not fit the type.
bool writeVector(duckdb_vector vector, ColumnType type, const Column &column, RowRange range);

/// Fills `count` rows of a column that nobody supplied: `text` for a string, else NULL.
void fillVector(duckdb_vector vector, ColumnType type, qsizetype count, const QByteArray &text);

} // namespace watchdesk::store
