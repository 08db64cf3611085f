// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/response/actionrequest.h"

#include <QList>

namespace watchdesk::response {

/// One line of the sheet's "blast radius": what was looked at and how it came out.
struct Check
{
    enum class Outcome { Ok, Warning, Refusal };

    QString name; ///< stable: "device", "seen", "health", "role", "tags", "state", "pending", "support", "comment" ...
    Outcome outcome = Outcome::Ok;
    QString text; ///< translated, plain
};

/// A fact about the device, for the sheet: label translated, value as visible text.
struct DeviceFact
{
    QString name; ///< the field: "computerDnsName"
    QString label;
    QString value;
};

/// What would happen, before it does: nothing is sent to make one.
struct DryRun
{
    ActionRequest request;
    QString title;       ///< "Isolate SCRANTON?"
    QString consequence; ///< one sentence
    QString method;
    QString url;
    QJsonObject body;         ///< exactly what will be sent
    QList<DeviceFact> device; ///< as the store holds it
    QList<Check> checks;
    QString undo;     ///< the action that takes it back ("release"); "" = none
    QString undoText; ///< translated; says so where nothing takes it back

    bool isRefused() const;
    bool hasWarnings() const;
    QStringList refusals() const;
    /// For `watchdeskctl act … --dry-run`.
    QJsonObject toJson() const;
};

} // namespace watchdesk::response
