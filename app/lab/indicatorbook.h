// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/apierror.h"
#include "app/lab/entityset.h"

#include <QJsonArray>
#include <QJsonObject>

#include <mutex>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// The tenant's indicators under the service's rules (ti-indicator, post-ti-indicator): one for a value and a type,
/// so that posting again updates; well-formed values; actions that suit the type; 15,000 at most; what has expired is
/// gone. Thread-safe.
class IndicatorBook
{
public:
    IndicatorBook(EntitySet &indicators, const Clock &clock, QString clientId);

    using Outcome = tl::expected<QString, ApiError>; ///< the indicator's id

    /// `body` was checked against the descriptor.
    Outcome submit(const QJsonObject &body);
    Outcome remove(const QString &id);
    /// As the service imports: each on its own, {"id","indicator","isFailed","failureReason"} in their order.
    QJsonArray importAll(const QJsonArray &indicators, const QList<defender::BodyField> &fields);
    /// All of them or, when one is unknown, none.
    tl::expected<void, ApiError> removeAll(const QStringList &ids);
    /// Deletes what has expired; whoever reads indicators calls it first.
    void expire();

private:
    void fill(QJsonObject &entity, const QJsonObject &body, bool isNew) const;
    QString key(const QJsonObject &entity) const;

    EntitySet &m_indicators;
    Clock m_clock;
    QString m_clientId;
    std::mutex m_mutex;
    QHash<QString, QString> m_ids;    ///< by type and value, lower case
    QHash<QString, Ticks> m_expiries; ///< by id
    qint64 m_nextId = 1;
};

/// What the service says of a value that is none of its type; nothing where it is one.
std::optional<ApiError> indicatorValueError(const QString &type, const QString &value);

} // namespace watchdesk::lab
