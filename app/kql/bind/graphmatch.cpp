// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// graph-match and graph-shortest-paths. What conditions ask of one node alone is asked before anything is joined; then
// the edges of the pattern are joined one after the other, and the values that the query names become columns of one
// wide row, in which its expressions are bound. https://learn.microsoft.com/kusto/query/graph-match-operator

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/graphpattern.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

NodePointer nameNode(const QString &text, Span span)
{
    auto node = std::make_unique<Node>();
    node->kind = NodeKind::Name;
    node->text = text;
    node->span = node->nameSpan = span;
    return node;
}

QStringList degreeNames() { return {QStringLiteral("node_degree_in"), QStringLiteral("node_degree_out")}; }

QStringList idNames() { return {QStringLiteral("node_id")}; }

/// A name that no query can write.
QString madeColumn(const QString &function) { return u'\x01' + function; }

bool asksFor(const QStringList &functions, const Node &node)
{
    return (node.is(NodeKind::Call) && functions.contains(node.text)) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&](const auto &child) { return asksFor(functions, *child); }) ||
           std::any_of(node.parts.begin(), node.parts.end(),
                       [&](const auto &part) { return asksFor(functions, *part.second); });
}

/// The graph with the text of what edges name a node by as a column of the nodes.
Graph withIds(Binder &binder, const Graph &graph)
{
    Graph named = graph;
    std::vector<BoundColumn> columns = graph.nodes->columns;
    columns.push_back({madeColumn(idNames().front()), ColumnType::String});
    const QString sql = QStringLiteral("SELECT *, $0 AS %1 FROM #0").arg(columnSql(int(columns.size()) - 1));
    named.nodes = orderedBy(
        binder,
        rowsBySql(binder, {graph.nodes}, sql, std::move(columns), {asText(columnScalar(*graph.nodes, graph.key))}),
        graph.nodes->order);
    return named;
}

/// The graph with the numbers of edges to and from each node as columns of the nodes.
Graph withDegrees(Binder &binder, const Graph &graph)
{
    Graph counted = graph;
    std::vector<BoundColumn> columns = graph.nodes->columns;
    QString select = QStringLiteral("SELECT n.*");
    QString from = QStringLiteral(" FROM #0 n");
    for (const QString &name : degreeNames()) {
        const int end = name.endsWith(u"in") ? graph.target : graph.source;
        const QString table = u'd' + QString::number(columns.size());
        select += QStringLiteral(", coalesce(%1.n, 0) AS %2").arg(table, columnSql(int(columns.size())));
        from += QStringLiteral(" LEFT JOIN (SELECT %1 AS k, count(*) AS n FROM #1 GROUP BY 1) %2 ON %2.k = n.%3")
                    .arg(columnSql(end), table, columnSql(graph.key));
        columns.push_back({madeColumn(name), ColumnType::Long});
    }
    counted.nodes = orderedBy(binder, rowsBySql(binder, {graph.nodes, graph.edges}, select + from, std::move(columns)),
                              graph.nodes->order);
    return counted;
}

class GraphMatch
{
public:
    GraphMatch(Binder &binder, const Node &node, const Graph &graph)
        : m_binder(binder)
        , m_node(node)
        , m_graph(graph)
        , m_pattern(binder, node, graph)
    {
        const Node *cycles = node.part(u"cycles");
        m_cycles = cycles ? cycles->names.value(0) : QStringLiteral("unique_edges");
    }

    RelationPointer bind()
    {
        const Node *where = m_node.part(u"where");
        const Node *project = m_node.part(u"project");
        if (m_pattern.nodes.empty() || !project)
            return m_binder.unknown();
        splitConditions(where);
        std::vector<NodePointer> conditions;
        for (const Node *condition : m_conditions)
            conditions.push_back(rewritten(*condition));
        std::vector<NodePointer> values;
        for (const auto &child : project->children)
            values.push_back(rewritten(*child));
        RelationPointer rows = matches();
        for (const auto &condition : conditions) {
            Binder::Inside inside(m_binder, rows);
            rows = filtered(m_binder, rows, m_binder.predicate(*condition));
        }
        return projected(m_node.text == u"graph-shortest-paths" ? shortest(rows) : rows, values);
    }

private:
    /// The pattern's node that is the only thing a condition speaks of, or -1.
    int onlyNode(const Node &node) const
    {
        int only = -2;
        const std::function<void(const Node &)> look = [&](const Node &part) {
            if (part.is(NodeKind::Member) && part.child(0).is(NodeKind::Name)) {
                const int index = m_pattern.nodeNamed(part.child(0).text);
                only = only == -2 || only == index ? index : -1;
                return;
            }
            if (part.is(NodeKind::Name) || part.is(NodeKind::Call))
                only = isFunctionOfPattern(part) || m_pattern.edgeNamed(part.text) >= 0 ? -1 : only;
            for (const auto &child : part.children)
                look(*child);
        };
        look(node);
        return only < 0 ? -1 : only;
    }

    static bool isFunctionOfPattern(const Node &node)
    {
        static const QStringList names = QStringLiteral("map all any inner_nodes labels node_degree_in node_degree_out "
                                                        "node_id")
                                             .split(u' ');
        return node.is(NodeKind::Call) && names.contains(node.text);
    }

    void splitConditions(const Node *where)
    {
        if (!where)
            return;
        std::vector<const Node *> all{where};
        if (where->is(NodeKind::And)) {
            all.clear();
            for (const auto &child : where->children)
                all.push_back(child.get());
        }
        for (const Node *condition : all) {
            const int node = onlyNode(*condition);
            if (node < 0) {
                m_conditions.push_back(condition);
                continue;
            }
            PatternNode &target = m_pattern.nodes[size_t(node)];
            const NodePointer own = withoutVariable(*condition, target.name);
            Binder::Inside inside(m_binder, target.rows);
            target.rows = filtered(m_binder, target.rows, m_binder.predicate(*own));
        }
    }

    /// The tree with each node changed by `change` where that gives one.
    static NodePointer changed(const Node &node, const std::function<NodePointer(const Node &)> &change)
    {
        if (NodePointer other = change(node))
            return other;
        auto copy = std::make_unique<Node>();
        copy->kind = node.kind;
        copy->span = node.span;
        copy->text = node.text;
        copy->nameSpan = node.nameSpan;
        copy->names = node.names;
        copy->height = node.height;
        for (const auto &child : node.children)
            copy->children.push_back(changed(*child, change));
        for (const auto &[name, part] : node.parts)
            copy->parts.emplace_back(name, changed(*part, change));
        return copy;
    }

    static NodePointer withoutVariable(const Node &condition, const QString &name)
    {
        return changed(condition, [&name](const Node &node) -> NodePointer {
            const bool own =
                node.is(NodeKind::Member) && node.child(0).is(NodeKind::Name) && node.child(0).text == name;
            return own ? nameNode(node.text, node.span) : nullptr;
        });
    }

    /// What is said of nodes and edges becomes the name of a column of the wide row.
    NodePointer rewritten(const Node &expression)
    {
        return changed(expression, [this](const Node &node) -> NodePointer {
            if (node.is(NodeKind::Member) && node.child(0).is(NodeKind::Name))
                return member(node);
            if (isFunctionOfPattern(node))
                return function(node);
            if (const int edge = pathMeasured(node); edge >= 0)
                return lengthOf(edge, node.span);
            const bool whole =
                node.is(NodeKind::Name) && (m_pattern.nodeNamed(node.text) >= 0 || m_pattern.edgeNamed(node.text) >= 0);
            if (whole)
                m_binder.refuse(Words::tr("A whole node or edge is not supported as a value."), node.span);
            return nullptr;
        });
    }

    NodePointer member(const Node &node)
    {
        const QString variable = node.child(0).text;
        const int vertex = m_pattern.nodeNamed(variable);
        const int edge = m_pattern.edgeNamed(variable);
        if (vertex < 0 && edge < 0)
            return nullptr;
        const RelationPointer &rows = vertex >= 0 ? m_graph.nodes : m_graph.edges;
        const int place = rows->indexOf(node.text);
        const QString column = variable + u'_' + node.text;
        if (place < 0) {
            Binder::Inside inside(m_binder, rows);
            m_binder.unknownName(node.text, node.nameSpan);
        } else if (edge >= 0 && m_pattern.edges[size_t(edge)].isPath) {
            collect(edge, {nullptr, node.text, false}, column);
        } else {
            addWide(column, rows->columns[size_t(place)].type, vertex >= 0 ? nodeSql(vertex) : edgeSql(edge), place);
        }
        return nameNode(column, node.span);
    }

    static QString nodeSql(int vertex) { return QStringLiteral("n%1").arg(vertex); }
    static QString edgeSql(int edge) { return QStringLiteral("f%1").arg(edge); }

    struct Wide
    {
        BoundColumn column;
        QString side;
        int place = 0;
    };

    void addWide(const QString &name, ColumnType type, const QString &side, int place)
    {
        const bool known =
            std::any_of(m_wide.begin(), m_wide.end(), [&name](const auto &wide) { return wide.column.name == name; });
        if (!known)
            m_wide.push_back({{name, type}, side, place});
    }

    void collect(int edge, const Collected &what, const QString &column)
    {
        std::vector<Collected> &all = m_pattern.edges[size_t(edge)].collected;
        addWide(column, ColumnType::Dynamic, QStringLiteral("e%1").arg(edge), 5 + int(all.size()));
        all.push_back(what);
    }

    static bool isOfNode(const Node &node)
    {
        return node.is(NodeKind::Call) && (degreeNames() + idNames()).contains(node.text);
    }

    /// node_degree_in(n), node_id(n): a column of the nodes; see withDegrees() and withIds().
    NodePointer ofNode(const Node &node, int vertex)
    {
        const QString column = QStringLiteral("\x01%1").arg(m_wide.size());
        const int place = m_graph.nodes->indexOf(madeColumn(node.text));
        addWide(column, m_graph.nodes->columns[size_t(place)].type, nodeSql(vertex), place);
        return nameNode(column, node.span);
    }

    /// The path whose number of edges array_length() asks for, or -1.
    int pathMeasured(const Node &node) const
    {
        const bool isLength = node.is(NodeKind::Call) && node.text == u"array_length" && node.children.size() == 1;
        const int edge = isLength && node.child(0).is(NodeKind::Name) ? m_pattern.edgeNamed(node.child(0).text) : -1;
        return edge >= 0 && m_pattern.edges[size_t(edge)].isPath ? edge : -1;
    }

    NodePointer lengthOf(int edge, Span span)
    {
        const QString column = QStringLiteral("\x01%1").arg(m_wide.size());
        addWide(column, ColumnType::Long, QStringLiteral("e%1").arg(edge), 4);
        return nameNode(column, span);
    }

    /// What is asked of the nodes of a path, without a name of theirs.
    const Node *ofInnerNodes(const Node &value)
    {
        m_own.push_back(changed(value, [](const Node &node) -> NodePointer {
            const bool isOwn = isOfNode(node) && node.children.empty();
            return isOwn ? nameNode(madeColumn(node.text), node.span) : nullptr;
        }));
        return m_own.back().get();
    }

    /// map(e, value), all(e, predicate), any(inner_nodes(e), predicate), node_degree_in(n) …
    NodePointer function(const Node &node)
    {
        const bool isNamed = isOfNode(node) && node.children.size() == 1 && node.child(0).is(NodeKind::Name);
        if (const int vertex = isNamed ? m_pattern.nodeNamed(node.child(0).text) : -1; vertex >= 0)
            return ofNode(node, vertex);
        const bool isInner = node.children.size() == 2 && node.child(0).is(NodeKind::Call) &&
                             node.child(0).text == u"inner_nodes" && node.child(0).children.size() == 1;
        const Node *variable = node.children.empty() ? nullptr : isInner ? &node.child(0).child(0) : &node.child(0);
        const int edge = variable && variable->is(NodeKind::Name) ? m_pattern.edgeNamed(variable->text) : -1;
        const bool isKnown = node.text == u"map" || node.text == u"all" || node.text == u"any";
        if (!isKnown || node.children.size() != 2 || edge < 0 || !m_pattern.edges[size_t(edge)].isPath) {
            m_binder.refuse(Words::tr("%1() is not supported here in a pattern.").arg(node.text), node.span);
            auto none = std::make_unique<Node>();
            none->kind = NodeKind::Missing;
            none->span = node.span;
            return none;
        }
        // A name that no query can write, so that the column has none of its own.
        const QString column = QStringLiteral("\x01%1").arg(m_wide.size());
        collect(edge, {isInner ? ofInnerNodes(node.child(1)) : &node.child(1), {}, isInner}, column);
        if (node.text == u"map")
            return nameNode(column, node.span);
        return test(nameNode(column, node.span), node.text == u"all", node.span);
    }

    /// all: no element is false or null; any: one is true.
    static NodePointer test(NodePointer array, bool isAll, Span span)
    {
        auto text = std::make_unique<Node>();
        text->kind = NodeKind::Call;
        text->text = QStringLiteral("tostring");
        text->span = text->nameSpan = span;
        text->children.push_back(std::move(array));
        auto pattern = std::make_unique<Node>();
        pattern->kind = NodeKind::String;
        pattern->text = isAll ? QStringLiteral("^\\[(true(,true)*)?\\]$") : QStringLiteral("true");
        pattern->span = span;
        auto matches = std::make_unique<Node>();
        matches->kind = NodeKind::Binary;
        matches->text = QStringLiteral("matches regex");
        matches->span = matches->nameSpan = span;
        matches->children.push_back(std::move(text));
        matches->children.push_back(std::move(pattern));
        return matches;
    }

    /// Every way in which the pattern fits, as a wide row.
    RelationPointer matches()
    {
        std::vector<RelationPointer> inputs;
        QString from;
        QStringList tests;
        QList<int> placed;
        const auto place = [&](int vertex, const QString &key) {
            if (placed.contains(vertex)) {
                tests.append(QStringLiteral("n%1.%2 = %3").arg(vertex).arg(columnSql(m_graph.key), key));
                return;
            }
            placed.append(vertex);
            from += QStringLiteral(" JOIN #%1 n%2 ON n%2.%3 = %4")
                        .arg(inputs.size())
                        .arg(vertex)
                        .arg(columnSql(m_graph.key), key);
            inputs.push_back(m_pattern.nodes[size_t(vertex)].rows);
        };
        for (size_t i = 0; i < m_pattern.edges.size(); ++i) {
            PatternEdge &edge = m_pattern.edges[i];
            edge.rows = pathRows(m_binder, m_graph, edge, m_pattern.nodes[size_t(edge.from)].rows, m_cycles == u"none",
                                 m_cycles != u"all");
            const QString name = QStringLiteral("e%1").arg(i);
            from += QStringLiteral("%1 #%2 %3")
                        .arg(i > 0 ? QStringLiteral(" CROSS JOIN") : QString())
                        .arg(inputs.size())
                        .arg(name);
            inputs.push_back(edge.rows);
            place(edge.from, name + QStringLiteral(".c0"));
            place(edge.to, name + QStringLiteral(".c1"));
            if (edgeIsRead(int(i))) {
                from += QStringLiteral(" JOIN #%1 f%2 ON f%2.%3 = %4.c2")
                            .arg(inputs.size())
                            .arg(i)
                            .arg(columnSql(m_graph.number), name);
                inputs.push_back(m_graph.edges);
            }
            keepApart(int(i), tests);
        }
        for (size_t i = 0; i < m_pattern.nodes.size(); ++i) {
            if (placed.contains(int(i)))
                continue;
            from += QStringLiteral("%1 #%2 n%3")
                        .arg(from.isEmpty() ? QString() : QStringLiteral(" CROSS JOIN"))
                        .arg(inputs.size())
                        .arg(i);
            inputs.push_back(m_pattern.nodes[i].rows);
        }
        if (inputs.size() > 10)
            m_binder.refuse(Words::tr("The pattern is too large."), m_node.span);
        if (m_cycles == u"none")
            keepNodesApart(tests);
        return wideRows(std::move(inputs), from, tests);
    }

    bool edgeIsRead(int edge) const
    {
        return std::any_of(m_wide.begin(), m_wide.end(),
                           [edge](const auto &wide) { return wide.side == edgeSql(edge); });
    }

    /// No edge of the graph is used twice.
    void keepApart(int edge, QStringList &tests) const
    {
        if (m_cycles == u"all")
            return;
        const auto list = [this](int i) {
            const QString numbers = QStringLiteral("e%1.c2").arg(i);
            return m_pattern.edges[size_t(i)].isPath ? numbers : QString(u'[' + numbers + u']');
        };
        for (int other = 0; other < edge; ++other)
            tests.append(QStringLiteral("NOT list_has_any(%1, %2)").arg(list(edge), list(other)));
    }

    void keepNodesApart(QStringList &tests) const
    {
        if (m_pattern.edges.size() > 1 &&
            std::any_of(m_pattern.edges.begin(), m_pattern.edges.end(), [](const auto &edge) { return edge.isPath; }))
            m_binder.refuse(Words::tr("cycles=none with a path among several edges is not supported."),
                            m_node.nameSpan);
        for (size_t i = 0; i < m_pattern.nodes.size(); ++i) {
            for (size_t j = 0; j < i; ++j)
                tests.append(QStringLiteral("n%1.%3 <> n%2.%3").arg(i).arg(j).arg(columnSql(m_graph.key)));
        }
    }

    RelationPointer wideRows(std::vector<RelationPointer> inputs, const QString &from, const QStringList &tests)
    {
        std::vector<BoundColumn> columns;
        QStringList select;
        const auto add = [&](BoundColumn column, const QString &sql) {
            select.append(sql + QStringLiteral(" AS ") + columnSql(int(columns.size())));
            columns.push_back(std::move(column));
        };
        for (const Wide &wide : m_wide)
            add(wide.column, wide.side + u'.' + columnSql(wide.place));
        m_length = int(columns.size());
        const bool hasPath = m_pattern.edges.size() == 1 && m_pattern.edges[0].isPath;
        const ColumnType key = m_graph.edges->columns[size_t(m_graph.source)].type;
        add({QStringLiteral("length"), ColumnType::Long, true, true},
            hasPath ? QStringLiteral("e0.c4") : QStringLiteral("1"));
        add({QStringLiteral("edges"), ColumnType::Long, true, true},
            hasPath ? QStringLiteral("e0.c2") : QStringLiteral("NULL"));
        add({QStringLiteral("source"), key, true, true},
            m_pattern.edges.empty() ? QStringLiteral("NULL") : QStringLiteral("e0.c0"));
        add({QStringLiteral("target"), key, true, true},
            m_pattern.edges.empty() ? QStringLiteral("NULL") : QStringLiteral("e0.c1"));
        const QString sql =
            QStringLiteral("SELECT ") + select.join(QStringLiteral(", ")) + QStringLiteral(" FROM ") + from +
            (tests.isEmpty() ? QString() : QString(QStringLiteral(" WHERE ") + tests.join(QStringLiteral(" AND "))));
        return rowsBySql(m_binder, std::move(inputs), sql, std::move(columns));
    }

    /// One of the shortest paths between each two nodes, that of the first edges; or all of them.
    RelationPointer shortest(const RelationPointer &rows)
    {
        if (m_pattern.edges.size() != 1 || !m_pattern.edges[0].isPath)
            m_binder.refuse(Words::tr("graph-shortest-paths takes one path."), m_node.nameSpan);
        const Node *output = m_node.part(u"output");
        const bool all = output && output->names.value(0) == u"all";
        return rowsBySql(m_binder, {rows},
                         QStringLiteral("SELECT * FROM #0 QUALIFY %1) OVER (PARTITION BY %2, %3 ORDER BY %4%5) = 1")
                             .arg(all ? QStringLiteral("rank(") : QStringLiteral("row_number("),
                                  columnSql(m_length + 2), columnSql(m_length + 3), columnSql(m_length),
                                  all ? QString() : QString(QStringLiteral(", ") + columnSql(m_length + 1))),
                         rows->columns);
    }

    RelationPointer projected(const RelationPointer &rows, const std::vector<NodePointer> &values)
    {
        ColumnNames names(m_binder);
        std::vector<BoundColumn> columns;
        std::vector<ScalarPointer> scalars;
        for (const auto &column : newColumns(m_binder, values, rows)) {
            const bool isNameless = column.scalar->name.startsWith(u'\x01');
            columns.push_back(
                {names.take(column.names.value(0), isNameless ? QString() : column.scalar->name, column.span),
                 column.scalar->type, !column.scalar->isBroken()});
            scalars.push_back(column.scalar);
        }
        return selected(m_binder, rows, std::move(columns), std::move(scalars));
    }

    Binder &m_binder;
    const Node &m_node;
    const Graph &m_graph;
    GraphPattern m_pattern;
    QString m_cycles;
    std::vector<const Node *> m_conditions;
    std::vector<NodePointer> m_own; ///< changed expressions that the pattern refers to
    std::vector<Wide> m_wide;
    int m_length = 0;
};

} // namespace

RelationPointer bindGraphMatch(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Graph *graph = graphOf(*input);
    if (!graph && !input->isUnknown())
        binder.error("KS219", Words::tr("The operator %1 needs a graph.").arg(node.text), node.nameSpan);
    if (!graph)
        return binder.unknown();
    Graph asked = asksFor(degreeNames(), node) ? withDegrees(binder, *graph) : *graph;
    if (asksFor(idNames(), node))
        asked = withIds(binder, asked);
    return GraphMatch(binder, node, asked).bind();
}

} // namespace watchdesk::kql
