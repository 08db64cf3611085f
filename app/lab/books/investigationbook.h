// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/entityset.h"

#include <QHash>

#include <chrono>
#include <mutex>

namespace watchdesk::lab {

/// Automated investigations: one for each alert of some weight that the content has, and those that are started.
///
/// A started one is Queued, then Running, and ends as Benign where its device has no open alert, else as
/// PendingApproval. No timer runs: settle() brings them up to the moment, and whoever reads them calls it first.
/// Thread-safe.
class InvestigationBook
{
public:
    InvestigationBook(EntitySet &investigations, const EntitySet &alerts, const Clock &clock);

    /// The new investigation's id.
    QString start(const QJsonObject &machine, const QString &alertId);
    void settle();

private:
    using Moment = std::chrono::steady_clock::time_point;
    void addThose(const QList<QJsonObject> &alerts);
    void settleLocked();
    QString endFor(const QString &machineId) const;

    EntitySet &m_investigations;
    const EntitySet &m_alerts;
    Clock m_clock;
    std::mutex m_mutex;
    qint64 m_nextId = 60'001;
    QHash<QString, Moment> m_open; ///< when each was started
};

} // namespace watchdesk::lab
