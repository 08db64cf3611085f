// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// mv-apply and partition: a subquery for each row, or for each value of a column. Both bind it once, over all rows,
// with a hidden column by which every operator keeps the groups apart (Relation::group).

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/eachvalue.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// The row that was expanded, then what the subquery made of it; names that both have are the subquery's.
class Applied
{
public:
    Applied(Binder &binder, RelationPointer rows, RelationPointer results)
        : m_binder(binder)
        , m_rows(std::move(rows))
        , m_results(std::move(results))
    {
    }

    /// Elements come in the order of their rows and of the subquery, as a hash join keeps none.
    RelationPointer joined(const QStringList &replaced)
    {
        for (const int index : visibleColumns(*m_rows)) {
            const BoundColumn &column = m_rows->columns[size_t(index)];
            const int own = m_results->indexOf(column.name);
            if (!replaced.contains(column.name) && own >= 0)
                add(m_results->columns[size_t(own)], u'r', own);
            else if (!replaced.contains(column.name))
                add(column, u'n', index);
        }
        for (const int index : visibleColumns(*m_results)) {
            const BoundColumn &column = m_results->columns[size_t(index)];
            if (replaced.contains(column.name) || m_rows->indexOf(column.name) < 0)
                add(column, u'r', index);
        }
        const std::vector<SortKey> order = addOrder();
        return orderedBy(m_binder, joinedRows(), order);
    }

private:
    void add(BoundColumn column, QChar side, int index)
    {
        m_select.append(side + QStringLiteral(".") + columnSql(index) + QStringLiteral(" AS ") +
                        columnSql(int(m_columns.size())));
        m_columns.push_back(std::move(column));
    }

    std::vector<SortKey> addOrder()
    {
        std::vector<SortKey> order{{int(m_columns.size()), false, false}};
        addHidden(*m_rows, u'n', m_rows->order[0].column);
        for (const SortKey &key : m_results->order) {
            order.push_back({int(m_columns.size()), key.descending, key.nullsFirst});
            addHidden(*m_results, u'r', key.column);
        }
        return order;
    }

    void addHidden(const Relation &rows, QChar side, int index)
    {
        BoundColumn column = rows.columns[size_t(index)];
        column.hidden = true;
        add(column, side, index);
    }

    RelationPointer joinedRows()
    {
        const int outer = m_rows->group;
        int group = -1;
        if (outer >= 0) {
            group = int(m_columns.size());
            addHidden(*m_rows, u'n', outer);
        }
        const QString sql = QStringLiteral("SELECT ") + m_select.join(QStringLiteral(", ")) +
                            QStringLiteral(" FROM #1 r JOIN #0 n ON n.") + columnSql(m_rows->order[0].column) +
                            QStringLiteral(" = r.") + columnSql(m_results->group);
        Relation relation = *rowsBySql(m_binder, {m_rows, m_results}, sql, m_columns);
        relation.group = group;
        relation.open = m_results->open;
        return std::make_shared<const Relation>(std::move(relation));
    }

    Binder &m_binder;
    RelationPointer m_rows;
    RelationPointer m_results;
    std::vector<BoundColumn> m_columns;
    QStringList m_select;
};

RelationPointer inGroups(const RelationPointer &rows, int group)
{
    Relation copy = *rows;
    copy.group = group;
    return std::make_shared<const Relation>(std::move(copy));
}

/// The last step still works group by group: it is what follows that sees all rows as one.
RelationPointer withoutGroups(Binder &binder, const RelationPointer &rows)
{
    Relation all;
    all.kind = Relation::Kind::Select;
    all.inputs = {rows};
    all.open = rows->open;
    takeVisible(*rows, all.columns, all.scalars);
    return binder.made(std::move(all));
}

} // namespace

RelationPointer piped(Binder &binder, const Node &pipe, RelationPointer rows)
{
    for (const auto &operation : pipe.children)
        rows = binder.operation(*operation, rows);
    return rows;
}

RelationPointer bindApply(Binder &binder, const Node &node, const RelationPointer &input)
{
    const RelationPointer rows = numbered(binder, input);
    QStringList replaced;
    const RelationPointer expanded = expandedRows(binder, node, rows, &replaced);
    const Node *on = node.part(u"on");
    if (!on || replaced.isEmpty())
        return binder.unknown();
    const RelationPointer results = expanded->isUnknown()
                                        ? piped(binder, *on, expanded)
                                        : piped(binder, *on, inGroups(expanded, rows->order[0].column));
    if (results->isUnknown() || results->group < 0)
        return binder.unknown();
    return Applied(binder, rows, results).joined(replaced);
}

namespace {

/// True for a subquery that cannot run over all groups at once, or that gives its group a name.
bool needsOwnQueries(const Node &pipe)
{
    return std::any_of(pipe.children.begin(), pipe.children.end(), [](const auto &op) {
        return op->text == u"as" || (operatorBinder(op->text) && !worksInGroups(op->text));
    });
}

} // namespace

/// partition by Column ( subquery ) or { query }
RelationPointer bindPartition(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node *by = node.part(u"by");
    const Node *on = node.part(u"on");
    const bool hasQuery = node.part(u"query");
    if (!by || by->children.empty() || (!hasQuery && (!on || on->children.empty())))
        return binder.unknown();
    const ScalarPointer key = binder.scalarOn(by->child(0), input);
    if (!key->isBroken() && key->kind != Scalar::Kind::Column)
        binder.error("KS109", tr("Column name expected."), by->child(0).span);
    if (key->isBroken() || key->kind != Scalar::Kind::Column)
        return binder.unknown();
    if (input->group >= 0) {
        binder.refuse(tr("partition inside of another subquery is not supported."), node.nameSpan);
        return binder.unknown();
    }
    if (hasQuery || needsOwnQueries(*on))
        return EachValue(binder, node, input, key).bind([&](const ScalarPointer &value) {
            if (!hasQuery)
                return piped(binder, *on, rowsWith(binder, input, key, value));
            // All that a query of its own knows of the rows is the value.
            binder.declare(key->name, {value}, {});
            return binder.relation(*node.part(u"query"));
        });
    Relation grouped;
    grouped.kind = Relation::Kind::Select;
    grouped.inputs = {input};
    grouped.columns = input->columns;
    grouped.order = input->order;
    grouped.open = input->open;
    for (size_t i = 0; i < input->columns.size(); ++i)
        grouped.scalars.push_back(columnScalar(*input, int(i)));
    grouped.group = int(grouped.columns.size());
    grouped.columns.push_back({QStringLiteral("group"), key->type, true, true});
    grouped.scalars.push_back(key);
    const RelationPointer results = piped(binder, *on, binder.made(std::move(grouped)));
    if (results->graph)
        binder.error("KS111", QCoreApplication::translate("watchdesk::kql::Binder", "Tabular value expected."),
                     on->span);
    return results->isUnknown() ? results : withoutGroups(binder, results);
}

} // namespace watchdesk::kql
