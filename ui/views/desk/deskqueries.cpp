// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/desk/deskqueries.h"

#include <QCoreApplication>

namespace watchdesk::ui {

namespace {

constexpr int kSparkBins = 24;

/// The context of this file's strings.
struct Desk
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::ui::Desk)
};

QString rankOf(const QString &column)
{
    return QStringLiteral(
               "CASE lower(%1) WHEN 'critical' THEN 4 WHEN 'high' THEN 4 WHEN 'medium' THEN 3 WHEN 'low' THEN 2 WHEN 'informational' THEN 1 ELSE 0 END")
        .arg(column);
}

/// Events an hour of the last day, a device a row, as "3,0,12,…".
QString sparkSql(Ticks now)
{
    const QStringList tables = {QStringLiteral("DeviceProcessEvents"), QStringLiteral("DeviceNetworkEvents"),
                                QStringLiteral("DeviceFileEvents"), QStringLiteral("DeviceLogonEvents"),
                                QStringLiteral("DeviceRegistryEvents")};
    const Ticks from = now - kTicksPerDay;
    QStringList parts;
    for (const QString &table : tables)
        parts.append(
            QStringLiteral(
                "SELECT DeviceId, (Timestamp - %1) // %2 AS bin FROM %3 WHERE Timestamp >= %1 AND Timestamp < %4")
                .arg(from)
                .arg(kTicksPerDay / kSparkBins)
                .arg(table)
                .arg(now));
    QStringList bins;
    for (int bin = 0; bin < kSparkBins; ++bin)
        bins.append(QStringLiteral("coalesce(sum(n) FILTER (bin = %1), 0)").arg(bin));
    return QStringLiteral(
               "SELECT DeviceId, concat_ws(',', %1) AS spark FROM (SELECT DeviceId, bin, count(*) AS n FROM (%2) GROUP BY ALL) GROUP BY DeviceId")
        .arg(bins.join(QStringLiteral(", ")), parts.join(QStringLiteral(" UNION ALL ")));
}

store::FilterField field(const char *name, const char *column, ColumnType type = ColumnType::String)
{
    return {QString::fromLatin1(name), QString::fromLatin1(column), type};
}

ColumnSchema typed(const char *name, ColumnType type = ColumnType::String) { return {QString::fromLatin1(name), type}; }

GridColumn column(const char *source, const QString &title, GridColumn::Look look, int width, int dropOrder = 0,
                  const char *tone = "", int room = 62)
{
    return {QString::fromLatin1(source), title, look, width, QString::fromLatin1(tone), dropOrder, room};
}

GridColumn onDemand(const char *source, const QString &title, GridColumn::Look look, int width)
{
    GridColumn made = column(source, title, look, width);
    made.optional = true;
    return made;
}

/// The alerts since `?`, for their rows and for their number.
const QString kRecentAlerts =
    QStringLiteral("FROM %1 a WHERE coalesce(a.lastEventTime, a.firstEventTime, a.alertCreationTime) >= ?");

/// "" = the pane's own words; nothing says so little as an empty list of another day's alerts.
QString emptyText(Ticks from)
{
    return from > 0 ? Desk::tr("No alerts in this time range. A longer one can be chosen at the top.") : QString();
}

} // namespace

GridSource deviceSource(Ticks now)
{
    const QString openAlerts = QStringLiteral(
        " LEFT JOIN (SELECT machineId, count(*) AS n FROM Alerts WHERE lower(status) <> 'resolved' GROUP BY machineId) a "
        "ON a.machineId = d.id");
    GridSource source;
    source.sql =
        QStringLiteral(R"(SELECT d.id AS id, split_part(d.computerDnsName, '.', 1) AS device, d.computerDnsName AS name,
 d.riskScore AS risk, d.exposureLevel AS exposure, d.healthStatus AS health, d.osPlatform AS os, d.lastIpAddress AS ip,
 d.rbacGroupName AS grp, d.deviceValue AS val, d.lastSeen AS seen, CAST(a.n AS BIGINT) AS alerts, coalesce(s.spark, '') AS spark{key}
 FROM {rows} d%1
 LEFT JOIN (%2) s ON s.DeviceId = d.id)")
            .arg(openAlerts, sparkSql(now));
    source.base = QStringLiteral("Devices");
    source.keyOf = QStringLiteral(", d.rowid AS rowKey");
    source.keySql =
        QStringLiteral(
            "SELECT d.riskScore AS risk, a.n AS alerts, d.computerDnsName AS name, d.rowid AS rowKey FROM Devices d") +
        openAlerts;
    source.types = {typed("id"),
                    typed("device"),
                    typed("name"),
                    typed("risk"),
                    typed("exposure"),
                    typed("health"),
                    typed("os"),
                    typed("ip"),
                    typed("grp"),
                    typed("val"),
                    typed("seen", ColumnType::DateTime),
                    typed("alerts", ColumnType::Long),
                    typed("spark")};
    source.order = QString(rankOf(QStringLiteral("risk")) % QStringLiteral(" DESC, alerts DESC NULLS LAST, name"));
    source.countSql = QStringLiteral("SELECT count(*) FROM Devices");
    source.tables = {QStringLiteral("Devices"), QStringLiteral("Alerts"), QStringLiteral("DeviceProcessEvents"),
                     QStringLiteral("DeviceNetworkEvents")};
    source.fields = {field("device", "device"),
                     field("name", "name"),
                     field("risk", "risk"),
                     field("exposure", "exposure"),
                     field("health", "health"),
                     field("os", "os"),
                     field("ip", "ip"),
                     field("group", "grp"),
                     field("value", "val"),
                     field("id", "id"),
                     field("seen", "seen", ColumnType::DateTime),
                     field("alerts", "alerts", ColumnType::Long)};
    return source;
}

QList<GridColumn> deviceColumns()
{
    using Look = GridColumn::Look;
    return {column("device", Desk::tr("Device"), Look::Dot, 0, 0, "risk", 104),
            column("risk", Desk::tr("Risk"), Look::Word, 64),
            column("alerts", Desk::tr("Alerts"), Look::Number, 56),
            column("spark", Desk::tr("24 h"), Look::Sparkline, 56, 1),
            onDemand("name", Desk::tr("Full name"), Look::Text, 190),
            onDemand("exposure", Desk::tr("Exposure"), Look::Word, 76),
            onDemand("health", Desk::tr("Health"), Look::Text, 90),
            onDemand("os", Desk::tr("OS"), Look::Text, 120),
            onDemand("ip", Desk::tr("IP"), Look::Mono, 116),
            onDemand("grp", Desk::tr("Group"), Look::Text, 100),
            onDemand("val", Desk::tr("Value"), Look::Word, 70),
            onDemand("seen", Desk::tr("Last contact"), Look::Time, 96)};
}

GridSource alertSource(Ticks from)
{
    GridSource source;
    source.sql =
        QStringLiteral(
            R"(SELECT a.id AS id, coalesce(a.firstEventTime, a.alertCreationTime) AS seenAt, a.severity AS severity, a.title AS title,
 coalesce(json_extract_string(a.mitreTechniques, '$[0]'), '') AS technique, a.status AS status, a.category AS category,
 a.detectionSource AS source, a.machineId AS machineId, a.computerDnsName AS device, a.assignedTo AS owner,
 CASE WHEN EXISTS (SELECT 1 FROM Correlations c WHERE c.AlertId = a.id) THEN 'yes' ELSE 'no' END AS correlated{key}
 )") + kRecentAlerts.arg(QStringLiteral("{rows}"));
    source.base = QStringLiteral("Alerts");
    source.keyOf = QStringLiteral(", a.rowid AS rowKey");
    source.keySql =
        QStringLiteral(
            "SELECT a.id AS id, coalesce(a.firstEventTime, a.alertCreationTime) AS seenAt, a.rowid AS rowKey ") +
        kRecentAlerts.arg(source.base);
    source.parameters = {from};
    source.types = {typed("id"),        typed("seenAt", ColumnType::DateTime),
                    typed("severity"),  typed("title"),
                    typed("technique"), typed("status"),
                    typed("category"),  typed("source"),
                    typed("machineId"), typed("device"),
                    typed("owner"),     typed("correlated")};
    source.order = QStringLiteral("seenAt DESC, id");
    source.roughOrder = QStringLiteral("seenAt DESC");
    source.tables = {QStringLiteral("Alerts"), QStringLiteral("Correlations")};
    source.countSql = QStringLiteral("SELECT count(*) ") + kRecentAlerts.arg(source.base);
    source.emptyText = emptyText(from);
    source.fields = {field("title", "title"),
                     field("severity", "severity"),
                     field("status", "status"),
                     field("device", "device"),
                     field("category", "category"),
                     field("technique", "technique"),
                     field("source", "source"),
                     field("owner", "owner"),
                     field("id", "id"),
                     field("correlated", "correlated"),
                     field("time", "seenAt", ColumnType::DateTime)};
    return source;
}

QList<GridColumn> alertColumns()
{
    using Look = GridColumn::Look;
    return {column("seenAt", Desk::tr("Time"), Look::Time, 76),
            column("severity", Desk::tr("Severity"), Look::Severity, 80),
            column("title", Desk::tr("Title"), Look::Text, 0, 0, "", 150),
            column("technique", Desk::tr("Technique"), Look::MonoMuted, 84, 1),
            onDemand("device", Desk::tr("Device"), Look::Text, 170),
            onDemand("status", Desk::tr("Status"), Look::Text, 80),
            onDemand("category", Desk::tr("Category"), Look::Text, 120),
            onDemand("source", Desk::tr("Detected by"), Look::Text, 120),
            onDemand("owner", Desk::tr("Owner"), Look::Text, 120),
            onDemand("correlated", Desk::tr("Correlated"), Look::Text, 80)};
}

GridSource externalSource(Ticks from)
{
    GridSource source;
    source.sql = QStringLiteral(
        R"(SELECT e.ExternalId AS id, e.Timestamp AS seenAt, e.Severity AS severity, e.Source AS source, e.Signature AS signature,
 CASE WHEN e.DestinationIP = '' THEN e.HostName ELSE '→' || e.DestinationIP || coalesce(':' || CAST(e.DestinationPort AS VARCHAR), '') END AS flow,
 e.SourceIP AS src, e.DestinationIP AS dst, e.DestinationPort AS port, e.HostName AS host, e.Category AS category, e.Technique AS technique,
 coalesce(c.Score, 0) AS score, CASE WHEN c.ExternalId IS NULL THEN 'no' ELSE 'yes' END AS correlated, coalesce(c.DeviceId, '') AS deviceId{key}
 FROM {rows} e LEFT JOIN Correlations c ON c.ExternalId = e.ExternalId WHERE e.Timestamp >= ?)");
    source.base = QStringLiteral("ExternalAlerts");
    source.keyOf = QStringLiteral(", e.rowid AS rowKey");
    source.keySql = QStringLiteral("SELECT e.ExternalId AS id, e.Timestamp AS seenAt, e.rowid AS rowKey FROM "
                                   "ExternalAlerts e WHERE e.Timestamp >= ?");
    source.parameters = {from};
    source.types = {typed("id"),
                    typed("seenAt", ColumnType::DateTime),
                    typed("severity"),
                    typed("source"),
                    typed("signature"),
                    typed("flow"),
                    typed("src"),
                    typed("dst"),
                    typed("port", ColumnType::Int),
                    typed("host"),
                    typed("category"),
                    typed("technique"),
                    typed("score", ColumnType::Real),
                    typed("correlated"),
                    typed("deviceId")};
    source.order = QStringLiteral("seenAt DESC, id");
    source.roughOrder = QStringLiteral("seenAt DESC");
    source.tables = {QStringLiteral("ExternalAlerts"), QStringLiteral("Correlations")};
    source.emptyText = emptyText(from);
    source.fields = {field("signature", "signature"),
                     field("severity", "severity"),
                     field("source", "source"),
                     field("src", "src"),
                     field("dst", "dst"),
                     field("host", "host"),
                     field("category", "category"),
                     field("technique", "technique"),
                     field("flow", "flow"),
                     field("id", "id"),
                     field("correlated", "correlated"),
                     field("port", "port", ColumnType::Int),
                     field("score", "score", ColumnType::Real),
                     field("time", "seenAt", ColumnType::DateTime)};
    return source;
}

QList<GridColumn> externalColumns()
{
    using Look = GridColumn::Look;
    return {column("seenAt", Desk::tr("Time"), Look::Time, 76),
            column("severity", Desk::tr("Severity"), Look::Severity, 76),
            column("source", Desk::tr("Source"), Look::External, 68, 2),
            column("signature", Desk::tr("Signature"), Look::Text, 0, 0, "", 70),
            column("flow", Desk::tr("Flow"), Look::MonoMuted, 138, 1),
            onDemand("src", Desk::tr("Source address"), Look::Mono, 120),
            onDemand("host", Desk::tr("Host"), Look::Text, 120),
            onDemand("category", Desk::tr("Category"), Look::Text, 140),
            onDemand("technique", Desk::tr("Technique"), Look::MonoMuted, 84),
            onDemand("score", Desk::tr("Score"), Look::Text, 60),
            onDemand("correlated", Desk::tr("Correlated"), Look::Text, 80)};
}

GridSource indicatorSource()
{
    GridSource source;
    source.sql = QStringLiteral(
        R"(SELECT i.id AS id, i.indicatorValue AS value, i.indicatorType AS type, i.action AS action, i.title AS title,
 i.severity AS severity, CAST(coalesce(h.Hits, 0) AS BIGINT) AS hits, i.expirationTime AS expires
 FROM Indicators i LEFT JOIN IndicatorHits h ON h.id = i.id)");
    source.types = {typed("id"),
                    typed("value"),
                    typed("type"),
                    typed("action"),
                    typed("title"),
                    typed("severity"),
                    typed("hits", ColumnType::Long),
                    typed("expires", ColumnType::DateTime)};
    source.order = QStringLiteral("hits DESC, value");
    source.tables = {QStringLiteral("Indicators"), QStringLiteral("IndicatorHits")};
    source.countSql = QStringLiteral("SELECT count(*) FROM Indicators");
    source.fields = {field("value", "value"),
                     field("type", "type"),
                     field("action", "action"),
                     field("title", "title"),
                     field("severity", "severity"),
                     field("hits", "hits", ColumnType::Long),
                     field("expires", "expires", ColumnType::DateTime)};
    return source;
}

QList<GridColumn> indicatorColumns()
{
    using Look = GridColumn::Look;
    return {column("value", Desk::tr("Indicator"), Look::Mono, 0, 0, "", 100),
            column("action", Desk::tr("Action"), Look::Word, 68),
            column("hits", Desk::tr("Hits"), Look::Number, 54),
            column("expires", Desk::tr("Expires"), Look::Countdown, 62, 1),
            onDemand("type", Desk::tr("Type"), Look::Text, 90),
            onDemand("title", Desk::tr("Title"), Look::Text, 200),
            onDemand("severity", Desk::tr("Severity"), Look::Severity, 100)};
}

} // namespace watchdesk::ui
