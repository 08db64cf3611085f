// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"

namespace watchdesk::store {

/// The hunting and local tables that every store has (resources/schema), as KQL sees them; no store is needed.
kql::Schema fixedSchema();

/// The same with `_Source`, as they are made.
const QList<TableSchema> &fixedTables();

} // namespace watchdesk::store
