// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"
#include "app/lab/scenario/rowsink.h"
#include "app/lab/scenario/world.h"

namespace watchdesk::lab {

/// A tenant for measuring: the plan's devices, and plain alerts that each point at one of them; no events, no story.
/// Goes to `sink` some thousand rows at a time. Blocking; equal arguments give equal rows.
Result<void> writeBulk(const Plan &plan, int alerts, const TableSchema &devices, const TableSchema &alertTable,
                       RowSink &sink);

} // namespace watchdesk::lab
