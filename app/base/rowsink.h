// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <functional>

namespace watchdesk {

/// Takes the rows of a result as they come, in order. What it was given is not given again: the result that comes at
/// the end holds only the rows that are left, perhaps none. All parts have the result's columns.
///
/// Called on the worker that computes the rows, which waits for it, and never after the result's future is finished.
using RowSink = std::function<void(Table)>;

} // namespace watchdesk
