// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intel/indicatorhits.h"

#include "app/store/store.h"

#include <QCoreApplication>

namespace watchdesk::intel {

namespace {

/// SELECT of kind, value, dev, t: every value that an indicator could name, as events and external alerts hold it.
QString heldValues()
{
    QStringList parts;
    for (const char *table : {"DeviceFileEvents", "DeviceProcessEvents", "DeviceImageLoadEvents"}) {
        for (const char *hash : {"SHA1", "SHA256", "MD5"})
            parts.append(
                QStringLiteral("SELECT 'file' kind, lower(%2) val, DeviceId dev, Timestamp t FROM %1 WHERE %2 <> ''")
                    .arg(QLatin1String(table), QLatin1String(hash)));
    }
    for (const char *hash : {"SHA1", "SHA256", "MD5"})
        parts.append(QStringLiteral("SELECT 'file', lower(%1), '', Timestamp FROM ExternalAlerts WHERE %1 <> ''")
                         .arg(QLatin1String(hash)));
    parts.append(
        QStringLiteral("SELECT 'ip', RemoteIP, DeviceId, Timestamp FROM DeviceNetworkEvents WHERE RemoteIP <> ''"));
    parts.append(QStringLiteral("SELECT 'ip', SourceIP, '', Timestamp FROM ExternalAlerts WHERE SourceIP <> ''"));
    parts.append(
        QStringLiteral("SELECT 'ip', DestinationIP, '', Timestamp FROM ExternalAlerts WHERE DestinationIP <> ''"));
    // The host of "http://host:port/path", or what there is if it is a bare name.
    const QString host = QStringLiteral("regexp_extract(lower(%1), '^(?:[a-z][a-z0-9+.-]*://)?([^/:?#]+)', 1)");
    const QString url = QStringLiteral("regexp_replace(lower(%1), '/$', '')");
    parts.append(
        QStringLiteral("SELECT 'domain', %1, DeviceId, Timestamp FROM DeviceNetworkEvents WHERE RemoteUrl <> ''")
            .arg(host.arg(QStringLiteral("RemoteUrl"))));
    parts.append(QStringLiteral("SELECT 'url', %1, DeviceId, Timestamp FROM DeviceNetworkEvents WHERE RemoteUrl <> ''")
                     .arg(url.arg(QStringLiteral("RemoteUrl"))));
    parts.append(
        QStringLiteral("SELECT 'domain', lower(Domain), '', Timestamp FROM ExternalAlerts WHERE Domain <> ''"));
    parts.append(QStringLiteral("SELECT 'url', %1, '', Timestamp FROM ExternalAlerts WHERE Url <> ''")
                     .arg(url.arg(QStringLiteral("Url"))));
    return parts.join(QStringLiteral(" UNION ALL "));
}

} // namespace

Result<qint64> countIndicatorHits(store::Store &store, Ticks since)
{
    const auto schema = store.schema();
    const TableSchema *indicators = schema.find(QStringLiteral("Indicators"));
    const TableSchema *hitsTable = schema.find(QStringLiteral("IndicatorHits"));
    if (!indicators || !hitsTable || indicators->indexOf(QStringLiteral("indicatorValue")) < 0)
        return 0;
    const auto hits = store.read(
        QStringLiteral(
            "WITH i AS MATERIALIZED (SELECT id::VARCHAR id, CASE indicatorType WHEN 'IpAddress' THEN 'ip' WHEN 'DomainName' "
            "THEN 'domain' WHEN 'Url' THEN 'url' ELSE 'file' END kind, regexp_replace(lower(indicatorValue), '/$', '') val "
            "FROM Indicators WHERE indicatorType IN ('FileSha1', 'FileSha256', 'FileMd5', 'IpAddress', 'DomainName', "
            "'Url')) SELECT i.id, count(*)::BIGINT, count(DISTINCT nullif(h.dev, ''))::BIGINT, min(h.t)::BIGINT, "
            "max(h.t)::BIGINT FROM i JOIN (%1) h ON h.kind = i.kind AND h.val = i.val WHERE h.t >= %2 GROUP BY 1")
            .arg(heldValues())
            .arg(since),
        {}, hitsTable->columns);
    if (!hits)
        return failure(hits.error());
    const qint64 count = hits->rowCount();
    const auto stored = store.replace(QStringLiteral("IndicatorHits"), *hits);
    if (!stored)
        return failure(stored.error());
    return count;
}

} // namespace watchdesk::intel
