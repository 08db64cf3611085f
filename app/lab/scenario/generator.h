// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"
#include "app/lab/scenario/rowsink.h"
#include "app/lab/scenario/world.h"

#include <QStringList>

namespace watchdesk::lab {

/// What generate() made.
struct Generated
{
    QString title;
    QStringList sensorFiles;
    qint64 events = 0;
    Ticks intrusionStart = 0;
};

/// Makes the scenario "intrusion": device reports and events go to `sink` an hour at a time, in time order for each
/// table; what the sensors saw goes to files under `sensorFolder`. Blocking; equal plans give equal rows and bytes.
Result<Generated> generateEvents(const Plan &plan, const kql::Schema &schema, RowSink &sink,
                                 const QString &sensorFolder);

/// The entities of the same plan: Devices and Indicators, into the tables of these schemas.
Result<void> generateEntities(const Plan &plan, const TableSchema &devices, const TableSchema &indicators,
                              RowSink &sink);

/// When the built-in scenario ends: always the same instant, so that its content is always the same.
Ticks builtInEnd();

} // namespace watchdesk::lab
