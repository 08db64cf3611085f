// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"
#include "app/response/machineaction.h"

#include <QJsonArray>
#include <QStringList>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::response {

/// What the store holds about one device and its isolation, as read once for a sheet. A value type.
struct DeviceState
{
    bool isKnown = false;
    QString id;
    QString name;
    QString platform;
    QString version;
    QString health;
    QString onboarding;
    QString value;
    QString risk;
    QString group;
    QString address;
    QStringList tags;
    Ticks lastSeen = 0;                ///< 0 = not known
    QString lastSeenSource;            ///< the table it comes from
    QString deviceType;                ///< DeviceInfo's, "Workstation" or "Server"; "" = not known
    QStringList users;                 ///< logged on, from DeviceInfo
    QList<MachineAction> open;         ///< not final, of any kind
    std::optional<MachineAction> last; ///< the last isolation or release that succeeded

    bool isIsolated() const { return last && last->type == QStringLiteral("Isolate"); }
    bool isServer() const;
};

/// Blocks for a few reads of single rows. A table that is missing counts as empty.
Result<DeviceState> readDeviceState(const store::Store &store, const QString &deviceId);

/// Puts one record of the API into its table. Blocks; for workers.
Result<void> keepRecord(store::Store &store, const QString &resource, const QJsonObject &record);

} // namespace watchdesk::response
