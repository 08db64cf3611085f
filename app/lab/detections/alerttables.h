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

/// The tenant that every made alert belongs to.
inline constexpr char kTenant[] = "5f0e2c1a-6c3b-4e0a-9b57-0d8a7f41c2de";

/// The alerts as rows of AlertInfo, AlertEvidence and of the API's Alerts, in the columns of the given schema.
/// Each AlertEvidence row names its event in AdditionalFields: EventTable, EventTimestamp, ReportId.
Table alertInfoRows(const QList<LabAlert> &alerts, const TableSchema &schema);
Table alertEvidenceRows(const QList<LabAlert> &alerts, const TableSchema &schema);
Table alertRows(const QList<LabAlert> &alerts, const AlertContext &context, const TableSchema &schema);

} // namespace watchdesk::lab
