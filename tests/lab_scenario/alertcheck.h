// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/jsontext.h"
#include "app/store/store.h"

#include <QJsonObject>
#include <QMap>

namespace watchdesk::lab {

/// The AlertEvidence rows whose event is not in the table that they name, as text; empty when all is well.
inline QStringList evidenceWithoutEvent(const store::Store &store)
{
    const Result<Table> rows =
        store.read(QStringLiteral("SELECT AlertId, DeviceId, AdditionalFields FROM AlertEvidence"));
    if (!rows)
        return {rows.error().message};
    QStringList missing;
    for (qsizetype row = 0; row < rows->rowCount(); ++row) {
        const QJsonObject reference = jsonFromText(rows->column(2).text(row)).toObject();
        const Ticks time = ticksFromIso(reference.value(QStringLiteral("EventTimestamp")).toString()).value_or(0);
        const Result<Table> found = store.read(
            QStringLiteral("SELECT count(*) FROM ") + reference.value(QStringLiteral("EventTable")).toString() +
                QStringLiteral(" WHERE DeviceId = ? AND ReportId = ? AND Timestamp = ?"),
            {rows->column(1).string(row), reference.value(QStringLiteral("ReportId")).toInteger(), time});
        if (!found || found->column(0).integer(0) < 1)
            missing << rows->column(0).string(row) + QLatin1Char(' ') + rows->column(2).string(row);
    }
    return missing;
}

/// Alerts by device and detector: "krv-ws-0042.haldenmarine.example beacon" → 1.
inline QMap<QString, qint64> alertCounts(const store::Store &store)
{
    QMap<QString, qint64> counts;
    const Result<Table> rows =
        store.read(QStringLiteral("SELECT computerDnsName || ' ' || detectorId, count(*) FROM Alerts GROUP BY ALL"));
    for (qsizetype row = 0; rows && row < rows->rowCount(); ++row)
        counts.insert(rows->column(0).string(row), rows->column(1).integer(row));
    return counts;
}

} // namespace watchdesk::lab
