// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/graphpattern.h"

#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

const qint64 kMostSteps = 100;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

qint64 stepsFrom(Binder &binder, const Node &node)
{
    const ScalarPointer value = binder.constantOn(node);
    const auto *number = std::get_if<qint64>(&value->value);
    if (!value->isBroken() && (!value->isLiteral() || !number))
        binder.refuse(Words::tr("The length of a path must be a plain number."), node.span);
    return number ? *number : 1;
}

/// Source, target and number of each edge, both ways round where the direction does not count, and the values to
/// collect as JSON.
RelationPointer edgesOf(Binder &binder, const Graph &graph, const PatternEdge &edge)
{
    std::vector<ScalarPointer> scalars;
    QString values;
    std::vector<BoundColumn> columns{graph.edges->columns[size_t(graph.source)],
                                     graph.edges->columns[size_t(graph.target)],
                                     {QStringLiteral("number"), ColumnType::Long}};
    for (const auto &collected : edge.collected) {
        if (collected.isInner)
            continue;
        const int place = graph.edges->indexOf(collected.column);
        const ScalarPointer value = collected.value ? binder.scalarOn(*collected.value, graph.edges)
                                    : place >= 0    ? columnScalar(*graph.edges, place)
                                                    : brokenScalar();
        values += QStringLiteral(", $%1 AS %2").arg(scalars.size()).arg(columnSql(int(columns.size())));
        scalars.push_back(asJson(value));
        columns.push_back({QString(), ColumnType::Dynamic});
    }
    const QString one = QStringLiteral("SELECT %1 AS c0, %2 AS c1, %3 AS c2%4 FROM #0");
    const QString source = columnSql(graph.source);
    const QString target = columnSql(graph.target);
    QString sql = one.arg(source, target, columnSql(graph.number), values);
    if (edge.isUndirected)
        sql += QStringLiteral(" UNION ALL ") + one.arg(target, source, columnSql(graph.number), values);
    return rowsBySql(binder, {graph.edges}, sql, std::move(columns), std::move(scalars));
}

/// The key of each node and the values to collect of inner nodes.
RelationPointer innerNodesOf(Binder &binder, const Graph &graph, const PatternEdge &edge)
{
    std::vector<ScalarPointer> scalars{columnScalar(*graph.nodes, graph.key)};
    QString values;
    std::vector<BoundColumn> columns{graph.nodes->columns[size_t(graph.key)]};
    for (const auto &collected : edge.collected) {
        if (!collected.isInner)
            continue;
        values += QStringLiteral(", $%1 AS %2").arg(scalars.size()).arg(columnSql(int(columns.size())));
        scalars.push_back(asJson(binder.scalarOn(*collected.value, graph.nodes)));
        columns.push_back({QString(), ColumnType::Dynamic});
    }
    return rowsBySql(binder, {graph.nodes}, QStringLiteral("SELECT $0 AS c0%1 FROM #0").arg(values), std::move(columns),
                     std::move(scalars));
}

} // namespace

GraphPattern::GraphPattern(Binder &binder, const Node &op, const Graph &graph)
    : m_binder(binder)
    , m_graph(graph)
{
    int last = -1;
    const Node *edge = nullptr;
    for (const auto &child : op.children) {
        if (child->text == u"node") {
            const int index = addNode(*child);
            if (edge && last >= 0)
                addEdge(*edge, last, index);
            last = index;
            edge = nullptr;
        } else if (child->text == u"edge") {
            edge = child.get();
        } else {
            last = -1;
        }
    }
}

int GraphPattern::nodeNamed(const QString &name) const
{
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (!name.isEmpty() && nodes[i].name == name)
            return int(i);
    }
    return -1;
}

int GraphPattern::edgeNamed(const QString &name) const
{
    for (size_t i = 0; i < edges.size(); ++i) {
        if (!name.isEmpty() && edges[i].name == name)
            return int(i);
    }
    return -1;
}

int GraphPattern::addNode(const Node &node)
{
    const QString name = node.names.value(0);
    const int known = nodeNamed(name);
    if (known >= 0)
        return known;
    nodes.push_back({name, m_graph.nodes});
    return int(nodes.size()) - 1;
}

void GraphPattern::addEdge(const Node &node, int from, int to)
{
    PatternEdge edge;
    edge.name = node.names.value(0);
    edge.isBackward = node.names.value(1) == u"<-";
    edge.from = edge.isBackward ? to : from;
    edge.to = edge.isBackward ? from : to;
    edge.isUndirected = node.names.value(1) == u"-";
    const Node *low = node.part(u"low");
    const Node *high = node.part(u"high");
    if (low && high) {
        edge.isPath = true;
        edge.least = stepsFrom(m_binder, *low);
        edge.most = stepsFrom(m_binder, *high);
        if (edge.least < 1 || edge.most > kMostSteps)
            m_binder.refuse(Words::tr("Paths of 1 to %1 edges are supported.").arg(kMostSteps), node.span);
    }
    edges.push_back(std::move(edge));
}

RelationPointer pathRows(Binder &binder, const Graph &graph, const PatternEdge &edge, const RelationPointer &starts,
                         bool distinctNodes, bool distinctEdges)
{
    const RelationPointer edgeRows = edgesOf(binder, graph, edge);
    if (!edge.isPath)
        return edgeRows;
    const RelationPointer inner = innerNodesOf(binder, graph, edge);
    std::vector<BoundColumn> columns{edgeRows->columns[0],
                                     edgeRows->columns[1],
                                     {QStringLiteral("edges"), ColumnType::Long},
                                     {QStringLiteral("nodes"), ColumnType::Long},
                                     {QStringLiteral("length"), ColumnType::Long}};
    QString select, first, next;
    int ofEdges = 3, ofNodes = 1;
    for (const auto &collected : edge.collected) {
        const QString place = QStringLiteral("a%1").arg(columns.size());
        select += QStringLiteral(", '[' || %1 || ']' AS %2").arg(place, columnSql(int(columns.size())));
        if (collected.isInner) {
            first += QStringLiteral(", '' AS ") + place;
            next += (edge.isBackward ? QStringLiteral(", v.%2 || CASE WHEN p.length = 1 THEN '' ELSE ',' || p.%1 END")
                                     : QStringLiteral(", CASE WHEN p.length = 1 THEN '' ELSE p.%1 || ',' END || v.%2"))
                        .arg(place, columnSql(ofNodes++));
        } else {
            first += QStringLiteral(", CAST(%1 AS VARCHAR) AS %2").arg(columnSql(ofEdges), place);
            next +=
                (edge.isBackward ? QStringLiteral(", e.%2 || ',' || p.%1") : QStringLiteral(", p.%1 || ',' || e.%2"))
                    .arg(place, columnSql(ofEdges++));
        }
        columns.push_back({QString(), ColumnType::Dynamic});
    }
    QString apart = distinctEdges ? QStringLiteral(" AND NOT list_contains(p.edges, e.c2)") : QString();
    if (distinctNodes)
        apart += QStringLiteral(" AND NOT list_contains(p.nodes, e.c1)");
    const QString begin = distinctNodes ? QStringLiteral(" AND c0 <> c1") : QString();
    const QString sql =
        QStringLiteral(
            "SELECT source AS c0, target AS c1, edges AS c2, nodes AS c3, length AS c4%1 FROM (WITH RECURSIVE p "
            "AS (SELECT c0 AS source, c1 AS target, [c2] AS edges, [c0, c1] AS nodes, 1 AS length%2 FROM #0 "
            "WHERE c0 IN (SELECT %3 FROM #2)%4 UNION ALL SELECT p.source, e.c1, list_append(p.edges, e.c2), "
            "list_append(p.nodes, e.c1), p.length + 1%5 FROM p JOIN #0 e ON e.c0 = p.target JOIN #1 v ON v.c0 = "
            "p.target WHERE p.length < %6%7) SELECT * FROM p WHERE length >= %8)")
            .arg(select, first, columnSql(graph.key), begin, next)
            .arg(edge.most)
            .arg(apart)
            .arg(edge.least);
    return rowsBySql(binder, {edgeRows, inner, starts}, sql, std::move(columns));
}

} // namespace watchdesk::kql
