// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QList>
#include <QString>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::story {

/// One thing on a lane, or, where the lane is binned, all things within [at, end).
struct TimelineMark
{
    Ticks at = 0;
    Ticks end = 0;    ///< = at for a moment
    qint64 count = 1; ///< > 1 only in a binned lane
    QString id;       ///< alert id, ExternalId, action id, or ReportId; empty when binned
    QString label;    ///< title, command line, address ... not made safe for display
    QString severity; ///< of alerts; the worst of a bin
    QString deviceId;
};

/// One row of the timeline.
struct TimelineLane
{
    enum class Kind { DefenderAlerts, ExternalAlerts, Processes, Network, Files, Registry, Logons, Other, Response };
    Kind kind = Kind::DefenderAlerts;
    qint64 total = 0;    ///< events in the range
    bool binned = false; ///< too many to list: marks are counts per bin
    QList<TimelineMark> marks;
};

struct Timeline
{
    Ticks from = 0;
    Ticks to = 0;
    Ticks binWidth = 0;
    QList<TimelineLane> lanes; ///< all kinds, in the order of Kind, empty ones too
};

struct TimelineLimits
{
    int bins = 1200;  ///< one a pixel is enough
    int marks = 5000; ///< a lane with more is binned
};

/// What happened on a device ("" = all devices) in [from, to]; 0, 0 = all that is held.
/// Blocking: call it on a worker. Errors: Storage, Cancelled.
Result<Timeline> timeline(store::Store &store, const QString &deviceId, Ticks from, Ticks to,
                          const TimelineLimits &limits = {});

} // namespace watchdesk::story
