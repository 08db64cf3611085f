// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/processstarts.h"

#include "app/store/store.h"

#include <algorithm>
#include <cstdlib>

namespace watchdesk::story {

Result<ProcessStarts> ProcessStarts::load(store::Store &store, const QString &deviceId)
{
    const auto rows = store.read(
        QStringLiteral(
            "SELECT rowid::BIGINT, ProcessId, coalesce(ProcessCreationTime, Timestamp, 0), coalesce(InitiatingProcessId, "
            "0), coalesce(InitiatingProcessCreationTime, 0) FROM DeviceProcessEvents WHERE DeviceId = ? AND ProcessId IS "
            "NOT NULL AND ActionType IN ('ProcessCreated', '') ORDER BY 3, 1"),
        {deviceId});
    if (!rows)
        return failure(rows.error());
    ProcessStarts starts;
    for (qsizetype i = 0; i < rows->rowCount(); ++i) {
        const auto number = [&](int column) { return rows->column(column).integer(i); };
        const auto &same = starts.m_byId[number(1)];
        // The same start from two sources is one process.
        if (!same.empty() && std::abs(starts[same.back()].created - number(2)) < kSameStart)
            continue;
        starts.m_byId[number(1)].push_back(int(starts.m_starts.size()));
        starts.m_starts.push_back({number(0), number(1), number(2), number(3), number(4), -1, {}});
    }
    for (int i = 0; i < int(starts.m_starts.size()); ++i) {
        Start &start = starts.m_starts[size_t(i)];
        start.parent = starts.find(start.parentId, start.parentCreated, start.created);
        if (start.parent == i)
            start.parent = -1;
        if (start.parent >= 0)
            starts.m_starts[size_t(start.parent)].children.push_back(i);
    }
    return starts;
}

int ProcessStarts::find(qint64 id, Ticks created, Ticks before) const
{
    const auto found = m_byId.find(id);
    if (id <= 0 || found == m_byId.end())
        return -1;
    int best = -1;
    for (int index : found->second) {
        const Start &start = (*this)[index];
        if (created > 0 && std::abs(start.created - created) < kSameStart)
            return index;
        if (created == 0 && start.created <= before)
            best = index;
    }
    return best;
}

std::vector<int> ProcessStarts::childrenOf(qint64 id, Ticks created) const
{
    std::vector<int> children;
    for (int i = 0; i < int(m_starts.size()); ++i) {
        const Start &start = (*this)[i];
        if (start.parent < 0 && start.parentId == id && std::abs(start.parentCreated - created) < kSameStart)
            children.push_back(i);
    }
    return children;
}

} // namespace watchdesk::story
