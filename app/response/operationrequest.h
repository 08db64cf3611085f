// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace watchdesk::response {

/// What somebody wants done that is no device action: change an alert, import indicators, add a scan ...
struct OperationRequest
{
    QString action; ///< the descriptor's name: "updateAlert"
    QString target; ///< the entity's key; "" where the action has none
    QJsonObject body;
    QString comment;     ///< why; into the audit log, and to the service where the action has a place for it
    QString requestedBy; ///< who or what asked, if not the person at the keyboard
};

} // namespace watchdesk::response
