// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/detections/detector.h"

#include "app/base/logging.h"
#include "app/lab/scenario/random.h"
#include "app/store/store.h"

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr qint64 kMaxHits = 20'000; ///< of one detection; a flood is one alert a process anyway
constexpr qsizetype kMaxHitsOfAlert = 200;

QString groupKey(const Hit &hit)
{
    return hit.deviceId + QLatin1Char('|') + QString::number(hit.process.id) + QLatin1Char('|') + hit.process.fileName;
}

/// "da" with the ticks of the first event and a signed number, as the service writes them.
QString alertId(const Detection &detection, const Hit &first)
{
    const quint64 hash = stableHash(QString(detection.id + groupKey(first)).toStdString(), quint64(first.reportId));
    return QStringLiteral("da") + QString::number(first.time) + QLatin1Char('_') + QString::number(qint32(hash));
}

Ticks creationTime(const Hit &first, const QString &id, Ticks now)
{
    Random random(stableHash(id.toStdString()));
    return std::max(first.time, std::min(now, first.time + 35 * kTicksPerSecond + random.below(150 * kTicksPerSecond)));
}

void startAlert(QList<LabAlert> &alerts, const Detection &detection, Hit hit)
{
    LabAlert alert;
    alert.detection = detection;
    alert.hits.append(std::move(hit));
    alerts.append(std::move(alert));
}

Result<QHash<QString, QString>> deviceAddresses(const store::Store &store)
{
    const Result<Table> rows =
        store.read(QStringLiteral("SELECT DISTINCT LocalIP, DeviceId FROM DeviceNetworkEvents "
                                  "WHERE LocalIP NOT IN ('', '127.0.0.1', '::1', '0.0.0.0', '::') ORDER BY ALL"));
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, QString> addresses;
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        addresses.insert(rows->column(0).string(row), rows->column(1).string(row));
    return addresses;
}

/// Where the last network logon within a minute before the hit came from; "" if there was none.
QString logonSource(const store::Store &store, const Hit &hit)
{
    const Result<Table> rows = store.read(
        QStringLiteral(
            "SELECT RemoteIP FROM DeviceLogonEvents WHERE DeviceId = ? AND ActionType = 'LogonSuccess' AND "
            "LogonType = 'Network' AND RemoteIP NOT IN ('', '-', '127.0.0.1', '::1') AND Timestamp BETWEEN ? AND ? "
            "ORDER BY Timestamp DESC LIMIT 1"),
        {hit.deviceId, hit.time - kTicksPerMinute, hit.time});
    return rows && rows->rowCount() == 1 ? rows->column(0).string(0) : QString();
}

void addLogonSources(const store::Store &store, QList<LabAlert> &alerts)
{
    for (LabAlert &alert : alerts) {
        if (alert.detection.entities.contains(QStringLiteral("logon")) && alert.first().ip.isEmpty())
            alert.hits.first().ip = logonSource(store, alert.first());
    }
}

} // namespace

QList<LabAlert> alertsFromHits(const Detection &detection, QList<Hit> hits, Ticks now)
{
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        return a.time != b.time ? a.time < b.time : groupKey(a) < groupKey(b);
    });
    QList<LabAlert> alerts;
    QHash<QString, qsizetype> open;
    for (Hit &hit : hits) {
        const QString key = groupKey(hit);
        const qsizetype index = open.value(key, -1);
        const bool goesOn = index >= 0 && hit.time - alerts.at(index).last().time < kTicksPerHour;
        if (!goesOn) {
            open.insert(key, alerts.size());
            startAlert(alerts, detection, std::move(hit));
        } else if (alerts.at(index).hits.size() < kMaxHitsOfAlert) {
            alerts[index].hits.append(std::move(hit));
        } else {
            alerts[index].hits.last() = std::move(hit); // keeps the end of a long alert true
        }
    }
    for (LabAlert &alert : alerts) {
        alert.id = alertId(detection, alert.first());
        alert.created = creationTime(alert.first(), alert.id, now);
    }
    return alerts;
}

Result<Detected> detect(const store::Store &store, Ticks now)
{
    const Result<QList<Detection>> detections = labDetections();
    if (!detections)
        return tl::unexpected(detections.error());
    Detected detected;
    for (const Detection &detection : *detections) {
        const Result<Table> rows = store.readKql(detection.query, now, kMaxHits);
        if (!rows) {
            qCWarning(lcLab) << "detection" << detection.id << "failed:" << rows.error().message;
            detected.failed.append(rows.error().with(QStringLiteral("detection"), detection.id));
            continue;
        }
        detected.alerts += alertsFromHits(detection, hitsFromTable(detection, *rows), now);
    }
    std::stable_sort(detected.alerts.begin(), detected.alerts.end(), [](const LabAlert &a, const LabAlert &b) {
        return a.first().time != b.first().time ? a.first().time < b.first().time : a.id < b.id;
    });
    addLogonSources(store, detected.alerts);
    const Result<QHash<QString, QString>> addresses = deviceAddresses(store);
    if (!addresses)
        return tl::unexpected(addresses.error());
    groupIncidents(detected.alerts, *addresses);
    return detected;
}

} // namespace watchdesk::lab
