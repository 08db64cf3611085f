// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <duckdb.h>

namespace watchdesk::store {

/// What DuckDB says, as an Error: Cancelled for an interrupt, else Storage with the context "sql".
Error storeError(duckdb_error_type type, const char *message, const QString &sql = {});

/// What DuckDB says when it cannot open `path`: names the program that holds the file, if one does (context "holder",
/// "pid").
Error openError(const QString &path, const QString &message);

} // namespace watchdesk::store
