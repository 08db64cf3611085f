// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

namespace watchdesk::store {
class Store;
}

namespace watchdesk::story {

struct CorrelateOptions
{
    /// How far an event may be from an external alert in time. Sensors and hosts keep different clocks.
    Ticks window = 120 * kTicksPerSecond;
    /// Pairs that score less are no correlation.
    double minimumScore = 0.15;
};

/// Finds, for each external alert, the device, the event with the process behind it and the Defender alert that best
/// explain it, with a score from 0 to 1 that is the sum of its reasons (Points in correlationquery.h), and puts the
/// best of each into Correlations in place of what was there. Answers how many external alerts have one.
///
/// Set-based SQL in the store; blocking: call it on a worker. Errors: Storage, Cancelled.
Result<qint64> correlate(store::Store &store, const CorrelateOptions &options = {});

} // namespace watchdesk::story
