// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/graph.h"

#include <QMap>

namespace watchdesk::kql {

/// One node of a pattern: all its mentions are the same node of the graph.
struct PatternNode
{
    QString name;
    RelationPointer rows; ///< the graph's nodes that it may be
};

/// A value that is collected along the edges of a path, or the nodes between them: map(e, …), all(e, …), e.column.
struct Collected
{
    const Node *value = nullptr; ///< or nothing: `column` itself
    QString column;
    bool isInner = false; ///< of the nodes between the edges
};

/// One edge of a pattern, or a path of so many.
struct PatternEdge
{
    QString name;
    int from = 0; ///< of the pattern's nodes
    int to = 0;
    bool isUndirected = false;
    bool isBackward = false; ///< written from target to source, which is the order of what is collected
    bool isPath = false;
    qint64 least = 1;
    qint64 most = 1;
    std::vector<Collected> collected = {};
    RelationPointer rows = {}; ///< edges, or paths
};

/// The nodes and edges that a graph-match names.
class GraphPattern
{
public:
    GraphPattern(Binder &binder, const Node &op, const Graph &graph);

    std::vector<PatternNode> nodes;
    std::vector<PatternEdge> edges;

    int nodeNamed(const QString &name) const; ///< -1 where there is none
    int edgeNamed(const QString &name) const;

private:
    int addNode(const Node &node);
    void addEdge(const Node &node, int from, int to);

    Binder &m_binder;
    const Graph &m_graph;
};

/// The rows of a path's edge: source, target, edge numbers, nodes, length, then each collected array. `starts` are the
/// nodes that it may begin with.
RelationPointer pathRows(Binder &binder, const Graph &graph, const PatternEdge &edge, const RelationPointer &starts,
                         bool distinctNodes, bool distinctEdges);

} // namespace watchdesk::kql
