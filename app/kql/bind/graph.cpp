// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// make-graph, graph-to-table and graph-mark-components. https://learn.microsoft.com/kusto/query/make-graph-operator

#include "app/kql/bind/graph.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/eachvalue.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/bind/union.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

int columnNamed(Binder &binder, const Node &node, const RelationPointer &rows)
{
    const ScalarPointer column = binder.scalarOn(node, rows);
    return column->isBroken() || column->kind != Scalar::Kind::Column ? -1 : column->column;
}

const Graph *graphFor(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Graph *graph = graphOf(*input);
    if (!graph && !input->isUnknown())
        binder.error("KS219", Words::tr("The operator %1 needs a graph.").arg(node.text), node.nameSpan);
    return graph;
}

/// The column that a graph is cut into parts by, and the value of one part.
struct GraphPart
{
    QString column;
    ScalarPointer value;
};

class MakeGraph
{
public:
    MakeGraph(Binder &binder, const Node &node, const RelationPointer &input, GraphPart part = {})
        : m_binder(binder)
        , m_node(node)
        , m_part(std::move(part))
        , m_input(ofPart(input))
    {
    }

    /// The rows of one part of the graph, which have its column.
    RelationPointer ofPart(const RelationPointer &rows) const
    {
        if (!m_part.value || rows->isUnknown())
            return rows;
        const int column = rows->indexOf(m_part.column);
        return column < 0 ? m_binder.unknown() : rowsWith(m_binder, rows, columnScalar(*rows, column), m_part.value);
    }

    RelationPointer bind()
    {
        if (m_node.children.size() < 2)
            return m_binder.unknown();
        m_graph.edges = numbered(m_binder, m_input);
        m_graph.number = m_graph.edges->order[0].column;
        m_graph.source = columnNamed(m_binder, m_node.child(0), m_graph.edges);
        m_graph.target = columnNamed(m_binder, m_node.child(1), m_graph.edges);
        if (m_graph.source < 0 || m_graph.target < 0 || m_graph.edges->isUnknown())
            return m_binder.unknown();
        if (!(m_node.part(u"with") ? readNodes() : inferNodes()))
            return m_binder.unknown();
        return carryGraph(m_binder, std::move(m_graph));
    }

private:
    QString edgeEnds() const
    {
        return QStringLiteral("(SELECT %1 AS k, 2 * %2 AS o FROM #0 UNION ALL SELECT %3, 2 * %2 + 1 FROM #0)")
            .arg(columnSql(m_graph.source), columnSql(m_graph.number), columnSql(m_graph.target));
    }

    /// A node for each end of an edge; it has a column only if that is asked for.
    bool inferNodes()
    {
        const Node *id = m_node.part(u"with_node_id");
        const BoundColumn &source = m_graph.edges->columns[size_t(m_graph.source)];
        const QString name = id ? id->names.value(0) : QStringLiteral("id");
        m_graph.nodes =
            rowsBySql(m_binder, {m_graph.edges},
                      QStringLiteral("SELECT k AS c0, min(o) AS c1 FROM ") + edgeEnds() +
                          QStringLiteral(" WHERE k IS NOT NULL GROUP BY k"),
                      {{name, source.type, true, !id}, {QStringLiteral("o"), ColumnType::Long, true, true}});
        m_graph.nodes = orderedBy(m_binder, m_graph.nodes, {{1, false, false}});
        m_graph.key = 0;
        return true;
    }

    /// The rows of one table of nodes, or of several with what they say of a node put together.
    RelationPointer nodeRows(int *key)
    {
        std::vector<Source> tables;
        QString name;
        for (const auto &[clause, with] : m_node.parts) {
            if (clause != u"with")
                continue;
            const RelationPointer rows = ofPart(m_binder.relation(with->child(0)));
            const Node *on = with->part(u"on");
            const int place = on ? columnNamed(m_binder, *on, rows) : -1;
            if (place < 0 || rows->isUnknown())
                return nullptr;
            const QString own = rows->columns[size_t(place)].name;
            if (!tables.empty() && own != name)
                m_binder.refuse(Words::tr("Tables of nodes have to call their key alike."), on->span);
            name = own;
            tables.push_back({QString(), rows});
        }
        const RelationPointer rows =
            numbered(m_binder, tables.size() == 1 ? tables[0].rows : unionOf(m_binder, tables, {}));
        *key = rows->indexOf(name);
        return tables.size() == 1 || *key < 0 ? rows : numbered(m_binder, merged(rows, *key));
    }

    /// One row a node: of each column the first value that a table gives.
    RelationPointer merged(const RelationPointer &rows, int key)
    {
        QStringList select;
        std::vector<BoundColumn> columns;
        for (const int index : visibleColumns(*rows)) {
            const BoundColumn &column = rows->columns[size_t(index)];
            const bool isText = column.type == ColumnType::String;
            const QString first = QStringLiteral("first(%1 ORDER BY %2) FILTER (WHERE %1 IS NOT NULL%3)")
                                      .arg(columnSql(index), columnSql(rows->order[0].column),
                                           isText ? QStringLiteral(" AND %1 <> ''").arg(columnSql(index)) : QString());
            const QString value = isText ? QStringLiteral("coalesce(%1, '')").arg(first) : first;
            select.append(
                QStringLiteral("%1 AS %2").arg(index == key ? columnSql(key) : value, columnSql(int(columns.size()))));
            columns.push_back(column);
        }
        const QString sql = QStringLiteral("SELECT %1, min(%2) AS %3 FROM #0 GROUP BY %4")
                                .arg(select.join(QStringLiteral(", ")), columnSql(rows->order[0].column),
                                     columnSql(int(columns.size())), columnSql(key));
        columns.push_back({QString(), ColumnType::Long, true, true});
        const int order = int(columns.size()) - 1;
        return orderedBy(m_binder, rowsBySql(m_binder, {rows}, sql, std::move(columns)), {{order, false, false}});
    }

    /// The given nodes, each once, and those that only edges name.
    bool readNodes()
    {
        int key = -1;
        const RelationPointer rows = nodeRows(&key);
        if (!rows || key < 0 || rows->isUnknown())
            return false;
        const Node &with = *m_node.part(u"with");
        if (rows->columns[size_t(key)].type != m_graph.edges->columns[size_t(m_graph.source)].type)
            m_binder.refuse(Words::tr("Nodes and edges have keys of different types."), with.span);
        QStringList own;
        QStringList missing;
        for (size_t i = 0; i < rows->columns.size(); ++i) {
            const BoundColumn &column = rows->columns[i];
            own.append(columnSql(int(i)));
            missing.append(int(i) == key                       ? QStringLiteral("k")
                           : int(i) == rows->order[0].column   ? QStringLiteral("9223372036854775807")
                           : column.type == ColumnType::String ? QStringLiteral("''")
                                                               : QStringLiteral("NULL"));
        }
        const QString sql =
            QStringLiteral(
                "SELECT * FROM (SELECT %1 FROM #1 QUALIFY row_number() OVER (PARTITION BY %2 ORDER BY %3) = 1) "
                "UNION ALL SELECT %4 FROM (SELECT DISTINCT k FROM %5 WHERE k IS NOT NULL AND k NOT IN (SELECT "
                "%2 FROM #1 WHERE %2 IS NOT NULL))")
                .arg(own.join(QStringLiteral(", ")), columnSql(key), columnSql(rows->order[0].column),
                     missing.join(QStringLiteral(", ")), edgeEnds());
        m_graph.nodes =
            orderedBy(m_binder, rowsBySql(m_binder, {m_graph.edges, rows}, sql, rows->columns), rows->order);
        m_graph.key = key;
        return true;
    }

    Binder &m_binder;
    const Node &m_node;
    GraphPart m_part;
    RelationPointer m_input;
    Graph m_graph;
};

/// The values of the column that a graph is cut by, of its edges and of its nodes.
RelationPointer partValues(Binder &binder, const Node &node, const RelationPointer &input, const Node &column)
{
    std::vector<RelationPointer> tables{input};
    for (const auto &[clause, with] : node.parts) {
        if (clause == u"with")
            tables.push_back(binder.relation(with->child(0)));
    }
    std::vector<Source> values;
    for (const RelationPointer &rows : tables) {
        const int place = rows->isUnknown() ? -1 : columnNamed(binder, column, rows);
        if (place < 0)
            return nullptr;
        values.push_back({QString(), plainRows(binder, selected(binder, rows, {rows->columns[size_t(place)]},
                                                                {columnScalar(*rows, place)}))});
    }
    return values.size() == 1 ? values[0].rows : unionOf(binder, values, {});
}

/// make-graph … partitioned-by Column ( operators ): for each value a graph of its own.
RelationPointer graphsInParts(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node &column = *node.part(u"partitioned-by");
    const RelationPointer values = partValues(binder, node, input, column);
    if (!values || values->isUnknown())
        return binder.unknown();
    if (visibleColumns(*values).size() != 1) {
        binder.refuse(Words::tr("The column %1 has several types.").arg(column.text), column.span);
        return binder.unknown();
    }
    return EachValue(binder, node, values, columnScalar(*values, 0)).bind([&](const ScalarPointer &value) {
        return piped(binder, *node.part(u"on"), MakeGraph(binder, node, input, {column.text, value}).bind());
    });
}

/// The key of a node as the number that the service shows for it.
ScalarPointer nodeNumber(const ScalarPointer &key)
{
    const bool isNumber = key->type == ColumnType::Long || key->type == ColumnType::Int;
    return callScalar(QStringLiteral("kql_xxhash($0)"), {isNumber ? asLong(key) : asText(key)}, ColumnType::Long);
}

RelationPointer nodeTable(Binder &binder, const Graph &graph, const Node &clause)
{
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    if (const Node *id = clause.part(u"with_node_id")) {
        columns.push_back({id->names.value(0), ColumnType::Long});
        scalars.push_back(nodeNumber(columnScalar(*graph.nodes, graph.key)));
    }
    takeVisible(*graph.nodes, columns, scalars);
    return selected(binder, graph.nodes, std::move(columns), std::move(scalars));
}

RelationPointer edgeTable(Binder &binder, const Graph &graph, const Node &clause)
{
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    for (const auto &[option, place] : {std::pair{QStringLiteral("with_source_id"), graph.source},
                                        std::pair{QStringLiteral("with_target_id"), graph.target}}) {
        if (const Node *id = clause.part(option)) {
            columns.push_back({id->names.value(0), ColumnType::Long});
            scalars.push_back(nodeNumber(columnScalar(*graph.edges, place)));
        }
    }
    takeVisible(*graph.edges, columns, scalars);
    return selected(binder, graph.edges, std::move(columns), std::move(scalars));
}

} // namespace

RelationPointer bindMakeGraph(Binder &binder, const Node &node, const RelationPointer &input)
{
    const bool isInParts = node.part(u"partitioned-by") && node.part(u"on");
    return isInParts ? graphsInParts(binder, node, input) : MakeGraph(binder, node, input).bind();
}

RelationPointer bindGraphToTable(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Graph *graph = graphFor(binder, node, input);
    if (!graph || node.children.empty())
        return binder.unknown();
    if (node.children.size() > 1)
        binder.refuse(Words::tr("graph-to-table gives one table here."), node.nameSpan);
    const Node &clause = node.child(0);
    return clause.text == u"edges" ? edgeTable(binder, *graph, clause) : nodeTable(binder, *graph, clause);
}

/// Nodes that hang together, whichever way the edges point; numbered by their first node.
RelationPointer bindMarkComponents(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Graph *graph = graphFor(binder, node, input);
    if (!graph)
        return binder.unknown();
    const Node *kind = node.part(u"kind");
    if (kind && kind->names.value(0) != u"weak")
        binder.refuse(Words::tr("graph-mark-components kind=%1 is not supported.").arg(kind->names.value(0)),
                      kind->span);
    const Node *id = node.part(u"with_component_id");
    const RelationPointer &nodes = graph->nodes;
    std::vector<BoundColumn> columns = nodes->columns;
    columns.push_back({id ? id->names.value(0) : QStringLiteral("ComponentId"), ColumnType::Long});
    const QString key = columnSql(graph->key);
    const QString sql =
        QStringLiteral(
            "SELECT n.*, c.component AS %1 FROM #0 n JOIN (SELECT k, dense_rank() OVER (ORDER BY least) - 1 AS component "
            "FROM (SELECT r.k, min(o.place) AS least FROM (WITH RECURSIVE r AS (SELECT %2 AS k, %2 AS other FROM #0 UNION "
            "SELECT r.k, CASE WHEN e.%3 = r.other THEN e.%4 ELSE e.%3 END FROM r JOIN #1 e ON e.%3 = r.other OR e.%4 = "
            "r.other) SELECT * FROM r) r JOIN (SELECT %2 AS k, row_number() OVER (ORDER BY %5) AS place FROM #0) o ON o.k "
            "= r.other GROUP BY r.k)) c ON c.k = n.%2")
            .arg(columnSql(int(columns.size()) - 1), key, columnSql(graph->source), columnSql(graph->target),
                 columnSql(nodes->order.empty() ? graph->key : nodes->order[0].column));
    Graph marked = *graph;
    marked.nodes = orderedBy(binder, rowsBySql(binder, {nodes, graph->edges}, sql, std::move(columns)), nodes->order);
    return carryGraph(binder, std::move(marked));
}

const Graph *graphOf(const Relation &rows) { return rows.graph.get(); }

RelationPointer carryGraph(Binder &binder, Graph graph)
{
    // Whoever takes it for a table sees its nodes.
    Relation rows = *plainRows(binder, graph.nodes);
    rows.graph = std::make_shared<const Graph>(std::move(graph));
    return std::make_shared<const Relation>(std::move(rows));
}

} // namespace watchdesk::kql
