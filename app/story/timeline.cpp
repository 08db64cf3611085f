// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/timeline.h"

#include "app/store/store.h"
#include "app/story/heldtables.h"
#include "app/story/severity.h"

#include <algorithm>

namespace watchdesk::story {

namespace {

/// A SELECT of t, id, label, severity, dev for each lane; "" where the store has no such table.
QString laneSql(const HeldTables &held, TimelineLane::Kind kind)
{
    const auto events = [](const char *table, const QString &label) {
        return QStringLiteral(
                   "SELECT Timestamp t, ReportId::VARCHAR id, %2 AS label, '' severity, DeviceId dev FROM %1")
            .arg(QLatin1String(table), label);
    };
    using Kind = TimelineLane::Kind;
    switch (kind) {
    case Kind::DefenderAlerts:
        return QStringLiteral("SELECT ats t, aid id, title AS label, severity, dev FROM (") + held.alerts() + u')';
    case Kind::ExternalAlerts:
        return QStringLiteral(
            "SELECT x.Timestamp t, x.ExternalId id, x.Signature AS label, x.Severity severity, "
            "coalesce(c.DeviceId, '') dev FROM ExternalAlerts x LEFT JOIN Correlations c USING (ExternalId)");
    case Kind::Processes:
        return events("DeviceProcessEvents",
                      QStringLiteral("CASE WHEN ProcessCommandLine <> '' THEN ProcessCommandLine ELSE FolderPath END"));
    case Kind::Network:
        return events(
            "DeviceNetworkEvents",
            QStringLiteral(
                "InitiatingProcessFileName || ' → ' || RemoteIP || ':' || coalesce(RemotePort::VARCHAR, '')"));
    case Kind::Files:
        return events("DeviceFileEvents", QStringLiteral("ActionType || ' ' || FolderPath"));
    case Kind::Registry:
        return events("DeviceRegistryEvents", QStringLiteral("ActionType || ' ' || RegistryKey"));
    case Kind::Logons:
        return events("DeviceLogonEvents", QStringLiteral("ActionType || ' ' || AccountName"));
    case Kind::Other:
        return events("DeviceEvents", QStringLiteral("ActionType"));
    case Kind::Response:
        if (!held.has(QStringLiteral("MachineActions"), QStringLiteral("creationDateTimeUtc")))
            return {};
        return QStringLiteral(
            "SELECT creationDateTimeUtc t, id, type AS label, '' severity, machineId dev FROM MachineActions");
    }
    return {};
}

class TimelineReader
{
public:
    TimelineReader(store::Store &store, const QString &deviceId, const TimelineLimits &limits)
        : m_store(store)
        , m_held(store)
        , m_deviceId(deviceId)
        , m_limits(limits)
    {
    }

    Result<Timeline> read(Ticks from, Ticks to);

private:
    QString source(TimelineLane::Kind kind) const;
    Result<void> findRange();
    Result<void> readLane(TimelineLane *lane);
    Result<void> readMarks(TimelineLane *lane, const QString &sql);
    Result<void> readBins(TimelineLane *lane, const QString &sql);

    store::Store &m_store;
    HeldTables m_held;
    QString m_deviceId;
    TimelineLimits m_limits;
    Timeline m_timeline;
};

QString TimelineReader::source(TimelineLane::Kind kind) const
{
    const QString sql = laneSql(m_held, kind);
    if (sql.isEmpty())
        return {};
    return QStringLiteral("(SELECT * FROM (%1) WHERE t IS NOT NULL AND ($1 = '' OR dev = $1))").arg(sql);
}

Result<void> TimelineReader::findRange()
{
    QStringList parts;
    for (int kind = 0; kind <= int(TimelineLane::Kind::Response); ++kind) {
        if (const QString sql = source(TimelineLane::Kind(kind)); !sql.isEmpty())
            parts.append(QStringLiteral("SELECT min(t) a, max(t) b FROM ") + sql);
    }
    const auto range =
        m_store.read(QStringLiteral("SELECT coalesce(min(a), 0)::BIGINT, coalesce(max(b), 0)::BIGINT FROM (") +
                         parts.join(QStringLiteral(" UNION ALL ")) + u')',
                     {m_deviceId});
    if (!range)
        return failure(range.error());
    m_timeline.from = range->column(0).integer(0);
    m_timeline.to = range->column(1).integer(0);
    return {};
}

Result<Timeline> TimelineReader::read(Ticks from, Ticks to)
{
    m_timeline.from = from;
    m_timeline.to = to;
    if (from == 0 && to == 0) {
        if (const auto found = findRange(); !found)
            return failure(found.error());
    }
    const int bins = std::clamp(m_limits.bins, 1, 100'000);
    m_timeline.binWidth = std::max<Ticks>(1, (m_timeline.to - m_timeline.from) / bins + 1);
    for (int kind = 0; kind <= int(TimelineLane::Kind::Response); ++kind) {
        TimelineLane lane;
        lane.kind = TimelineLane::Kind(kind);
        if (const auto done = readLane(&lane); !done)
            return failure(done.error());
        m_timeline.lanes.append(lane);
    }
    return m_timeline;
}

Result<void> TimelineReader::readLane(TimelineLane *lane)
{
    QString sql = source(lane->kind);
    if (sql.isEmpty())
        return {};
    sql += QStringLiteral(" WHERE t BETWEEN %1 AND %2").arg(m_timeline.from).arg(m_timeline.to);
    const auto count = m_store.read(QStringLiteral("SELECT count(*) FROM ") + sql, {m_deviceId});
    if (!count)
        return failure(count.error());
    lane->total = count->column(0).integer(0);
    lane->binned = lane->total > m_limits.marks;
    if (lane->total == 0)
        return {};
    return lane->binned ? readBins(lane, sql) : readMarks(lane, sql);
}

Result<void> TimelineReader::readMarks(TimelineLane *lane, const QString &sql)
{
    const auto found = m_store.read(
        QStringLiteral("SELECT t, coalesce(id, ''), left(label, 500), severity, dev FROM %1 ORDER BY t, id").arg(sql),
        {m_deviceId});
    if (!found)
        return failure(found.error());
    lane->marks.reserve(found->rowCount());
    for (qsizetype i = 0; i < found->rowCount(); ++i) {
        const Ticks at = found->column(0).integer(i);
        const auto text = [&](int column) { return found->column(column).string(i); };
        lane->marks.append({at, at, 1, text(1), text(2), text(3), text(4)});
    }
    return {};
}

Result<void> TimelineReader::readBins(TimelineLane *lane, const QString &sql)
{
    const auto found = m_store.read(
        QStringLiteral(
            "SELECT (t - %1) // %2, count(*), max(CASE severity WHEN 'High' THEN 3 WHEN 'Medium' THEN 2 WHEN 'Low' THEN 1 "
            "WHEN 'Informational' THEN 0 ELSE -1 END)::BIGINT FROM %3 GROUP BY 1 ORDER BY 1")
            .arg(m_timeline.from)
            .arg(m_timeline.binWidth)
            .arg(sql),
        {m_deviceId});
    if (!found)
        return failure(found.error());
    for (qsizetype i = 0; i < found->rowCount(); ++i) {
        const Ticks at = m_timeline.from + found->column(0).integer(i) * m_timeline.binWidth;
        lane->marks.append({at,
                            at + m_timeline.binWidth,
                            found->column(1).integer(i),
                            {},
                            {},
                            severityFromRank(int(found->column(2).integer(i))),
                            m_deviceId});
    }
    return {};
}

} // namespace

Result<Timeline> timeline(store::Store &store, const QString &deviceId, Ticks from, Ticks to,
                          const TimelineLimits &limits)
{
    return TimelineReader(store, deviceId, limits).read(from, to);
}

} // namespace watchdesk::story
