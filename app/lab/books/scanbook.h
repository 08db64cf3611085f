// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/apierror.h"
#include "app/lab/entityset.h"

#include <mutex>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// Network scans that devices carry out (add-a-new-scan-definition), and their runs: one each interval since a scan
/// was made, told from its definition when somebody asks. Thread-safe.
class ScanBook
{
public:
    ScanBook(EntitySet &definitions, const EntitySet &machines, const Clock &clock, QString orgId);

    using Outcome = tl::expected<QString, ApiError>; ///< the scan's id

    Outcome create(const QJsonObject &body, const QString &user);
    Outcome update(const QString &id, const QJsonObject &body);
    tl::expected<void, ApiError> removeAll(const QStringList &ids);
    /// The last runs of these scans, newest first; of unknown ones there are none.
    QJsonArray history(const QStringList &scanIds) const;
    /// The runs by their own ids, with each target.
    QJsonArray sessions(const QStringList &sessionIds) const;

private:
    struct Run
    {
        QString id;
        Ticks when = 0;
        QJsonObject scan;
    };
    std::vector<Run> runsOf(const QJsonObject &scan) const;
    Outcome put(QJsonObject scan, const QJsonObject &body);

    EntitySet &m_definitions;
    const EntitySet &m_machines;
    Clock m_clock;
    QString m_orgId;
    std::mutex m_mutex;
    QHash<QString, Ticks> m_made;
};

} // namespace watchdesk::lab
