// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/defender/client.h"
#include "app/session/syncreport.h"

#include <functional>
#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::session {

/// Where a load finds and puts things.
struct LoadContext
{
    defender::Client &client;
    std::shared_ptr<store::Store> store;
    Clock clock;
    std::function<void(qint64 rows)> progress = {}; ///< after each page, on the client's thread
};

/// Reads a resource at the service, page by page, each page committed before the next, and puts its records in the
/// place of those that the store holds of this read: of the whole table, or of the rows with the same parent. With a
/// resource that tells what changed since, and a table that was loaded whole within the last day, only that is asked
/// for. Notes in TableStates how complete the table is.
///
/// Lives on the client's thread; the store is written on a worker. The report says why a table is not complete; a
/// failure is that of the service or the store, and is in TableStates too.
FutureResult<TableReport> loadResource(const LoadContext &context, const defender::Resource &resource,
                                       const defender::ListOptions &options = {});

/// What TableStates calls the rows of one parent: "MachineSoftware/0123…"; the table itself without a parent.
QString stateName(const defender::Resource &resource, const QString &parentId);

} // namespace watchdesk::session
