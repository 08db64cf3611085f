// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QString>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::intel {

/// Counts, for each held indicator, the held events and external alerts that contain its value: files by hash, network
/// events by address, host name and URL. Puts the counts into IndicatorHits (id, Hits, Devices, FirstHit, LastHit) in
/// place of what was there, and answers how many indicators have hits. Allowed indicators are counted too.
///
/// Set-based SQL; blocking: call it on a worker. Events before `since` do not count. Errors: Storage.
Result<qint64> countIndicatorHits(store::Store &store, Ticks since = 0);

} // namespace watchdesk::intel
