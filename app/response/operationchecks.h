// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/response/dryrun.h"
#include "app/response/operationrequest.h"

namespace watchdesk::store {
class Store;
}

namespace watchdesk::response {

/// What the held data says of an operation: the alert or action it is about, what it would merge with or change, what
/// the service would refuse. Blocks for a few reads of single rows; a table that is missing counts as empty.
QList<Check> checkOperation(const store::Store &store, const OperationRequest &request);

/// The id of the open alert with this title on this device, which the service would merge another one into
/// (create-alert-by-reference); "" where none is held.
QString openAlertAlike(const store::Store &store, const QString &deviceId, const QString &title);

} // namespace watchdesk::response
