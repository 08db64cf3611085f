// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/apierror.h"
#include "app/lab/entityset.h"

#include <QJsonObject>

#include <mutex>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// PATCH of an alert: status, assignedTo, classification, determination, comment. What is left out stays as it was.
/// Pairs of classification and determination are not judged: the documentation's own example is an odd one.
/// Thread-safe.
class AlertEdits
{
public:
    AlertEdits(EntitySet &alerts, const Clock &clock);

    /// `body` was checked against the descriptor.
    tl::expected<void, ApiError> edit(const QString &id, const QJsonObject &body, const QString &editor);

private:
    EntitySet &m_alerts;
    Clock m_clock;
    std::mutex m_mutex; ///< an edit reads and writes; two at a time would lose one
};

} // namespace watchdesk::lab
