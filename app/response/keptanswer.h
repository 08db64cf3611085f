// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/response/operationrequest.h"

namespace watchdesk::defender {
struct Resource;
}
namespace watchdesk::store {
class Store;
}

namespace watchdesk::response {

/// Puts one entity into its table. What the service leaves out unless asked for ($expand) stays as it was held. Blocks;
/// for workers.
Result<void> keepEntity(store::Store &store, const defender::Resource &resource, const QJsonObject &record);

/// Brings the store up to what the service answered, so that views and lists show it without a sync: the entity that
/// came back, those of a list, the rows that were deleted. Blocks; for workers.
Result<void> keepAnswer(store::Store &store, const OperationRequest &request, const QJsonObject &answer);

} // namespace watchdesk::response
