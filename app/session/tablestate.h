// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"
#include "app/session/syncreport.h"

namespace watchdesk::store {
class Store;
}

namespace watchdesk::session {

/// Notes in TableStates how completely the store holds a table. Blocking.
Result<void> noteState(store::Store &store, const TableReport &report, Ticks now);

/// The newest Timestamp that a table holds from the service, 0 without any; and how many rows it holds from `since` on.
/// Blocking.
Result<Ticks> watermark(store::Store &store, const QString &table);
Result<qint64> heldSince(store::Store &store, const QString &table, Ticks since);

/// How a row's origin is marked in _Source.
QString serviceSource();

} // namespace watchdesk::session
