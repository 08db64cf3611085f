// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// make-series: aggregates by keys and bins of an axis, then for each key one row with arrays over all its bins, gaps
// filled. Bins are counted from the start of the series (bin_at), or from zero where the query gives no start or the
// old form "in range(…)". https://learn.microsoft.com/kusto/query/make-series-operator

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// An array to be made: what fills the bins that have no rows.
struct Values
{
    QString name;
    ScalarPointer value;
    ScalarPointer filler;
};

class MakeSeries
{
public:
    MakeSeries(Binder &binder, const Node &node, const RelationPointer &input)
        : m_binder(binder)
        , m_node(node)
        , m_input(input)
        , m_names(binder)
    {
    }

    RelationPointer bind()
    {
        bindAxis();
        if (const Node *by = m_node.part(u"by"))
            bindKeys(*by);
        const RelationPointer rows = withinBounds();
        m_aggregation.input = rows;
        m_aggregation.keyCount = int(m_keys.size()) + 1;
        for (const auto &child : m_node.children)
            bindValue(*child);
        const QString axis = m_names.take(m_axisName, m_axis->name, m_node.span);
        const RelationPointer bins = binned(rows);
        const RelationPointer filled = joined(bins, bounds(bins));
        return arrays(filled, axis);
    }

private:
    void bindAxis()
    {
        const Node *on = m_node.part(u"on");
        const bool hasName = on && on->is(NodeKind::Named);
        m_axisName = hasName ? on->text : QString();
        m_axis = on ? m_binder.scalarOn(hasName ? on->child(0) : *on, m_input) : brokenScalar();
        const Node *in = m_node.part(u"in");
        const bool isOld = in && in->is(NodeKind::Call) && in->children.size() == 3;
        m_from = bound(isOld ? &in->child(0) : m_node.part(u"from"));
        m_to = bound(isOld ? &in->child(1) : m_node.part(u"to"));
        m_step = bound(isOld ? &in->child(2) : m_node.part(u"step"));
        m_isOldForm = isOld;
        if (!m_step)
            m_step = brokenScalar();
        if (in && !isOld)
            m_binder.refuse(Words::tr("make-series takes range(start, stop, step) after in."), in->span);
        checkTypes();
        m_isReal = m_axis->type == ColumnType::Real || m_step->type == ColumnType::Real;
    }

    ScalarPointer bound(const Node *node) { return node ? m_binder.constantOn(*node) : nullptr; }

    void checkTypes()
    {
        if (m_axis->isBroken())
            return;
        for (const auto &limit : {m_from, m_to}) {
            if (limit && !limit->isBroken() && limit->type != m_axis->type &&
                !(isNumber(limit->type) && isNumber(m_axis->type)))
                m_binder.error("KS141", Words::tr("The expression must have the type %1.").arg(typeName(m_axis->type)),
                               m_node.nameSpan);
        }
        const bool isTime = m_axis->type == ColumnType::DateTime || m_axis->type == ColumnType::TimeSpan;
        if (!m_step->isBroken() &&
            (isTime ? m_step->type != ColumnType::TimeSpan : !isNumber(m_axis->type) || !isNumber(m_step->type)))
            m_binder.error("KS178",
                           Words::tr("The type '%1' is not an appropriate interval type for '%2'")
                               .arg(typeName(m_step->type), typeName(m_axis->type)),
                           m_node.nameSpan);
    }

    void bindKeys(const Node &by)
    {
        for (const auto &key : newColumns(m_binder, by.children, m_input)) {
            m_columns.push_back({m_names.take(key.names.value(0), key.scalar->name, key.span), key.scalar->type,
                                 key.scalar->hasType()});
            m_keys.push_back(key.scalar);
        }
    }

    ScalarPointer number(const ScalarPointer &scalar) const { return m_isReal ? asReal(scalar) : asLong(scalar); }

    /// What the bins are counted from.
    ScalarPointer origin()
    {
        const ScalarPointer zero = m_isReal ? literalScalar({ColumnType::Real, 0.0}) : longScalar(0);
        if (!m_from)
            return zero;
        const ScalarPointer from = number(m_from);
        return m_isOldForm ? sureScalar(QStringLiteral("(") + binSql(u"$0", u"$1") + QStringLiteral(" * $1)"),
                                        {from, number(m_step)}, from->type)
                           : from;
    }

    /// How many whole steps a distance has, rounded down.
    QString binSql(QStringView distance, QStringView step) const
    {
        const QString sql = m_isReal
                                ? QStringLiteral("CAST(floor(%1 / %2) AS BIGINT)")
                                : QStringLiteral("(CASE WHEN %1 >= 0 THEN %1 // %2 ELSE -((%2 - 1 - %1) // %2) END)");
        return sql.arg(distance, step);
    }

    RelationPointer withinBounds()
    {
        if (m_axis->isBroken())
            return m_input;
        QStringList tests{QStringLiteral("$0 IS NOT NULL")};
        std::vector<ScalarPointer> arguments{number(m_axis)};
        if (m_from) {
            tests.append(QStringLiteral("$0 >= $%1").arg(arguments.size()));
            arguments.push_back(origin());
        }
        if (m_to) {
            const QString last = QStringLiteral("$%1").arg(arguments.size());
            const QString step = QStringLiteral("$%1").arg(arguments.size() + 1);
            tests.append(m_isOldForm ? QStringLiteral("$0 < (%1 + 1) * %2").arg(binSql(last, step), step)
                                     : QString(QStringLiteral("$0 < ") + last));
            arguments.push_back(number(m_to));
            arguments.push_back(number(m_step));
        }
        const auto predicate =
            sureScalar(QStringLiteral("coalesce(") + tests.join(QStringLiteral(" AND ")) + QStringLiteral(", false)"),
                       std::move(arguments), ColumnType::Bool);
        return filtered(m_binder, m_input, predicate);
    }

    void bindValue(const Node &node)
    {
        const bool hasName = node.is(NodeKind::Named);
        const Node &value = hasName ? node.child(0) : node;
        ScalarPointer result;
        {
            Binder::Inside inside(m_binder, m_aggregation.input, &m_aggregation);
            result = m_binder.scalar(value);
        }
        const Node *filler = node.part(u"default");
        ScalarPointer nothing = filler ? m_binder.constantOn(*filler) : nullptr;
        if (!nothing)
            nothing = isNumber(result->type) ? longScalar(0) : nullScalar(result->type);
        m_values.push_back({m_names.take(hasName ? node.text : QString(), result->name, node.span), result, nothing});
        m_columns.push_back({m_values.back().name, ColumnType::Dynamic, result->hasType()});
    }

    /// A row for each key and bin that has rows: keys, the bin's number, values.
    RelationPointer binned(const RelationPointer &rows)
    {
        Relation group;
        group.kind = Relation::Kind::Group;
        group.inputs = {rows};
        group.scalars = m_keys;
        group.scalars.push_back(
            callScalar(binSql(u"($0 - $2)", u"$1"), {number(m_axis), number(m_step), origin()}, ColumnType::Long));
        group.keyCount = int(group.scalars.size());
        group.scalars.insert(group.scalars.end(), m_aggregation.columns.begin(), m_aggregation.columns.end());
        for (const auto &scalar : group.scalars)
            group.columns.push_back({QString(), scalar->type, scalar->hasType()});
        const RelationPointer grouped = m_binder.made(std::move(group));
        std::vector<BoundColumn> columns;
        std::vector<ScalarPointer> scalars;
        for (int i = 0; i <= int(m_keys.size()); ++i) {
            columns.push_back(grouped->columns[size_t(i)]);
            scalars.push_back(columnScalar(*grouped, i));
        }
        for (const auto &values : m_values) {
            columns.push_back({QString(), values.value->type, values.value->hasType()});
            scalars.push_back(values.value);
        }
        Relation binned = *selected(m_binder, grouped, std::move(columns), std::move(scalars));
        binned.heavy = true;
        return std::make_shared<const Relation>(std::move(binned));
    }

    QString keyList(const QString &before = {}) const
    {
        QString list;
        for (size_t i = 0; i < m_keys.size(); ++i)
            list += before + columnSql(int(i)) + QStringLiteral(", ");
        return list;
    }

    /// The keys with the first and last bin of each one's series.
    RelationPointer bounds(const RelationPointer &bins)
    {
        const QString bin = columnSql(int(m_keys.size()));
        const QString low = m_from ? QStringLiteral("0") : QString(QStringLiteral("min(") + bin + u')');
        QString high = QStringLiteral("max(") + bin + u')';
        if (m_to)
            high = m_isOldForm ? binSql(u"($0 - $2)", u"$1")
                               : QString(QStringLiteral("-") + binSql(u"($2 - $0)", u"$1") + QStringLiteral(" - 1"));
        const Node *kind = m_node.part(u"kind");
        const bool always = kind && kind->names.value(0) == u"nonempty" && m_keys.empty();
        const QString keys = keyList();
        // Without rows there is no series, unless it was asked for.
        const QString tail = !keys.isEmpty() ? QString(QStringLiteral(" FROM #0 GROUP BY ") + keys.chopped(2))
                             : always && m_from && m_to ? QString()
                                                        : QStringLiteral(" FROM #0 HAVING count(*) > 0");
        std::vector<BoundColumn> columns;
        for (size_t i = 0; i < m_keys.size(); ++i)
            columns.push_back(bins->columns[i]);
        columns.push_back({QStringLiteral("low"), ColumnType::Long});
        columns.push_back({QStringLiteral("high"), ColumnType::Long});
        const QString sql =
            QStringLiteral("SELECT %1CAST(%2 AS BIGINT) AS %3, CAST(%4 AS BIGINT) AS %5%6")
                .arg(keys, low, columnSql(int(m_keys.size())), high, columnSql(int(m_keys.size()) + 1), tail);
        std::vector<ScalarPointer> scalars{m_to ? number(m_to) : longScalar(0), number(m_step), origin()};
        return rowsBySql(m_binder, {bins}, sql, std::move(columns), std::move(scalars));
    }

    /// Every bin of every series, with its values or nulls.
    RelationPointer joined(const RelationPointer &bins, const RelationPointer &series)
    {
        const int keys = int(m_keys.size());
        QString on = QStringLiteral("b.%1 = s.g").arg(columnSql(keys));
        for (int i = 0; i < keys; ++i)
            on += QStringLiteral(" AND b.%1 IS NOT DISTINCT FROM s.%1").arg(columnSql(i));
        QString values;
        std::vector<BoundColumn> columns(bins->columns.begin(), bins->columns.begin() + keys + 1);
        for (size_t i = 0; i < m_values.size(); ++i) {
            values += QStringLiteral(", b.") + columnSql(keys + 1 + int(i)) + QStringLiteral(" AS ") +
                      columnSql(keys + 1 + int(i));
            columns.push_back(bins->columns[size_t(keys) + 1 + i]);
        }
        columns.push_back({QStringLiteral("there"), ColumnType::Bool});
        const QString sql = QStringLiteral("SELECT %1s.g AS %2%3, b.%2 IS NOT NULL AS %4 FROM (SELECT *, "
                                           "unnest(generate_series(%2, %5)) AS g FROM #1) s LEFT JOIN #0 b ON %6")
                                .arg(keyList(QStringLiteral("s.")), columnSql(keys), values,
                                     columnSql(int(columns.size()) - 1), columnSql(keys + 1), on);
        return rowsBySql(m_binder, {bins, series}, sql, std::move(columns));
    }

    RelationPointer arrays(const RelationPointer &filled, const QString &axis)
    {
        const int keys = int(m_keys.size());
        const ScalarPointer place = columnScalar(*filled, keys);
        const ScalarPointer there = columnScalar(*filled, int(filled->columns.size()) - 1);
        Relation group;
        group.kind = Relation::Kind::Group;
        group.inputs = {filled};
        group.keyCount = keys;
        for (int i = 0; i < keys; ++i)
            group.scalars.push_back(columnScalar(*filled, i));
        for (size_t i = 0; i < m_values.size(); ++i) {
            const auto element =
                sureScalar(QStringLiteral("CASE WHEN $0 THEN $1 ELSE $2 END"),
                           {there, asJson(columnScalar(*filled, keys + 1 + int(i))), asJson(m_values[i].filler)},
                           ColumnType::Dynamic);
            group.scalars.push_back(arrayOf(element, place));
        }
        const auto start = callScalar(QStringLiteral("($0 + $1 * $2)"), {origin(), place, number(m_step)},
                                      m_isReal ? ColumnType::Real : ColumnType::Long);
        Scalar typed = *start;
        typed.type = m_isReal ? ColumnType::Real : m_axis->type;
        group.scalars.push_back(
            start->isBroken() ? start : arrayOf(asJson(std::make_shared<const Scalar>(std::move(typed))), place));
        group.columns = m_columns;
        group.columns.push_back({axis, ColumnType::Dynamic, m_axis->hasType()});
        group.heavy = true;
        const RelationPointer rows = m_binder.made(std::move(group));
        const ScalarPointer bins = columnScalar(*rows, int(rows->columns.size()) - 1);
        return filtered(m_binder, rows, sureScalar(QStringLiteral("($0 IS NOT NULL)"), {bins}, ColumnType::Bool));
    }

    static ScalarPointer arrayOf(const ScalarPointer &element, const ScalarPointer &place)
    {
        return sureScalar(QStringLiteral("('[' || string_agg($0, ',' ORDER BY $1) || ']')"), {element, place},
                          ColumnType::Dynamic);
    }

    Binder &m_binder;
    const Node &m_node;
    RelationPointer m_input;
    ColumnNames m_names;
    Aggregation m_aggregation;
    QString m_axisName;
    ScalarPointer m_axis;
    ScalarPointer m_from;
    ScalarPointer m_to;
    ScalarPointer m_step;
    bool m_isOldForm = false;
    bool m_isReal = false;
    std::vector<ScalarPointer> m_keys;
    std::vector<Values> m_values;
    std::vector<BoundColumn> m_columns;
};

} // namespace

RelationPointer bindMakeSeries(Binder &binder, const Node &node, const RelationPointer &input)
{
    return MakeSeries(binder, node, input).bind();
}

} // namespace watchdesk::kql
