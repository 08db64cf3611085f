// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// What make-graph makes and the graph operators read. Edges are numbered, so that one can be told from its like.
struct Graph
{
    RelationPointer nodes;
    int key = 0; ///< of the nodes: what edges name them by
    RelationPointer edges;
    int source = 0;
    int target = 0;
    int number = 0;
};

/// The graph that the rows of a graph operator stand for; nothing where they are a table.
const Graph *graphOf(const Relation &rows);
/// A place holder that carries a graph down the pipe.
RelationPointer carryGraph(Binder &binder, Graph graph);

} // namespace watchdesk::kql
