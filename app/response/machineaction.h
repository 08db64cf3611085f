// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QJsonObject>
#include <QString>

namespace watchdesk::defender {
struct ResourceAction;
}

namespace watchdesk::response {

/// Nothing more comes of an action in this state.
bool isFinalStatus(const QString &status);

/// An action as the service tells it (machineactions); the typed part of the record.
struct MachineAction
{
    QString id;
    QString type;   ///< "Isolate", "Unisolate" ...
    QString status; ///< "Pending", "InProgress", "Succeeded", "Failed", "TimeOut", "Cancelled"
    QString deviceId;
    QString deviceName;
    QString requestor;
    QString comment;
    Ticks created = 0;
    Ticks updated = 0;
    QJsonObject record; ///< all of it

    bool isFinal() const { return isFinalStatus(status); }
    bool succeeded() const { return status == QStringLiteral("Succeeded"); }
};

/// The record's "type" of a device action: "Isolate" for isolate, "LiveResponse" for runLiveResponse.
QString recordType(const defender::ResourceAction &action);
/// The device action of that name or verb; nullptr where there is none.
const defender::ResourceAction *deviceAction(const QString &name);

/// What the gate calls an action: a device action by its verb, any other by its name.
QString gateName(const defender::ResourceAction &action);

/// Service for an answer that is no action: no id or no status.
Result<MachineAction> machineActionFromJson(const QJsonObject &json);

} // namespace watchdesk::response

Q_DECLARE_METATYPE(watchdesk::response::MachineAction)
