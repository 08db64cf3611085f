// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/arguments.h"
#include "app/defender/readrequest.h"

namespace watchdesk::ctl {

/// --filter, --of, --with, --odata
void addReadOptions(Arguments &arguments);
/// What the service is asked for; InvalidInput for what the resource does not take.
Result<defender::ListOptions> readOptionsOf(const Arguments &arguments, const defender::Resource &resource);

} // namespace watchdesk::ctl
