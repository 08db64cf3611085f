// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/detections/detector.h"

class QJsonObject;

namespace watchdesk::lab {

/// One entity that an alert names, taken from one of its events. A value type; `hit` belongs to the alert.
struct Evidence
{
    enum class Kind { Device, Process, File, Ip, Registry, User };

    Kind kind = Kind::Device;
    const char *role = "Related";
    const Hit *hit = nullptr;
    HitProcess process; ///< Process only
    QString fileName, filePath, sha1, sha256;
    qint64 fileSize = 0;
    QString ip, accountDomain, accountName, accountSid, accountUpn;
    QString registryKey, registryValueName, registryValueData;

    const char *huntingType() const;       ///< AlertEvidence.EntityType
    QJsonObject json(Ticks created) const; ///< alertEvidence of the API; what it does not have is null
};

/// The entities of the alert's events: each once, at most a score of each kind.
QList<Evidence> evidenceOf(const LabAlert &alert);

} // namespace watchdesk::lab
