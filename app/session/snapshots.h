// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

namespace watchdesk::store {
class Store;
}

namespace watchdesk::session {

/// Keeps what the scores and the weaknesses are now, for trends: ScoreSnapshots (Timestamp, Score, GroupName, Value)
/// and VulnerabilitySnapshots (Timestamp, CveId, Severity, CvssV3, ExposedMachines). One an hour at most, and none of
/// what is as it was the last time. The number of rows kept. Blocking.
Result<qint64> takeSnapshots(store::Store &store, Ticks now);

} // namespace watchdesk::session
