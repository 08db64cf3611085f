// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QList>
#include <QStringList>

namespace watchdesk::lab {

/// A rule of the lab: a KQL query whose rows are events of one hunting table, and what an alert about them says.
/// Written as a .kql file with a header of comments (resources/lab/detections). A value type.
struct Detection
{
    enum class Subject {
        Initiating, ///< the event's InitiatingProcess* did it
        Created,    ///< the process that the event is about did it
    };

    QString id, title, severity, category, description, action;
    QString source; ///< the API's detectionSource
    QStringList techniques;
    QStringList entities; ///< "process", "file", "ip", "registry", "user": which evidence its alerts carry; "logon":
                          ///< and the address that a network logon came from within the minute before
    Subject subject = Subject::Initiating;
    QString table; ///< of the events
    QString query;
};

/// Reads one file. InvalidInput names what is missing in its header.
Result<Detection> detectionFromText(const QString &text);

/// The lab's detections, in the order of their names.
Result<QList<Detection>> labDetections();

} // namespace watchdesk::lab
