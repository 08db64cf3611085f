// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/treebuilder.h"

#include <algorithm>
#include <deque>
#include <set>

namespace watchdesk::story {

int TreeBuilder::append(int start, int parent)
{
    const auto &from = m_starts[start];
    const int index = appendInferred(from.id, from.created, parent, -1);
    m_tree.nodes[index].isInferred = false;
    m_startOf[size_t(index)] = start;
    m_rows[size_t(index)] = from.row;
    return index;
}

int TreeBuilder::appendInferred(qint64 id, Ticks created, int parent, qint64 witness)
{
    ProcessNode node;
    node.key = {m_deviceId, id, created};
    node.parent = parent;
    node.seen = created;
    node.isInferred = true;
    const int index = int(m_tree.nodes.size());
    if (parent >= 0) {
        node.depth = m_tree.nodes[parent].depth + 1;
        m_tree.nodes[parent].children.append(index);
    }
    m_tree.nodes.append(node);
    m_startOf.push_back(-1);
    m_rows.push_back(-1);
    m_witnesses.push_back(witness);
    return index;
}

void TreeBuilder::ancestors(int start)
{
    std::vector<int> chain;
    std::set<int> seen = {start};
    int at = start;
    while (m_starts[at].parent >= 0 && int(chain.size()) < m_limits.ancestors &&
           seen.insert(m_starts[at].parent).second) {
        at = m_starts[at].parent;
        chain.push_back(at);
    }
    int node = -1;
    if (m_starts[at].parent < 0 && m_starts[at].parentId > 0)
        node = appendInferred(m_starts[at].parentId, m_starts[at].parentCreated, -1, m_starts[at].row);
    for (auto each = chain.rbegin(); each != chain.rend(); ++each)
        node = append(*each, node);
    m_tree.focus = append(start, node);
    // What an ancestor started besides the one on the way down is counted, not shown.
    for (int i = 0; i < m_tree.focus; ++i) {
        if (const int recorded = m_startOf[size_t(i)]; recorded >= 0)
            m_tree.nodes[i].moreChildren = qint64(m_starts[recorded].children.size()) - 1;
    }
}

void TreeBuilder::descendants(int node, std::vector<int> first)
{
    std::deque<std::pair<int, std::vector<int>>> open = {{node, std::move(first)}};
    std::set<int> seen(m_startOf.begin(), m_startOf.end());
    while (!open.empty()) {
        const auto [parent, children] = std::move(open.front());
        open.pop_front();
        int shown = 0;
        for (int child : children) {
            if (shown >= m_limits.childrenPerNode || int(m_tree.nodes.size()) >= m_limits.nodes)
                break;
            ++shown;
            if (seen.insert(child).second)
                open.emplace_back(append(child, parent), m_starts[child].children);
        }
        m_tree.nodes[parent].moreChildren = qint64(children.size()) - shown;
    }
    for (const auto &each : m_tree.nodes)
        m_tree.omitted += each.moreChildren;
}

ProcessTree TreeBuilder::build(const ProcessKey &focus, std::vector<qint64> *rows)
{
    const int start = m_starts.find(focus.processId, focus.creationTime, kMaxTicks);
    if (start >= 0) {
        ancestors(start);
        descendants(m_tree.focus, m_starts[start].children);
    } else {
        const auto children = m_starts.childrenOf(focus.processId, focus.creationTime);
        const qint64 witness = children.empty() ? -1 : m_starts[children.front()].row;
        m_tree.focus = appendInferred(focus.processId, focus.creationTime, -1, witness);
        descendants(m_tree.focus, children);
    }
    m_tree.nodes[m_tree.focus].isFocus = true;
    *rows = m_rows;
    return std::move(m_tree);
}

} // namespace watchdesk::story
