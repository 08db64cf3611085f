// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/defender/connection.h"
#include "app/lab/lab.h"
#include "app/response/audit.h"
#include "app/session/session.h"
#include "app/store/store.h"

#include <memory>

namespace watchdesk::session {

/// What a session stands on, built on a worker because a lab's content and a store's opening take their time.
/// The store's events go to the main thread.
struct Foundation
{
    Session::Kind kind = Session::Kind::Offline;
    QString title;
    Clock clock;
    std::unique_ptr<lab::Lab> lab;   ///< only for a lab
    defender::Connection connection; ///< not when offline
    std::shared_ptr<store::Store> store;
    std::unique_ptr<response::Audit> audit; ///< not when offline or read-only
    QString auditPath;
};

/// Blocking.
Result<std::shared_ptr<Foundation>> lay(const SessionOptions &options);

} // namespace watchdesk::session
