// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/column.h"

#include <duckdb.h>

namespace watchdesk::store {

/// The KQL type that a DuckDB type is read as where nobody says otherwise.
ColumnType columnTypeOf(duckdb_type type);

/// Appends the first `rows` cells of `vector` to `column`, converting to its type. False where the vector has a type
/// that cannot be read as that, or holds a number that does not fit.
bool appendVector(duckdb_vector vector, idx_t rows, Column &column);

} // namespace watchdesk::store
