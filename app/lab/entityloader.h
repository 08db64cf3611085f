// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"
#include "app/defender/resource.h"
#include "app/store/store.h"

namespace watchdesk::lab {

/// The content's entities of one resource, with exactly the descriptor's columns in its order. A column that the
/// content lacks is empty, and so is a table that it lacks. Blocking.
Result<Table> entitiesOf(const store::Store &store, const defender::Resource &resource);

/// What a SELECT answers, with exactly the descriptor's columns in its order; those that it lacks are empty. Blocking.
Result<Table> fittedRows(const store::Store &store, const defender::Resource &resource, const QString &sql,
                         const QVariantList &parameters);

} // namespace watchdesk::lab
