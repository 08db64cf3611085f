// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/story/processstarts.h"
#include "app/story/processtree.h"

namespace watchdesk::story {

/// Picks the processes of a tree and puts them in order: ancestors from the root down, then everything below the focus,
/// level by level, within the limits. Knows ids, times and links only; names are filled in by TreeDetails.
class TreeBuilder
{
public:
    TreeBuilder(const ProcessStarts &starts, const QString &deviceId, const ProcessTreeLimits &limits)
        : m_starts(starts)
        , m_deviceId(deviceId)
        , m_limits(limits)
    {
    }

    /// The tree; without nodes if no start and no child of the process is recorded. `rows[i]` is where node i's start
    /// stands in DeviceProcessEvents, -1 for an inferred one.
    ProcessTree build(const ProcessKey &focus, std::vector<qint64> *rows);
    /// For an inferred parent: the row of a child, which names its parent.
    const std::vector<qint64> &witnesses() const { return m_witnesses; }

private:
    int append(int start, int parent);
    int appendInferred(qint64 id, Ticks created, int parent, qint64 witness);
    void ancestors(int start);
    void descendants(int node, std::vector<int> children);

    const ProcessStarts &m_starts;
    QString m_deviceId;
    ProcessTreeLimits m_limits;
    ProcessTree m_tree;
    std::vector<int> m_startOf; ///< by node
    std::vector<qint64> m_rows;
    std::vector<qint64> m_witnesses;
};

} // namespace watchdesk::story
