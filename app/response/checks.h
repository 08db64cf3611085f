// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"
#include "app/response/devicestate.h"
#include "app/response/dryrun.h"

namespace watchdesk::response {

/// Everything that is looked at before a device is touched, each with its reason. `now` is the tenant's.
QList<Check> checkRequest(const ActionRequest &request, const DeviceState &device, Ticks now);

/// The request's body as it will be sent: the comment, and the parameters with the action's defaults.
QJsonObject bodyOf(const ActionRequest &request);

} // namespace watchdesk::response
