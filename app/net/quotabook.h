// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/quotabucket.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>

namespace watchdesk::net {

/// The quotas of one service for one tenant, shared by every client of the process that calls it: two windows and a
/// sync must not use up the same allowance twice.
///
/// Lives on the main thread. Buckets are made when they are first named.
class QuotaBook : public QObject
{
    Q_OBJECT

public:
    using Milliseconds = QuotaBucket::Milliseconds;

    /// The one of this service and tenant; kept for as long as somebody holds it, and its last hour with it.
    static std::shared_ptr<QuotaBook> shared(const QString &service, const QString &tenantId);

    /// `limits` counts when the bucket is new.
    QuotaBucket &bucket(const QString &operation, QuotaLimits limits);
    QuotaBucket *known(const QString &operation);
    QStringList operations() const { return m_buckets.keys(); }

    static Milliseconds now(); ///< a clock that only grows

    /// Tells whoever waits that a bucket may have room, or less of it.
    void announce() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    QHash<QString, QuotaBucket> m_buckets;
};

} // namespace watchdesk::net
