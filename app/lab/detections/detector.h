// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/detections/hit.h"

#include <QHash>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::lab {

/// One alert: what one detection found of one process on one device, with less than an hour between the events.
struct LabAlert
{
    Detection detection;
    QList<Hit> hits; ///< in time order, never empty
    QString id;
    qint64 incidentId = 0;
    Ticks created = 0;

    const Hit &first() const { return hits.first(); }
    const Hit &last() const { return hits.last(); }
};

/// A detection that could not be run, and why: the others count all the same.
struct Detected
{
    QList<LabAlert> alerts; ///< by time
    QList<Error> failed;
};

/// Runs the detections over a store's events and makes alerts of what they find; `now` is when the scenario ends.
/// Blocking. Errors: those of reading the detections; a query that fails goes to `failed`.
Result<Detected> detect(const store::Store &store, Ticks now);

/// Groups the hits of one detection into alerts.
QList<LabAlert> alertsFromHits(const Detection &detection, QList<Hit> hits, Ticks now);

/// Gives alerts of one attack one incidentId: those of a device within hours of each other, and those of devices that
/// share a suspicious address or name each other's. `addresses` maps an address to the device that has it.
void groupIncidents(QList<LabAlert> &alerts, const QHash<QString, QString> &addresses);

} // namespace watchdesk::lab
