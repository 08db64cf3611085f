// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"
#include "app/session/syncreport.h"

namespace watchdesk::defender {
struct Resource;
}
namespace watchdesk::store {
class Store;
}

namespace watchdesk::session {

/// Notes in TableStates how completely the store holds a table. Blocking. `countSql` counts its rows; "" = all of the
/// table that the report names. `wholeAt`: when the whole list was read; 0 = it was not now, an earlier time stays.
Result<void> noteState(store::Store &store, const TableReport &report, Ticks now, const QString &countSql = {},
                       Ticks wholeAt = 0);

/// SQL that counts the rows of a resource's table, or those of one parent.
QString countSql(const defender::Resource &resource, const QString &parentId);

/// How many rows a table holds. Blocking.
Result<qint64> countOf(store::Store &store, const QString &table);
/// When the table was last loaded as a whole, for resources that tell what changed since; 0 = never. Blocking.
Result<Ticks> lastWhole(store::Store &store, const QString &table);
/// The newest value of a datetime column that a table holds; 0 without any, and without the table. Blocking.
Result<Ticks> newestOf(store::Store &store, const QString &table, const QString &column);

/// The newest Timestamp that a table holds from the service, 0 without any; and how many rows it holds from `since` on.
/// Blocking.
Result<Ticks> watermark(store::Store &store, const QString &table);
Result<qint64> heldSince(store::Store &store, const QString &table, Ticks since);

/// How a row's origin is marked in _Source.
QString serviceSource();

} // namespace watchdesk::session
