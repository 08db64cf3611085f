// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/base/ticks.h"
#include "app/lab/detections/detection.h"

namespace watchdesk::lab {

/// A process as an alert's evidence names it.
struct HitProcess
{
    qint64 id = 0, parentId = 0;
    Ticks created = 0, parentCreated = 0;
    QString fileName, path, commandLine, sha1, sha256, parentFileName;
    QString accountDomain, accountName, accountSid, accountUpn;
    bool isKnown() const { return id > 0 || !fileName.isEmpty(); }
};

/// One event that a detection found.
struct Hit
{
    Ticks time = 0;
    qint64 reportId = 0;
    QString deviceId, deviceName;
    HitProcess process;
    QString fileName, filePath, fileSha1, fileSha256;
    qint64 fileSize = 0;
    QString ip, registryKey, registryValueName, registryValueData;
};

/// Reads what a detection's query answered; columns that it left out stay empty. Rows without time or device are
/// left out.
QList<Hit> hitsFromTable(const Detection &detection, const Table &rows);

} // namespace watchdesk::lab
