// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/story/processtree.h"

#include <QHash>

#include <vector>

namespace watchdesk::story {

/// Fills a tree's nodes with what the store knows of them: names, accounts, hashes, counts of events, network peers and
/// alerts. One query for each, for all nodes together.
class TreeDetails
{
public:
    TreeDetails(store::Store &store, ProcessTree &tree, const ProcessTreeLimits &limits);

    Result<void> names(const std::vector<qint64> &rows, const std::vector<qint64> &witnesses);
    Result<void> counts();
    Result<void> peers();
    Result<void> alerts();
    /// True if any event at all names the process: an inferred focus that nothing names does not exist.
    bool isFocusKnown() const;

private:
    /// The node of a process as an event names it; -1 for others.
    int nodeOf(qint64 id, bool hasTime, Ticks created) const;
    QString idList() const;
    QString deviceId() const { return m_tree.nodes.front().key.deviceId; }
    Result<void> starts(const std::vector<qint64> &rows);
    Result<void> inferred(const std::vector<qint64> &witnesses);

    store::Store &m_store;
    ProcessTree &m_tree;
    ProcessTreeLimits m_limits;
    QMultiHash<qint64, int> m_byId;
};

} // namespace watchdesk::story
