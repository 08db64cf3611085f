// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/apierror.h"
#include "app/lab/entityset.h"

#include <functional>
#include <mutex>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// What people change of devices: tags and value (update-machine-method, add-or-remove-machine-tags, set-device-value).
/// Thread-safe.
class MachineEdits
{
public:
    explicit MachineEdits(EntitySet &machines);

    using Outcome = tl::expected<QString, ApiError>; ///< the device's id

    /// The body's list of tags becomes the whole of them.
    Outcome update(const QString &key, const QJsonObject &body);
    /// {"Value","Action": "Add" or "Remove"}
    Outcome tag(const QString &key, const QJsonObject &body);
    /// {"DeviceValue"}
    Outcome setValue(const QString &key, const QJsonObject &body);

private:
    using Change = std::function<void(QJsonObject &machine)>;
    Outcome change(const QString &key, const Change &change);

    EntitySet &m_machines;
    std::mutex m_mutex;
};

} // namespace watchdesk::lab
