// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/ctl/arguments.h"
#include "app/session/session.h"

#include <memory>

namespace watchdesk::ctl {

/// The session options that the source options say; InvalidInput for two sources at once or half a tenant.
Result<session::SessionOptions> sourceOf(const Arguments &arguments);

/// Opens the session and waits for it.
Result<std::shared_ptr<session::Session>> openSource(const Arguments &arguments);

/// Opens the session and loads what `scope` asks for, if there is a service to load from; says what went wrong with
/// tables. `isPartial` becomes true if anything did.
Result<std::shared_ptr<session::Session>> openAndSync(const Arguments &arguments, const session::SyncScope &scope,
                                                      bool *isPartial);

/// Waits for a sync with progress on a terminal; the report even if it was cancelled.
Result<session::SyncReport> syncNow(session::Session &session, const session::SyncScope &scope);

} // namespace watchdesk::ctl
