// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QString>
#include <QStringList>

namespace watchdesk::lab {

struct LabOptions; // app/lab/laboptions.h

/// What a lab tenant holds, made once and then shared: any number of processes open the store READ ONLY.
///
/// A value type. The files live in a folder of the cache, named after a key over the inputs and the content version;
/// they are written under another name and renamed when complete, so that processes may race to make the same content.
struct Content
{
    QString storePath; ///< DuckDB: the Device* tables, AlertInfo, AlertEvidence, and Devices, Alerts, Indicators in API
                       ///< shape
    QStringList sensorFiles; ///< what the network sensors wrote: EVE and Zeek logs, in their products' own formats
    Ticks end = 0;           ///< where the lab's clock starts
    QString title;
    QString key; ///< names the content; equal keys mean equal bytes
};

/// The built-in scenario of `options.scenario` ("" or "intrusion"), `devices`, `days` and `seed` (0 = the scenario's
/// own); made in `options.cacheFolder` ("" = the user's cache) unless it is there already. Blocking: seconds when it
/// has to be made; call it on a worker. With `options.alerts` it is a bulk tenant instead. An unknown name →
/// InvalidInput; no room or no right to write → Storage.
Result<Content> builtInContent(const LabOptions &options);

/// Recorded telemetry: Windows event logs as JSON and sensor logs in `folder` (or one such file), mapped to the hunting
/// tables by app/intake, its machines derived from the events, its alerts raised by the lab's own detections.
/// The clock ends at the last event. Nothing readable → Unreadable. Blocking, as above.
Result<Content> recordedContent(const QString &folder, const QString &cacheFolder);

/// The names that builtInContent() takes, the default first.
QStringList builtInScenarios();

} // namespace watchdesk::lab
