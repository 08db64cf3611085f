// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

namespace watchdesk::store {

class Connection;

/// Makes kql::nativeFunctions() known to DuckDB, once a database; all its connections have them.
Result<void> registerNativeFunctions(Connection &connection);

} // namespace watchdesk::store
