// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/heldtables.h"
#include "app/story/processtree.h"

#include "app/store/store.h"

namespace watchdesk::story {

namespace {

ProcessBehind behindFromRow(const Table &found)
{
    const auto text = [&](int column) { return found.column(column).string(0); };
    ProcessBehind behind;
    behind.process = {text(0), found.column(1).integer(0), found.column(2).integer(0)};
    behind.fileName = text(3);
    behind.commandLine = text(4);
    return behind;
}

} // namespace

Result<std::optional<ProcessBehind>> processBehind(store::Store &store, const QString &alertId)
{
    const auto external = store.read(
        QStringLiteral(
            "SELECT DeviceId, ProcessId, coalesce(ProcessCreationTime, 0), ProcessName, ProcessCommandLine, AlertId, "
            "Score FROM Correlations WHERE ExternalId = ? AND ProcessId IS NOT NULL"),
        {alertId});
    if (!external)
        return failure(external.error());
    if (external->rowCount() > 0) {
        ProcessBehind behind = behindFromRow(*external);
        behind.externalId = alertId;
        behind.alertId = external->column(5).string(0);
        behind.score = external->column(6).real(0);
        return behind;
    }
    const HeldTables held(store);
    const auto evidence = store.read(
        QStringLiteral(
            "SELECT v.dev, v.pid, coalesce(p.ProcessCreationTime, v.ct * %1), coalesce(p.FileName, ''), "
            "coalesce(p.ProcessCommandLine, '') FROM (%2) v LEFT JOIN DeviceProcessEvents p ON p.DeviceId = v.dev AND "
            "p.ProcessId = v.pid AND coalesce(p.ProcessCreationTime // %1, 0) = v.ct WHERE v.aid = ? ORDER BY v.ct DESC, "
            "v.pid LIMIT 1")
            .arg(QLatin1String(kProcessTime), held.evidenceProcesses()),
        {alertId});
    if (!evidence)
        return failure(evidence.error());
    if (evidence->rowCount() == 0)
        return std::optional<ProcessBehind>();
    ProcessBehind behind = behindFromRow(*evidence);
    behind.alertId = alertId;
    return behind;
}

} // namespace watchdesk::story
