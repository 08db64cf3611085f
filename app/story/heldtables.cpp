// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/heldtables.h"

#include "app/store/store.h"

namespace watchdesk::story {

namespace {

// ISO text of the API to ticks; what is no time gives NULL.
QString ticksFromText(const QString &text)
{
    return QStringLiteral("(epoch_us(TRY_CAST(%1 AS TIMESTAMP)) * 10 + 621355968000000000)").arg(text);
}

QString items(const QString &column)
{
    return QStringLiteral("json_extract(CASE WHEN json_valid(%1) THEN %1 END, '$[*]')").arg(column);
}

} // namespace

HeldTables::HeldTables(store::Store &store)
    : m_store(store)
{
}

bool HeldTables::has(const QString &table, const QString &column) const
{
    const auto schema = m_store.schema();
    const TableSchema *found = schema.find(table);
    return found && (column.isEmpty() || found->indexOf(column) >= 0);
}

QString HeldTables::alerts() const
{
    QString sql = QStringLiteral(
        "SELECT i.AlertId aid, coalesce(v.dev, '') dev, i.Title title, i.Severity severity, i.Timestamp ats FROM "
        "(SELECT AlertId, any_value(Title) AS Title, any_value(Severity) AS Severity, min(Timestamp) AS Timestamp FROM AlertInfo "
        "GROUP BY 1) i LEFT JOIN (SELECT AlertId, any_value(DeviceId) dev FROM AlertEvidence WHERE DeviceId <> '' GROUP BY 1) v "
        "USING (AlertId)");
    if (has(QStringLiteral("Alerts"), QStringLiteral("machineId")))
        sql = QStringLiteral(
                  "SELECT id aid, machineId dev, title, severity, coalesce(firstEventTime, alertCreationTime) ats FROM "
                  "Alerts UNION ALL SELECT * FROM (") +
              sql + QStringLiteral(") WHERE aid NOT IN (SELECT id FROM Alerts)");
    return sql;
}

QString HeldTables::evidenceItems(const QString &devices) const
{
    const QString where = devices.isEmpty() ? QString() : QString(QStringLiteral(" WHERE machineId ") + devices);
    return QStringLiteral(
               "SELECT id aid, machineId dev, title, coalesce(firstEventTime, alertCreationTime) ats, unnest(") +
           items(QStringLiteral("evidence")) + QStringLiteral(") j FROM Alerts") + where;
}

QString HeldTables::evidenceProcesses(const QString &devices) const
{
    // The hunting table has no process id: the command line and the file's name find the start on the same device.
    QString sql = QStringLiteral(
        "SELECT DISTINCT v.AlertId aid, v.DeviceId dev, p.ProcessId pid, coalesce(p.ProcessCreationTime // %1, 0) ct, v.Title "
        "title, v.Timestamp ats FROM AlertEvidence v JOIN DeviceProcessEvents p ON p.DeviceId = v.DeviceId AND "
        "p.ProcessCommandLine = v.ProcessCommandLine AND lower(p.FileName) = lower(v.FileName) WHERE v.EntityType = 'Process' "
        "AND v.ProcessCommandLine <> '' AND p.ProcessId IS NOT NULL AND abs(p.Timestamp - v.Timestamp) < 864000000000");
    if (!devices.isEmpty())
        sql += QStringLiteral(" AND v.DeviceId ") + devices;
    if (has(QStringLiteral("Alerts"), QStringLiteral("evidence"))) {
        sql += QStringLiteral(
                   " UNION SELECT aid, dev, TRY_CAST(json_extract_string(j, '$.processId') AS BIGINT) pid, coalesce(") +
               ticksFromText(QStringLiteral("json_extract_string(j, '$.processCreationTime')")) +
               QStringLiteral(" // %1, 0) ct, title, ats FROM (") + evidenceItems(devices) +
               QStringLiteral(") WHERE json_extract_string(j, '$.entityType') = 'Process' AND "
                              "TRY_CAST(json_extract_string(j, '$.processId') AS BIGINT) IS NOT NULL");
    }
    return sql.arg(QLatin1String(kProcessTime));
}

QString HeldTables::evidenceAddresses(const QString &devices) const
{
    QString sql =
        QStringLiteral("SELECT AlertId aid, DeviceId dev, RemoteIP ip, Title title, Timestamp ats FROM AlertEvidence "
                       "WHERE RemoteIP <> '' AND DeviceId <> ''");
    if (!devices.isEmpty())
        sql += QStringLiteral(" AND DeviceId ") + devices;
    if (has(QStringLiteral("Alerts"), QStringLiteral("evidence"))) {
        sql += QStringLiteral(" UNION SELECT aid, dev, json_extract_string(j, '$.ipAddress') ip, title, ats FROM (") +
               evidenceItems(devices) +
               QStringLiteral(") WHERE coalesce(json_extract_string(j, '$.ipAddress'), '') <> ''");
    }
    return sql;
}

QString HeldTables::deviceNames(const QString &where) const
{
    QStringList parts;
    for (const char *table : {"DeviceInfo", "DeviceNetworkEvents", "DeviceProcessEvents", "DeviceEvents"})
        parts.append(
            QStringLiteral("SELECT DISTINCT DeviceId dev, lower(DeviceName) AS name FROM %1 WHERE DeviceName <> ''")
                .arg(QLatin1String(table)));
    if (has(QStringLiteral("Devices"), QStringLiteral("computerDnsName")))
        parts.append(
            QStringLiteral("SELECT id dev, lower(computerDnsName) AS name FROM Devices WHERE computerDnsName <> ''"));
    return QStringLiteral("SELECT DISTINCT dev, name FROM (") + parts.join(QStringLiteral(" UNION ALL ")) +
           QStringLiteral(") WHERE ") + where;
}

QString HeldTables::deviceAddresses(const QString &where) const
{
    // An hour's sightings become two: the first and the last.
    QString sql = QStringLiteral(
        "SELECT ip, dev, unnest([t0, t1]) t FROM (SELECT LocalIP ip, DeviceId dev, min(Timestamp) t0, max(Timestamp) t1 FROM "
        "DeviceNetworkEvents WHERE LocalIP <> '' GROUP BY 1, 2, Timestamp // 36000000000) UNION ALL SELECT "
        "coalesce(json_extract_string(j, '$.IPAddress'), '') ip, dev, t FROM (SELECT DeviceId dev, Timestamp t, unnest(");
    sql += items(QStringLiteral("IPAddresses")) + QStringLiteral(") j FROM DeviceNetworkInfo)");
    if (has(QStringLiteral("Devices"), QStringLiteral("lastIpAddress")))
        sql += QStringLiteral(
            " UNION ALL SELECT lastIpAddress ip, id dev, lastSeen t FROM Devices WHERE lastIpAddress <> ''");
    if (has(QStringLiteral("Devices"), QStringLiteral("ipAddresses"))) {
        sql += QStringLiteral(
                   " UNION ALL SELECT coalesce(json_extract_string(j, '$.ipAddress'), '') ip, dev, t FROM (SELECT id "
                   "dev, lastSeen t, unnest(") +
               items(QStringLiteral("ipAddresses")) + QStringLiteral(") j FROM Devices)");
    }
    return QStringLiteral("SELECT DISTINCT ip, dev, t FROM (") + sql +
           QStringLiteral(
               ") WHERE ip <> '' AND t IS NOT NULL AND NOT starts_with(ip, '127.') AND ip NOT IN ('::1', '0.0.0.0', "
               "'::') AND ") +
           where;
}

} // namespace watchdesk::story
