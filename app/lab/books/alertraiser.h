// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/apierror.h"
#include "app/lab/entityset.h"
#include "app/store/store.h"

#include <mutex>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// Alerts on events (create-alert-by-reference): the event must be there, an open alert of the same title on the same
/// device takes the new one in. Thread-safe.
class AlertRaiser
{
public:
    AlertRaiser(std::shared_ptr<store::Store> content, EntitySet &alerts, const EntitySet &machines,
                const Clock &clock);

    struct Raised
    {
        QString id;
        bool isNew = false;
    };
    /// `body` was checked against the descriptor.
    tl::expected<Raised, ApiError> raise(const QJsonObject &body);

private:
    tl::expected<QJsonObject, ApiError> eventFor(const QJsonObject &body) const;
    std::optional<QJsonObject> openAlike(const QJsonObject &body) const;
    QJsonObject newAlert(const QJsonObject &body, const QJsonObject &machine, const QJsonObject &event) const;

    std::shared_ptr<store::Store> m_content;
    EntitySet &m_alerts;
    const EntitySet &m_machines;
    Clock m_clock;
    std::mutex m_mutex;
};

} // namespace watchdesk::lab
