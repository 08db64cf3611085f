// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace watchdesk::story {

/// One reason why an external alert belongs to a device, an event or a Defender alert. The store holds reasons as
/// facts, in no language; text() puts one into the words of the program that shows it.
struct Reason
{
    enum class Kind {
        SameFlow,      ///< subject: our end, object: the other end, apart
        SameRemote,    ///< subject: the remote end, apart
        SameFile,      ///< subject: the file's name, apart
        Address,       ///< subject: the address that was the device's, apart
        HostName,      ///< subject: the name
        FileOnDevice,  ///< subject: the file's name
        SameProcess,   ///< object: the Defender alert's title; so for the next two
        ParentProcess, ///< the alert is on a process that started this one
        ChildProcess,  ///< the alert is on a process that this one started
        RemoteInAlert, ///< subject: the remote address, object: the title of the Defender alert that names it
    };

    Kind kind = Kind::SameFlow;
    double points = 0; ///< its share of the score
    QString subject = {};
    QString object = {};
    std::optional<Ticks> apart = {}; ///< between the external alert and the event

    /// A sentence in the language of the program. What attackers can write (titles, names) is as it was found: show it
    /// through visibleText().
    QString text() const;
};

/// As Correlations.Reasons holds them: [{"kind", "points", "subject", "object", "apart"}].
QByteArray reasonsToText(const QList<Reason> &reasons);

/// Reads the column back; an entry of a kind that is not known is left out.
QList<Reason> reasonsFromText(std::string_view json);

/// The reason with its sentence as "text", for those who read JSON.
QJsonObject reasonToJson(const Reason &reason);

} // namespace watchdesk::story
