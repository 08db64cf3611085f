// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// sample, sample-distinct, top-hitters (exact here, an estimate in the service) and top-nested.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/emit/sqltext.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// The value after "of", which is to be a column.
ScalarPointer columnOf(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node *of = node.part(u"of");
    if (!of)
        return brokenScalar();
    const bool hasName = of->is(NodeKind::Named);
    const ScalarPointer value = binder.scalarOn(hasName ? of->child(0) : *of, input);
    if (!value->isBroken() && value->kind != Scalar::Kind::Column)
        binder.error("KS109", Words::tr("Column name expected."), hasName ? of->child(0).span : of->span);
    return hasName ? named(value, of->text) : value;
}

ScalarPointer countOf(Binder &binder, const Node &node)
{
    return node.children.empty() ? longScalar(0) : rowCount(binder, node.child(0));
}

/// top-nested of one level.
struct Level
{
    ScalarPointer key;
    QString keyName;
    ScalarPointer value;
    QString valueName;
    ScalarPointer count;  ///< or nothing: all
    ScalarPointer others; ///< what the key of all the rest is shown as; or nothing
    bool descending = true;
};

class TopNested
{
public:
    TopNested(Binder &binder, const Node &node, const RelationPointer &input)
        : m_binder(binder)
        , m_node(node)
        , m_names(binder)
    {
        m_rows = withKeys(input);
    }

    RelationPointer bind()
    {
        RelationPointer rows = m_rows;
        std::vector<RelationPointer> tops;
        std::vector<RelationPointer> parts;
        for (size_t i = 0; i < m_levels.size(); ++i) {
            if (i > 0)
                rows = restricted(rows, tops.back(), i);
            tops.push_back(top(rows, i));
            if (m_levels[i].others)
                parts.push_back(joined(tops, rest(rows, tops[i], i), i));
        }
        if (tops.empty())
            return m_binder.unknown();
        parts.insert(parts.begin(), joined(tops, tops.back(), tops.size() - 1));
        return together(parts);
    }

private:
    /// The input with each level's key as a further column.
    RelationPointer withKeys(const RelationPointer &input)
    {
        std::vector<BoundColumn> columns;
        std::vector<ScalarPointer> scalars;
        takeVisible(*input, columns, scalars);
        m_first = int(columns.size());
        for (const auto &child : m_node.children) {
            const Node *of = child->part(u"of");
            const bool hasName = of && of->is(NodeKind::Named);
            Level level;
            level.key = of ? m_binder.scalarOn(hasName ? of->child(0) : *of, input) : brokenScalar();
            level.keyName = m_names.take(hasName ? of->text : QString(), level.key->name, child->span);
            level.descending = child->text != u"asc";
            level.count = child->children.empty() ? nullptr : rowCount(m_binder, child->child(0));
            if (const Node *others = child->part(u"others"))
                level.others = othersOf(*others, level.key->type);
            columns.push_back({level.keyName, level.key->type, !level.key->isBroken(), true});
            scalars.push_back(level.key);
            nameValue(*child, level);
            m_levels.push_back(std::move(level));
        }
        return selected(m_binder, input, std::move(columns), std::move(scalars));
    }

    ScalarPointer othersOf(const Node &node, ColumnType type)
    {
        const ScalarPointer value = m_binder.constantOn(node);
        if (value->type == type)
            return value;
        if (!value->isBroken())
            m_binder.refuse(Words::tr("The name of the others must have the type %1.").arg(typeName(type)), node.span);
        return nullScalar(type);
    }

    void nameValue(const Node &clause, Level &level)
    {
        const Node *by = clause.part(u"by");
        const bool hasName = by && by->is(NodeKind::Named);
        level.valueName =
            m_names.take(hasName ? by->text : QString(), QStringLiteral("aggregated_") + level.keyName, clause.span);
    }

    /// The best keys of a level below each key of the level before.
    RelationPointer top(const RelationPointer &rows, size_t index)
    {
        std::vector<ScalarPointer> keys;
        for (size_t i = 0; i <= index; ++i)
            keys.push_back(columnScalar(*rows, m_first + int(i)));
        const auto [groups, value] = grouped(rows, index, std::move(keys));
        m_levels[index].value = value;
        return best(groups, index);
    }

    /// The rows by `keys`, and a level's aggregate over the groups.
    std::pair<RelationPointer, ScalarPointer> grouped(const RelationPointer &rows, size_t index,
                                                      std::vector<ScalarPointer> keys)
    {
        Aggregation aggregation;
        aggregation.input = rows;
        aggregation.keyCount = int(keys.size());
        const Node *by = m_node.child(index).part(u"by");
        ScalarPointer value = brokenScalar();
        if (by) {
            Binder::Inside inside(m_binder, rows, &aggregation);
            value = m_binder.scalar(by->is(NodeKind::Named) ? by->child(0) : *by);
        }
        Relation group;
        group.kind = Relation::Kind::Group;
        group.inputs = {rows};
        group.scalars = std::move(keys);
        group.keyCount = int(group.scalars.size());
        group.scalars.insert(group.scalars.end(), aggregation.columns.begin(), aggregation.columns.end());
        for (const auto &scalar : group.scalars)
            group.columns.push_back({QString(), scalar->type, !scalar->isBroken()});
        return {m_binder.made(std::move(group)), value};
    }

    /// One row below each key of the level before for all that is not among the best. A key that is the same for all
    /// rows keeps a row from coming where nothing is left.
    RelationPointer rest(const RelationPointer &rows, const RelationPointer &tops, size_t index)
    {
        const QString sql = QStringLiteral("SELECT r.* FROM #0 r ANTI JOIN #1 t ON ") + sameKeys(m_first, index + 1);
        const RelationPointer left = rowsBySql(m_binder, {rows, tops}, sql, rows->columns);
        std::vector<ScalarPointer> keys{longScalar(0)};
        std::vector<BoundColumn> columns;
        QStringList select;
        for (int i = 0; i < int(index); ++i) {
            keys.push_back(columnScalar(*left, m_first + i));
            columns.push_back({m_levels[size_t(i)].keyName, m_levels[size_t(i)].key->type});
            select.append(QStringLiteral("%1 AS k%2").arg(columnSql(i + 1)).arg(i));
        }
        const auto [groups, value] = grouped(left, index, std::move(keys));
        select.append(QStringLiteral("$0 AS k%1, $1 AS k%2").arg(index).arg(index + 1));
        columns.push_back({m_levels[index].keyName, m_levels[index].key->type});
        columns.push_back({m_levels[index].valueName, value->type, !value->isBroken()});
        QStringList names;
        for (size_t i = 0; i < columns.size(); ++i)
            names.append(QStringLiteral("k%1 AS %2").arg(i).arg(columnSql(int(i))));
        return rowsBySql(m_binder, {groups},
                         QStringLiteral("SELECT %1 FROM (SELECT %2 FROM #0)")
                             .arg(names.join(QStringLiteral(", ")), select.join(QStringLiteral(", "))),
                         std::move(columns), {m_levels[index].others, value});
    }

    RelationPointer best(const RelationPointer &groups, size_t index)
    {
        const Level &level = m_levels[index];
        std::vector<BoundColumn> columns(groups->columns.begin(), groups->columns.begin() + qsizetype(index) + 1);
        columns.push_back({level.valueName, level.value->type, level.value->hasType()});
        std::vector<ScalarPointer> scalars{level.value};
        QString sql = QStringLiteral("SELECT * FROM (SELECT %1, $0 AS %2 FROM #0)")
                          .arg(columnList(index + 1), columnSql(int(index) + 1));
        if (level.count) {
            const QString partition =
                index > 0 ? QString(QStringLiteral("PARTITION BY ") + columnList(index) + u' ') : QString();
            sql += QStringLiteral(" QUALIFY row_number() OVER (%1ORDER BY %2 %3 NULLS LAST) <= $1")
                       .arg(partition, columnSql(int(index) + 1),
                            level.descending ? QStringLiteral("DESC") : QStringLiteral("ASC"));
            scalars.push_back(level.count);
        }
        return rowsBySql(m_binder, {groups}, sql, std::move(columns), std::move(scalars));
    }

    RelationPointer restricted(const RelationPointer &rows, const RelationPointer &tops, size_t count)
    {
        const QString sql = QStringLiteral("SELECT r.* FROM #0 r SEMI JOIN #1 t ON ") + sameKeys(m_first, count);
        return rowsBySql(m_binder, {rows, tops}, sql, rows->columns);
    }

    static QString sameKeys(int first, size_t count)
    {
        QStringList tests;
        for (int i = 0; i < int(count); ++i)
            tests.append(QStringLiteral("r.%1 IS NOT DISTINCT FROM t.%2").arg(columnSql(first + i), columnSql(i)));
        return tests.join(QStringLiteral(" AND "));
    }

    /// key, value, key, value … of all levels; those below `last`, the rows of the level at `index`, are empty.
    RelationPointer joined(const std::vector<RelationPointer> &tops, const RelationPointer &last, size_t index)
    {
        std::vector<RelationPointer> inputs(tops.begin(), tops.begin() + qsizetype(index));
        inputs.push_back(last);
        const int depth = int(inputs.size());
        QStringList select;
        std::vector<BoundColumn> columns;
        std::vector<ScalarPointer> nothing;
        QString from = QStringLiteral(" FROM #%1 r").arg(depth - 1);
        for (int i = 0; i < int(m_levels.size()); ++i) {
            const Level &level = m_levels[size_t(i)];
            const QString side = i + 1 == depth ? QStringLiteral("r") : QString(u't' + QString::number(i));
            const auto empty = [&nothing](ColumnType type) {
                nothing.push_back(nullScalar(type));
                return QStringLiteral("CAST($%1 AS %2)").arg(nothing.size() - 1).arg(sqlValueType(type));
            };
            const QString key = i < depth ? QStringLiteral("r.") + columnSql(i) : empty(level.key->type);
            const QString value = i < depth ? side + u'.' + columnSql(i + 1) : empty(valueTypeOf(level));
            select.append(key + QStringLiteral(" AS ") + columnSql(2 * i));
            select.append(value + QStringLiteral(" AS ") + columnSql(2 * i + 1));
            columns.push_back({level.keyName, level.key->type, !level.key->isBroken()});
            columns.push_back({level.valueName, valueTypeOf(level), !level.value || !level.value->isBroken()});
            if (i + 1 < depth)
                from += QStringLiteral(" JOIN #%1 %2 ON %3")
                            .arg(i)
                            .arg(side, sameKeys(0, size_t(i) + 1).replace(QStringLiteral("t."), side + u'.'));
        }
        if (m_levels.size() > 9)
            m_binder.refuse(Words::tr("top-nested of more than nine levels is not supported."), m_node.span);
        return rowsBySql(m_binder, inputs, QStringLiteral("SELECT ") + select.join(QStringLiteral(", ")) + from,
                         std::move(columns), std::move(nothing));
    }

    /// A level's value is bound once its turn comes; the type that it will have does not matter where it is empty.
    static ColumnType valueTypeOf(const Level &level) { return level.value ? level.value->type : ColumnType::Long; }

    RelationPointer together(const std::vector<RelationPointer> &parts)
    {
        if (parts.size() == 1)
            return parts.front();
        QStringList selects;
        for (size_t i = 0; i < parts.size(); ++i)
            selects.append(QStringLiteral("SELECT * FROM #") + QString::number(i));
        return rowsBySql(m_binder, parts, selects.join(QStringLiteral(" UNION ALL ")), parts.front()->columns);
    }

    Binder &m_binder;
    const Node &m_node;
    ColumnNames m_names;
    RelationPointer m_rows;
    std::vector<Level> m_levels;
    int m_first = 0;
};

} // namespace

RelationPointer bindSample(Binder &binder, const Node &node, const RelationPointer &input)
{
    return rowsBySql(binder, {plainRows(binder, input)}, QStringLiteral("SELECT * FROM #0 ORDER BY random() LIMIT $0"),
                     plainRows(binder, input)->columns, {countOf(binder, node)});
}

RelationPointer bindSampleDistinct(Binder &binder, const Node &node, const RelationPointer &input)
{
    const ScalarPointer column = columnOf(binder, node, input);
    return rowsBySql(binder, {input}, QStringLiteral("SELECT DISTINCT $0 AS c0 FROM #0 LIMIT $1"),
                     {{column->name, column->type, column->hasType()}}, {column, countOf(binder, node)});
}

RelationPointer bindTopHitters(Binder &binder, const Node &node, const RelationPointer &input)
{
    const ScalarPointer column = columnOf(binder, node, input);
    const Node *by = node.part(u"by");
    const ScalarPointer weight = by ? binder.scalarOn(*by, input) : nullptr;
    if (weight && !weight->isBroken() && !isNumber(weight->type))
        binder.error("KS137", Words::tr("The expression value must be a number."), by->span);
    const bool isReal = weight && weight->type == ColumnType::Real;
    const QString name = weight ? QString(QStringLiteral("approximate_sum_") + weight->name)
                                : QString(QStringLiteral("approximate_count_") + column->name);
    const QString value = !weight  ? QStringLiteral("count(*)")
                          : isReal ? QStringLiteral("sum($2)")
                                   : QStringLiteral("CAST(sum($2) AS BIGINT)");
    std::vector<ScalarPointer> scalars{column, countOf(binder, node)};
    if (weight)
        scalars.push_back(weight);
    const ColumnType type = weight && !weight->isBroken() ? weight->type : ColumnType::Long;
    const auto rows = rowsBySql(
        binder, {input},
        QStringLiteral("SELECT $0 AS c0, %1 AS c1 FROM #0 GROUP BY 1 ORDER BY 2 DESC NULLS LAST LIMIT $1").arg(value),
        {{column->name, column->type, column->hasType()}, {name, type}}, std::move(scalars));
    return orderedBy(binder, rows, {{1, true, false}});
}

RelationPointer bindTopNested(Binder &binder, const Node &node, const RelationPointer &input)
{
    return TopNested(binder, node, input).bind();
}

} // namespace watchdesk::kql
