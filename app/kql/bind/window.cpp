// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// row_number(), prev(), row_cumsum() and their kin. An operator that calls one gets an input with a hidden column of
// the rows' numbers and one with each call's value; so calls may stand in each other's arguments, and in where.
// https://learn.microsoft.com/kusto/query/window-functions

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

using Type = ColumnType;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// The calls below a node, inner ones first; other rows' expressions are left to their own operators.
void collect(const Binder &binder, const Node &node, std::vector<const Node *> &calls)
{
    if (node.is(NodeKind::Pipe) || node.is(NodeKind::Operator) || node.is(NodeKind::Function) ||
        node.is(NodeKind::Query))
        return;
    for (const auto &child : node.children)
        collect(binder, *child, calls);
    if (node.is(NodeKind::Call) && isWindowFunction(node.text) && !binder.find(node.text))
        calls.push_back(&node);
}

std::vector<const Node *> callsOf(const Binder &binder, const Node &op)
{
    std::vector<const Node *> calls;
    for (const auto &child : op.children)
        collect(binder, *child, calls);
    for (const auto &[name, part] : op.parts) {
        for (const auto &child : part->children)
            collect(binder, *child, calls);
    }
    return calls;
}

/// Builds the input up, one hidden column after the other.
class Windows
{
public:
    Windows(Binder &binder, const RelationPointer &input)
        : m_binder(binder)
        , m_rows(numbered(binder, input))
        , m_number(int(m_rows->columns.size()) - 1)
    {
    }

    void add(const Node &call)
    {
        std::vector<ScalarPointer> arguments;
        for (const auto &child : call.children)
            arguments.push_back(m_binder.scalarOn(*child, m_rows));
        const FunctionInfo *info = FunctionTable::instance().function(call.text);
        const ScalarPointer checked = checkedFunction(m_binder, call, *info, arguments);
        const ScalarPointer value = checked->isBroken() ? checked : valueOf(call, arguments, checked->type);
        m_binder.setWindow(&call, value->isBroken() ? value : named(carriedColumn(value), {}));
    }

    RelationPointer rows() const { return m_rows; }

private:
    /// One more hidden column; its place.
    int carried(const ScalarPointer &value)
    {
        Relation rows;
        rows.kind = Relation::Kind::Select;
        rows.inputs = {m_rows};
        rows.columns = m_rows->columns;
        rows.order = m_rows->order;
        rows.group = m_rows->group;
        rows.open = m_rows->open;
        for (size_t i = 0; i < m_rows->columns.size(); ++i)
            rows.scalars.push_back(columnScalar(*m_rows, int(i)));
        rows.columns.push_back({QStringLiteral("window"), value->type, true, true});
        rows.scalars.push_back(value);
        m_rows = m_binder.made(std::move(rows));
        return int(m_rows->columns.size()) - 1;
    }

    /// The column itself. One after the other: carrying makes the rows anew.
    ScalarPointer carriedColumn(const ScalarPointer &value)
    {
        const int column = carried(value);
        return columnScalar(*m_rows, column);
    }

    ScalarPointer rowNumber() const { return columnScalar(*m_rows, m_number); }

    /// "OVER (PARTITION BY … ORDER BY …": the rows from the last restart to here, as $0 and $1.
    ScalarPointer over(const QString &function, std::vector<ScalarPointer> values, const ScalarPointer &group,
                       Type type, bool mayBeNull, const QString &frame = {})
    {
        QString sql = function + QStringLiteral(" OVER (");
        QStringList parts;
        if (m_rows->group >= 0) {
            parts.append(u'$' + QString::number(values.size()));
            values.push_back(columnScalar(*m_rows, m_rows->group));
        }
        if (group) {
            parts.append(u'$' + QString::number(values.size()));
            values.push_back(group);
        }
        if (!parts.isEmpty())
            sql += QStringLiteral("PARTITION BY ") + parts.join(QStringLiteral(", ")) + u' ';
        sql += QStringLiteral("ORDER BY $") + QString::number(values.size()) + frame + u')';
        values.push_back(rowNumber());
        return mayBeNull ? callScalar(sql, std::move(values), type, true) : sureScalar(sql, std::move(values), type);
    }

    static QString soFar() { return QStringLiteral(" ROWS UNBOUNDED PRECEDING"); }

    /// The number of restarts so far, or nothing where the call has none.
    ScalarPointer groupOf(const std::vector<ScalarPointer> &arguments, size_t index)
    {
        if (arguments.size() <= index)
            return nullptr;
        const int restart = carried(arguments[index]);
        const ScalarPointer count = over(QStringLiteral("count(*) FILTER (WHERE $0)"), {columnScalar(*m_rows, restart)},
                                         nullptr, Type::Long, false, soFar());
        return carriedColumn(count);
    }

    ScalarPointer valueOf(const Node &call, const std::vector<ScalarPointer> &arguments, Type type)
    {
        const QString &name = call.text;
        if (name == u"prev" || name == u"next")
            return neighbour(call, arguments, type);
        if (name == u"row_number")
            return numbers(arguments);
        if (name == u"row_cumsum")
            return type == Type::Decimal ? refused(call, type) : sums(arguments, type);
        if (name == u"row_window_session")
            return sessions(arguments);
        return ranks(arguments, name != u"row_rank_min");
    }

    ScalarPointer refused(const Node &call, Type type)
    {
        m_binder.refuse(Words::tr("%1() of the type %2 is not supported.").arg(call.text, typeName(type)),
                        call.nameSpan);
        return nullScalar(type);
    }

    ScalarPointer neighbour(const Node &call, const std::vector<ScalarPointer> &arguments, Type type)
    {
        const QString function = call.text == u"prev" ? QStringLiteral("lag") : QStringLiteral("lead");
        std::vector<ScalarPointer> values{arguments[0], arguments.size() > 1 ? asLong(arguments[1]) : longScalar(1)};
        QString sql = function + QStringLiteral("($0, $1");
        if (arguments.size() > 2) {
            values.push_back(converted(arguments[2], type));
            if (values.back()->isBroken())
                return refused(call, type);
            sql += QStringLiteral(", $2");
        }
        return over(sql + u')', std::move(values), nullptr, type, true);
    }

    ScalarPointer numbers(const std::vector<ScalarPointer> &arguments)
    {
        const ScalarPointer group = groupOf(arguments, 1);
        const ScalarPointer number = over(QStringLiteral("row_number()"), {}, group, Type::Long, false);
        const ScalarPointer start = arguments.empty() ? longScalar(1) : asLong(arguments[0]);
        return callScalar(QStringLiteral("($0 + $1 - 1)"), {number, start}, Type::Long);
    }

    ScalarPointer sums(const std::vector<ScalarPointer> &arguments, Type type)
    {
        const ScalarPointer group = groupOf(arguments, 1);
        const ScalarPointer sum =
            over(QStringLiteral("sum($0)"), {isInteger(type) ? asLong(arguments[0]) : arguments[0]}, group, type, true,
                 soFar());
        const QString sqlType = type == Type::Int ? QStringLiteral("INTEGER") : QStringLiteral("BIGINT");
        return isInteger(type) || type == Type::TimeSpan
                   ? callScalar(QStringLiteral("CAST($0 AS ") + sqlType + u')', {sum}, type, true)
                   : sum;
    }

    /// Dense ranks count the changes of the value; others are the number of the row that brought it.
    ScalarPointer ranks(const std::vector<ScalarPointer> &arguments, bool dense)
    {
        const ScalarPointer group = groupOf(arguments, 1);
        const int term = carried(arguments[0]);
        const ScalarPointer known = columnScalar(*m_rows, term);
        const ScalarPointer number = carriedColumn(over(QStringLiteral("row_number()"), {}, group, Type::Long, false));
        const ScalarPointer before = over(QStringLiteral("lag($0)"), {known}, group, known->type, true);
        const ScalarPointer changed = carriedColumn(
            sureScalar(QStringLiteral("($2 = 1 OR $0 IS DISTINCT FROM $1)"), {known, before, number}, Type::Bool));
        return dense ? over(QStringLiteral("count(*) FILTER (WHERE $0)"), {changed}, group, Type::Long, false, soFar())
                     : over(QStringLiteral("max($1) FILTER (WHERE $0)"), {changed, number}, group, Type::Long, false,
                            soFar());
    }

    /// A session's start depends on the one before, so all rows are looked at in one go: a list of starts by row.
    ScalarPointer sessions(const std::vector<ScalarPointer> &arguments)
    {
        const int time = carried(arguments[0]);
        const int restart = arguments.size() > 3 ? carried(arguments[3]) : -1;
        std::vector<ScalarPointer> values{columnScalar(*m_rows, time), arguments[1], arguments[2]};
        QString flag = QStringLiteral("''");
        if (restart >= 0) {
            flag = QStringLiteral("CASE WHEN $3 THEN 'r' ELSE '' END");
            values.push_back(columnScalar(*m_rows, restart));
        }
        if (m_rows->group >= 0)
            m_binder.refuse(Words::tr("row_window_session() is not supported here."), {});
        Relation all;
        all.kind = Relation::Kind::Group;
        all.inputs = {m_rows};
        all.columns = {{QStringLiteral("starts"), Type::Dynamic}};
        all.scalars = {
            callScalar(QStringLiteral("CAST(kql_session_starts(string_agg(") + flag +
                           QStringLiteral(" || coalesce(CAST($0 AS VARCHAR), 'n'), ','$order), any_value($1), "
                                          "any_value($2)) AS BIGINT[])"),
                       std::move(values), Type::Dynamic, true)};
        Scalar starts;
        starts.kind = Scalar::Kind::First;
        starts.type = Type::Dynamic;
        starts.relation = m_binder.made(std::move(all));
        return callScalar(QStringLiteral("$0[$1]"), {std::make_shared<const Scalar>(std::move(starts)), rowNumber()},
                          Type::DateTime, true);
    }

    Binder &m_binder;
    RelationPointer m_rows;
    int m_number;
};

} // namespace

bool isWindowFunction(const QString &name)
{
    static const QStringList names{
        QStringLiteral("row_number"),        QStringLiteral("prev"),           QStringLiteral("next"),
        QStringLiteral("row_cumsum"),        QStringLiteral("row_rank_dense"), QStringLiteral("row_rank_min"),
        QStringLiteral("row_window_session")};
    return names.contains(name);
}

RelationPointer windowed(Binder &binder, const Node &op, const RelationPointer &input)
{
    if (!input || input->isUnknown())
        return input;
    const auto calls = callsOf(binder, op);
    if (calls.empty())
        return input;
    if (input->order.empty() && op.text != u"serialize")
        binder.refuse(
            Words::tr("%1() needs rows in an order: put serialize or sort before it.").arg(calls.front()->text),
            calls.front()->nameSpan);
    Windows windows(binder, input);
    for (const Node *call : calls)
        windows.add(*call);
    return windows.rows();
}

} // namespace watchdesk::kql
