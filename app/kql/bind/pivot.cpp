// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evaluate pivot: a column for each value of a column, with an aggregate of the rows that have it; and narrow, which
// turns columns into rows. https://learn.microsoft.com/kusto/query/pivot-plugin

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/plugins.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

const qsizetype kMaxColumns = 1'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

class Pivot
{
public:
    Pivot(Binder &binder, const PluginCall &call)
        : m_binder(binder)
        , m_call(call)
        , m_pivot(columnArgument(binder, call, QStringLiteral("pivotColumn"), 0))
    {
    }

    RelationPointer bind()
    {
        if (m_pivot->isBroken())
            return m_binder.unknown();
        if (const Node *aggregate = m_call.argument(QStringLiteral("aggregationFunction"), 1))
            bindAggregate(*aggregate);
        chooseKeys();
        const RelationPointer groups = grouped();
        const QStringList values = m_call.schema ? QStringList() : pivotValues(groups);
        if (m_isOpen || groups->isUnknown())
            return open(groups);
        return spread(groups, values);
    }

private:
    void bindAggregate(const Node &node)
    {
        m_aggregation.input = m_call.input;
        m_aggregation.keyCount = 0;
        Binder::Inside inside(m_binder, m_call.input, &m_aggregation);
        const ScalarPointer value = m_binder.scalar(node);
        if (m_aggregation.columns.size() == 1 && value->kind == Scalar::Kind::Column)
            m_aggregate = m_aggregation.columns.front();
        else if (!value->isBroken())
            m_binder.refuse(Words::tr("pivot takes one aggregate function."), node.span);
        for (const auto &child : node.children) {
            if (child->is(NodeKind::Name))
                m_used.append(m_call.input->indexOf(child->text));
        }
    }

    /// The columns that are named, else all that neither the pivot nor the aggregate uses.
    void chooseKeys()
    {
        for (size_t i = 2; i < m_call.count(); ++i)
            m_keys.push_back(columnArgument(m_binder, m_call, {}, i));
        if (m_call.count() > 2)
            return;
        for (const int index : visibleColumns(*m_call.input)) {
            if (index != m_pivot->column && !m_used.contains(index))
                m_keys.push_back(columnScalar(*m_call.input, index));
        }
    }

    /// One row for each of the keys and each value of the pivot.
    RelationPointer grouped()
    {
        Relation group;
        group.kind = Relation::Kind::Group;
        group.inputs = {m_call.input};
        group.scalars = m_keys;
        group.scalars.push_back(asText(m_pivot));
        group.keyCount = int(group.scalars.size());
        group.scalars.push_back(m_aggregate ? m_aggregate
                                            : sureScalar(QStringLiteral("count(*)"), {}, ColumnType::Long));
        for (const auto &scalar : group.scalars)
            group.columns.push_back({scalar->name, scalar->type, !scalar->isBroken()});
        group.heavy = true;
        return m_binder.made(std::move(group));
    }

    QStringList pivotValues(const RelationPointer &groups)
    {
        const QString sql = QStringLiteral("SELECT DISTINCT c%1 AS c0 FROM #0 ORDER BY 1").arg(m_keys.size());
        const auto rows = m_binder.ask(rowsBySql(m_binder, {groups}, sql, {{{}, ColumnType::String}}));
        m_isOpen = !rows;
        QStringList values;
        if (rows) {
            for (const QStringList &row : *rows)
                values.append(row[0]);
        }
        if (values.size() > kMaxColumns) {
            m_binder.refuse(Words::tr("pivot would give more than %1 columns.").arg(kMaxColumns), m_call.call.nameSpan);
            values.clear();
        }
        return values;
    }

    RelationPointer spread(const RelationPointer &groups, const QStringList &values)
    {
        std::vector<BoundColumn> columns;
        for (size_t i = 0; i < m_keys.size(); ++i)
            columns.push_back(groups->columns[i]);
        ColumnNames names(m_binder);
        for (const auto &column : columns)
            names.unique(column.name);
        if (m_call.schema) {
            columns = columnsAsked(m_binder, m_call, columns);
        } else {
            for (const QString &value : values)
                columns.push_back({names.unique(value), groups->columns.back().type});
        }
        m_nothing = nothing(*groups);
        std::vector<ScalarPointer> scalars;
        QStringList select;
        for (size_t i = 0; i < columns.size(); ++i) {
            const QString value =
                m_call.schema ? columns[i].name : values.value(qsizetype(i) - qsizetype(m_keys.size()));
            select.append(cell(*groups, columns[i], value, scalars) + QStringLiteral(" AS ") + columnSql(int(i)));
        }
        QStringList keys;
        for (size_t i = 0; i < m_keys.size(); ++i)
            keys.append(columnSql(int(i)));
        const QString sql = QStringLiteral("SELECT ") + select.join(QStringLiteral(", ")) + QStringLiteral(" FROM #0") +
                            (keys.isEmpty() ? QString() : QString(QStringLiteral(" GROUP BY ") + keys.join(u',')));
        Relation rows = *rowsBySql(m_binder, {groups}, sql, std::move(columns), std::move(scalars));
        // A value that the held rows lack is no mistake of the query.
        rows.open = !m_call.schema;
        return std::make_shared<const Relation>(std::move(rows));
    }

    /// A key's column, or the aggregate where the pivot has the value.
    QString cell(const Relation &groups, const BoundColumn &column, const QString &value,
                 std::vector<ScalarPointer> &scalars)
    {
        for (size_t i = 0; i < m_keys.size(); ++i) {
            if (groups.columns[i].name == column.name)
                return columnSql(int(i));
        }
        if (m_call.schema && column.type != groups.columns.back().type)
            m_binder.refuse(Words::tr("pivot gives %1 here and not %2.")
                                .arg(typeName(groups.columns.back().type), typeName(column.type)),
                            m_call.call.span);
        const QString place = QString::number(scalars.size());
        scalars.push_back(textScalar(value));
        scalars.push_back(m_nothing);
        const QString found = QStringLiteral("any_value(%1) FILTER (WHERE %2 = $%3)")
                                  .arg(columnSql(int(m_keys.size()) + 1), columnSql(int(m_keys.size())), place);
        return QStringLiteral("coalesce(%1, $%2)").arg(found).arg(scalars.size() - 1);
    }

    /// What the aggregate gives where there are no rows.
    ScalarPointer nothing(const Relation &groups)
    {
        if (!m_aggregate)
            return longScalar(0);
        Relation none;
        none.kind = Relation::Kind::Group;
        none.inputs = {filtered(m_binder, m_call.input, literalScalar({ColumnType::Bool, false}))};
        none.columns = {groups.columns.back()};
        none.scalars = {m_aggregate};
        Scalar value;
        value.kind = Scalar::Kind::First;
        value.type = groups.columns.back().type;
        value.relation = m_binder.made(std::move(none));
        return std::make_shared<const Scalar>(std::move(value));
    }

    RelationPointer open(const RelationPointer &groups)
    {
        m_binder.refuse(Words::tr("The columns that pivot gives depend on the data."), m_call.call.nameSpan);
        std::vector<BoundColumn> columns;
        std::vector<ScalarPointer> scalars;
        for (size_t i = 0; i < m_keys.size(); ++i) {
            columns.push_back(groups->columns[i]);
            scalars.push_back(columnScalar(*groups, int(i)));
        }
        Relation rows = *selected(m_binder, groups, std::move(columns), std::move(scalars));
        rows.open = true;
        return std::make_shared<const Relation>(std::move(rows));
    }

    Binder &m_binder;
    const PluginCall &m_call;
    ScalarPointer m_pivot;
    ScalarPointer m_aggregate;
    ScalarPointer m_nothing;
    Aggregation m_aggregation;
    QList<int> m_used;
    std::vector<ScalarPointer> m_keys;
    bool m_isOpen = false;
};

} // namespace

RelationPointer bindPivot(Binder &binder, const PluginCall &call) { return Pivot(binder, call).bind(); }

RelationPointer bindNarrow(Binder &binder, const PluginCall &call)
{
    const RelationPointer rows = numbered(binder, call.input);
    std::vector<BoundColumn> columns{{QStringLiteral("Row"), ColumnType::Long},
                                     {QStringLiteral("Column"), ColumnType::String},
                                     {QStringLiteral("Value"), ColumnType::String},
                                     {QStringLiteral("place"), ColumnType::Long, true, true}};
    std::vector<ScalarPointer> scalars;
    QStringList parts;
    for (const int index : visibleColumns(*rows)) {
        const QString place = QString::number(scalars.size());
        parts.append(QStringLiteral("SELECT %1 - 1 AS c0, $%2 AS c1, $%3 AS c2, %4 AS c3 FROM #0")
                         .arg(columnSql(rows->order[0].column), place, QString::number(scalars.size() + 1),
                              QString::number(index)));
        scalars.push_back(textScalar(rows->columns[size_t(index)].name));
        scalars.push_back(asText(columnScalar(*rows, index)));
    }
    if (parts.isEmpty())
        return binder.unknown();
    return orderedBy(
        binder,
        rowsBySql(binder, {rows}, parts.join(QStringLiteral(" UNION ALL ")), std::move(columns), std::move(scalars)),
        {{0, false, false}, {3, false, false}});
}

} // namespace watchdesk::kql
