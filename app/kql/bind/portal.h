// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// T | invoke FileProfile(…), DeviceFromIP(…), SeenBy(…); nothing for any other name. They are answered from held data
/// as far as that goes, with a warning (WD102) that says so.
RelationPointer bindPortalFunction(Binder &binder, const Node &call, const RelationPointer &input);
/// AssignedIPAddresses(device, time)
Binding bindAssignedAddresses(Binder &binder, const Node &call);

} // namespace watchdesk::kql
