// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/detections/detector.h"

#include <QHash>

namespace watchdesk::lab {

/// Where the alerts' devices stand in the tenant.
struct AlertContext
{
    Ticks now = 0;
    QHash<QString, QString> groups; ///< device id → rbacGroupName
};

/// The alerts as rows of AlertInfo, AlertEvidence and of the API's Alerts, in the columns of the given schema.
/// Each AlertEvidence row names its event in AdditionalFields: EventTable, EventTimestamp, ReportId.
Table alertInfoRows(const QList<LabAlert> &alerts, const TableSchema &schema);
Table alertEvidenceRows(const QList<LabAlert> &alerts, const TableSchema &schema);
Table alertRows(const QList<LabAlert> &alerts, const AlertContext &context, const TableSchema &schema);

} // namespace watchdesk::lab
