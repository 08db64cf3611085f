// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/selection.h"

#include "app/store/store.h"
#include "ui/models/stop.h"

namespace watchdesk::ui {

namespace {

/// Three steps, each a set: the subject's devices and alerts, their external alerts, and the indicators seen in those
/// or in the devices' events. Answers rows of (kind, key). A CTE called "alerts" would hide the table Alerts: rel_….
const char *const kTail = R"(
, hit AS (
    SELECT i.id AS id FROM Indicators i
    WHERE i.id IN (SELECT k FROM seed_indicator)
       OR lower(i.indicatorValue) IN (
            SELECT lower(v) FROM (
                SELECT unnest([e.SourceIP, e.DestinationIP, e.SHA1, e.SHA256, e.MD5, e.Url, e.Domain]) AS v
                FROM ExternalAlerts e WHERE e.ExternalId IN (SELECT k FROM rel_externals)
                UNION ALL
                SELECT RemoteIP FROM DeviceNetworkEvents
                WHERE DeviceId IN (SELECT k FROM rel_devices) AND (SELECT count(*) FROM rel_devices) <= 5
            ) WHERE v <> ''))
SELECT 'device' AS kind, k AS key FROM rel_devices WHERE k <> ''
UNION ALL SELECT 'alert', k FROM rel_alerts WHERE k <> ''
UNION ALL SELECT 'external', k FROM rel_externals WHERE k <> ''
UNION ALL SELECT 'indicator', id FROM hit
LIMIT 200000)";

QString headFor(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Device:
        return QStringLiteral(R"(WITH rel_devices AS (SELECT CAST(? AS VARCHAR) AS k)
, rel_alerts AS (SELECT id AS k FROM Alerts WHERE machineId IN (SELECT k FROM rel_devices))
, rel_externals AS (SELECT DISTINCT ExternalId AS k FROM Correlations WHERE DeviceId IN (SELECT k FROM rel_devices))
, seed_indicator AS (SELECT '' AS k WHERE false))");
    case Subject::Kind::Alert:
        return QStringLiteral(R"(WITH rel_alerts AS (SELECT CAST(? AS VARCHAR) AS k)
, rel_devices AS (SELECT DISTINCT machineId AS k FROM Alerts WHERE id IN (SELECT k FROM rel_alerts))
, rel_externals AS (SELECT DISTINCT ExternalId AS k FROM Correlations WHERE AlertId IN (SELECT k FROM rel_alerts))
, seed_indicator AS (SELECT '' AS k WHERE false))");
    case Subject::Kind::External:
        return QStringLiteral(R"(WITH rel_externals AS (SELECT CAST(? AS VARCHAR) AS k)
, rel_devices AS (SELECT DISTINCT DeviceId AS k FROM Correlations WHERE ExternalId IN (SELECT k FROM rel_externals))
, rel_alerts AS (SELECT DISTINCT AlertId AS k FROM Correlations WHERE ExternalId IN (SELECT k FROM rel_externals))
, seed_indicator AS (SELECT '' AS k WHERE false))");
    case Subject::Kind::Indicator:
        return QStringLiteral(R"(WITH seed_indicator AS (SELECT CAST(? AS VARCHAR) AS k)
, sought AS (SELECT lower(indicatorValue) AS v FROM Indicators WHERE id IN (SELECT k FROM seed_indicator))
, rel_externals AS (SELECT ExternalId AS k FROM ExternalAlerts e, sought s
    WHERE s.v IN (lower(e.SourceIP), lower(e.DestinationIP), lower(e.SHA1), lower(e.SHA256), lower(e.MD5), lower(e.Url), lower(e.Domain)))
, rel_devices AS (SELECT DISTINCT DeviceId AS k FROM DeviceNetworkEvents n, sought s WHERE lower(n.RemoteIP) = s.v
    UNION SELECT DISTINCT DeviceId FROM DeviceFileEvents f, sought s WHERE s.v IN (lower(f.SHA1), lower(f.SHA256), lower(f.MD5))
    UNION SELECT DISTINCT DeviceId FROM DeviceProcessEvents p, sought s WHERE s.v IN (lower(p.SHA1), lower(p.SHA256), lower(p.MD5)))
, rel_alerts AS (SELECT DISTINCT AlertId AS k FROM Correlations WHERE ExternalId IN (SELECT k FROM rel_externals)))");
    case Subject::Kind::Nothing:
        break;
    }
    return {};
}

} // namespace

Selection::Selection(std::shared_ptr<store::Store> store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
}

Selection::~Selection() { stopIfRunning(m_future); }

void Selection::choose(const Subject &subject)
{
    if (subject == m_subject)
        return;
    m_subject = subject.key.isEmpty() ? Subject{} : subject;
    Q_EMIT subjectChanged();
    refresh();
}

void Selection::refresh()
{
    stopIfRunning(m_future);
    const int run = ++m_run;
    if (m_subject.kind == Subject::Kind::Nothing) {
        m_related = {};
        Q_EMIT relatedChanged();
        return;
    }
    m_future = m_store->readLater(QString(headFor(m_subject.kind) % QString::fromLatin1(kTail)), {m_subject.key});
    m_future.then(this, [this, run](const Result<TablePointer> &result) { take(run, result); });
}

void Selection::take(int run, const Result<TablePointer> &result)
{
    if (run != m_run)
        return;
    if (!result) {
        if (result.error().kind != Error::Kind::Cancelled)
            Q_EMIT failed(result.error());
        return;
    }
    Related related;
    const Column &kinds = (*result)->column(0);
    const Column &keys = (*result)->column(1);
    for (qsizetype row = 0; row < (*result)->rowCount(); ++row) {
        const std::string_view kind = kinds.text(row);
        QSet<QString> &set = kind == "device"     ? related.devices
                             : kind == "alert"    ? related.alerts
                             : kind == "external" ? related.externals
                                                  : related.indicators;
        set.insert(keys.string(row));
    }
    related.deviceId = related.devices.size() == 1 ? *related.devices.cbegin() : QString();
    related.alertId = m_subject.kind == Subject::Kind::Alert ? m_subject.key : QString();
    related.externalId = m_subject.kind == Subject::Kind::External ? m_subject.key : QString();
    if (m_subject.kind == Subject::Kind::External && related.alerts.size() == 1)
        related.alertId = *related.alerts.cbegin();
    m_related = std::move(related);
    Q_EMIT relatedChanged();
}

} // namespace watchdesk::ui
