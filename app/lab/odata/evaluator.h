// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/lab/odata/expression.h"

namespace watchdesk::lab {

/// True where the row satisfies the filter. OData's nulls: equal to each other, unequal to all else, in no order.
/// The empty text counts as null. Pure; any thread.
bool matchesFilter(const Expression &filter, const Table &table, qsizetype row);

} // namespace watchdesk::lab
