// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace watchdesk::response {

/// What somebody wants done to a device.
struct ActionRequest
{
    QString action;         ///< a device action's verb or name: "isolate", "release", "scan" ...
    QString deviceId;       ///< the API's machine id
    QString comment;        ///< mandatory; goes to the service and into the audit log
    QJsonObject parameters; ///< body fields beside Comment, in API spelling: {"IsolationType": "Full"}
    QString requestedBy;    ///< who or what asked, if not the person at the keyboard: "playbook contain-lateral"
};

} // namespace watchdesk::response
