// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/treedetails.h"

#include "app/store/store.h"
#include "app/story/heldtables.h"
#include "app/story/processstarts.h"
#include "app/story/severity.h"

#include <algorithm>
#include <cstdlib>

namespace watchdesk::story {

namespace {

QString accountName(const QString &domain, const QString &name)
{
    return domain.isEmpty() || name.isEmpty() ? name : domain + u'\\' + name;
}

} // namespace

TreeDetails::TreeDetails(store::Store &store, ProcessTree &tree, const ProcessTreeLimits &limits)
    : m_store(store)
    , m_tree(tree)
    , m_limits(limits)
{
    for (int i = 0; i < tree.nodes.size(); ++i)
        m_byId.insert(tree.nodes[i].key.processId, i);
}

int TreeDetails::nodeOf(qint64 id, bool hasTime, Ticks created) const
{
    int timeless = -1, only = -1, count = 0;
    for (auto each = m_byId.constFind(id); each != m_byId.constEnd() && each.key() == id; ++each) {
        const Ticks own = m_tree.nodes[*each].key.creationTime;
        if (hasTime && std::abs(own - created) < kSameStart)
            return *each;
        if (own == 0)
            timeless = *each;
        only = *each;
        ++count;
    }
    if (hasTime)
        return -1;
    return timeless >= 0 ? timeless : count == 1 ? only : -1;
}

QString TreeDetails::idList() const
{
    QStringList ids;
    for (qint64 id : m_byId.uniqueKeys())
        ids.append(QString::number(id));
    return ids.join(u',');
}

Result<void> TreeDetails::names(const std::vector<qint64> &rows, const std::vector<qint64> &witnesses)
{
    if (const auto done = starts(rows); !done)
        return done;
    return inferred(witnesses);
}

Result<void> TreeDetails::starts(const std::vector<qint64> &rows)
{
    QHash<qint64, int> nodeOfRow;
    QStringList list;
    for (int i = 0; i < int(rows.size()); ++i) {
        if (rows[size_t(i)] >= 0) {
            nodeOfRow.insert(rows[size_t(i)], i);
            list.append(QString::number(rows[size_t(i)]));
        }
    }
    if (list.isEmpty())
        return {};
    const auto found = m_store.read(
        QStringLiteral(
            "SELECT rowid::BIGINT, FileName, FolderPath, ProcessCommandLine, AccountDomain, AccountName, "
            "ProcessIntegrityLevel, SHA1, SHA256, ProcessVersionInfoCompanyName, (ProcessCreationTime IS NULL)::INTEGER "
            "FROM DeviceProcessEvents WHERE DeviceId = ? AND rowid IN (%1)")
            .arg(list.join(u',')),
        {deviceId()});
    if (!found)
        return failure(found.error());
    for (qsizetype i = 0; i < found->rowCount(); ++i) {
        const auto text = [&](int column) { return found->column(column).string(i); };
        ProcessNode &node = m_tree.nodes[nodeOfRow.value(found->column(0).integer(i))];
        node.fileName = text(1);
        node.folderPath = text(2);
        node.commandLine = text(3);
        node.account = accountName(text(4), text(5));
        node.integrityLevel = text(6);
        node.sha1 = text(7);
        node.sha256 = text(8);
        node.signer = text(9);
    }
    return {};
}

Result<void> TreeDetails::inferred(const std::vector<qint64> &witnesses)
{
    for (int i = 0; i < m_tree.nodes.size(); ++i) {
        ProcessNode &node = m_tree.nodes[i];
        if (!node.isInferred)
            continue;
        // A child's start tells of its parent; failing that, any event of the process does.
        const bool hasWitness = witnesses[size_t(i)] >= 0;
        QStringList parts;
        for (const char *table : {"DeviceProcessEvents", "DeviceNetworkEvents", "DeviceEvents", "DeviceFileEvents",
                                  "DeviceRegistryEvents", "DeviceImageLoadEvents"}) {
            parts.append(
                QStringLiteral("(SELECT InitiatingProcessFileName, InitiatingProcessFolderPath, "
                               "InitiatingProcessCommandLine, InitiatingProcessAccountDomain, "
                               "InitiatingProcessAccountName, InitiatingProcessSHA1, InitiatingProcessSHA256, "
                               "coalesce(Timestamp, 0) t FROM %1 WHERE DeviceId = $1 AND %2 ORDER BY t LIMIT 1)")
                    .arg(QLatin1String(table),
                         hasWitness ? QStringLiteral("rowid = %1").arg(witnesses[size_t(i)])
                         : node.key.creationTime > 0
                             ? QStringLiteral(
                                   "InitiatingProcessId = %1 AND abs(InitiatingProcessCreationTime - %2) < %3")
                                   .arg(node.key.processId)
                                   .arg(node.key.creationTime)
                                   .arg(kSameStart)
                             : QStringLiteral("InitiatingProcessId = %1 AND InitiatingProcessCreationTime IS NULL")
                                   .arg(node.key.processId)));
            if (hasWitness)
                break;
        }
        const auto found = m_store.read(QStringLiteral("SELECT * FROM (") + parts.join(QStringLiteral(" UNION ALL ")) +
                                            QStringLiteral(") ORDER BY t LIMIT 1"),
                                        {deviceId()});
        if (!found)
            return failure(found.error());
        if (found->rowCount() == 0)
            continue;
        const auto text = [&](int column) { return found->column(column).string(0); };
        node.fileName = text(0);
        node.folderPath = text(1);
        node.commandLine = text(2);
        node.account = accountName(text(3), text(4));
        node.sha1 = text(5);
        node.sha256 = text(6);
        if (node.seen == 0)
            node.seen = found->column(7).integer(0);
    }
    return {};
}

Result<void> TreeDetails::counts()
{
    static constexpr std::pair<const char *, qint64 ProcessNode::*> kTables[] = {
        {"DeviceFileEvents", &ProcessNode::fileEvents},       {"DeviceRegistryEvents", &ProcessNode::registryEvents},
        {"DeviceNetworkEvents", &ProcessNode::networkEvents}, {"DeviceImageLoadEvents", &ProcessNode::imageLoads},
        {"DeviceEvents", &ProcessNode::otherEvents},
    };
    for (const auto &[table, member] : kTables) {
        const auto found = m_store.read(
            QStringLiteral("SELECT InitiatingProcessId, (InitiatingProcessCreationTime IS NOT NULL)::BIGINT, "
                           "coalesce(InitiatingProcessCreationTime, 0), count(*) FROM %1 WHERE DeviceId = ? AND "
                           "InitiatingProcessId IN (%2) GROUP BY 1, 2, 3")
                .arg(QLatin1String(table), idList()),
            {deviceId()});
        if (!found)
            return failure(found.error());
        for (qsizetype i = 0; i < found->rowCount(); ++i) {
            const auto number = [&](int column) { return found->column(column).integer(i); };
            if (const int node = nodeOf(number(0), number(1) != 0, number(2)); node >= 0)
                m_tree.nodes[node].*member += number(3);
        }
    }
    return {};
}

Result<void> TreeDetails::peers()
{
    const auto found = m_store.read(
        QStringLiteral(
            "SELECT n.InitiatingProcessId, (n.InitiatingProcessCreationTime IS NOT NULL)::BIGINT, "
            "coalesce(n.InitiatingProcessCreationTime, 0), n.RemoteIP, coalesce(n.RemotePort, 0)::BIGINT, n.Protocol, "
            "max(n.RemoteUrl), count(DISTINCT n.rowid), coalesce(min(n.Timestamp), 0), coalesce(max(n.Timestamp), 0), "
            "count(c.ExternalId), max(CASE x.Severity WHEN 'High' THEN 3 WHEN 'Medium' THEN 2 WHEN 'Low' THEN 1 WHEN "
            "'Informational' THEN 0 END)::BIGINT FROM DeviceNetworkEvents n LEFT JOIN Correlations c ON c.EventTable = "
            "'DeviceNetworkEvents' AND c.DeviceId = n.DeviceId AND c.ReportId = n.ReportId AND c.EventTimestamp = n.Timestamp "
            "LEFT JOIN ExternalAlerts x ON x.ExternalId = c.ExternalId WHERE n.DeviceId = ? AND n.InitiatingProcessId IN (%1) AND "
            "n.RemoteIP <> '' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 11 DESC, 8 DESC, 4, 5")
            .arg(idList()),
        {deviceId()});
    if (!found)
        return failure(found.error());
    for (qsizetype i = 0; i < found->rowCount(); ++i) {
        const auto number = [&](int column) { return found->column(column).integer(i); };
        const auto text = [&](int column) { return found->column(column).string(i); };
        const int index = nodeOf(number(0), number(1) != 0, number(2));
        if (index < 0)
            continue;
        ProcessNode &node = m_tree.nodes[index];
        if (node.peers.size() >= m_limits.peersPerNode) {
            ++node.morePeers;
            continue;
        }
        node.peers.append({text(3), int(number(4)), text(5), text(6), number(7), number(8), number(9), number(10),
                           found->column(11).isNull(i) ? QString() : severityFromRank(int(number(11)))});
    }
    return {};
}

Result<void> TreeDetails::alerts()
{
    const HeldTables held(m_store);
    const auto found = m_store.read(
        QStringLiteral(
            "SELECT c.ProcessId, (c.ProcessCreationTime IS NOT NULL)::BIGINT, coalesce(c.ProcessCreationTime, 0), "
            "x.ExternalId, x.Signature, x.Severity, x.Source, coalesce(x.Timestamp, 0) ats, 1::BIGINT FROM Correlations c "
            "JOIN ExternalAlerts x USING (ExternalId) WHERE c.DeviceId = $1 AND c.ProcessId IN (%1) UNION ALL SELECT "
            "v.pid, (v.ct > 0)::BIGINT, v.ct * %2, v.aid, a.title, a.severity, 'Defender', coalesce(a.ats, 0), 0::BIGINT "
            "FROM (%3) v JOIN (%4) a USING (aid) WHERE v.dev = $1 AND v.pid IN (%1) ORDER BY ats")
            .arg(idList(), QLatin1String(kProcessTime), held.evidenceProcesses(), held.alerts()),
        {deviceId()});
    if (!found)
        return failure(found.error());
    for (qsizetype i = 0; i < found->rowCount(); ++i) {
        const auto number = [&](int column) { return found->column(column).integer(i); };
        const auto text = [&](int column) { return found->column(column).string(i); };
        const int index = nodeOf(number(0), number(1) != 0, number(2));
        if (index >= 0)
            m_tree.nodes[index].alerts.append({text(3), text(4), text(5), text(6), number(7), number(8) != 0});
    }
    return {};
}

bool TreeDetails::isFocusKnown() const
{
    const ProcessNode &focus = m_tree.nodes[m_tree.focus];
    return !focus.isInferred || !focus.children.isEmpty() || !focus.fileName.isEmpty() || !focus.alerts.isEmpty();
}

} // namespace watchdesk::story
