// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// scan: sequences of rows. https://learn.microsoft.com/kusto/query/scan-operator

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/bind/scanstates.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

const size_t kMaxSteps = 32;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

class Scan
{
public:
    Scan(Binder &binder, const Node &node, const RelationPointer &input)
        : m_binder(binder)
        , m_node(node)
        , m_rows(input->isUnknown() ? input : numbered(binder, input))
    {
        refuseUndocumented(input);
        declareColumns();
        describeRow();
    }

    RelationPointer bind()
    {
        std::vector<ScanStep> steps;
        for (const auto &child : m_node.children)
            steps.push_back(stepFrom(*child));
        return results(std::move(steps));
    }

private:
    void refuseUndocumented(const RelationPointer &input)
    {
        for (const QStringView part : {u"kind", u"order", u"partition"}) {
            if (const Node *clause = m_node.part(part))
                m_binder.refuse(Words::tr("scan with %1 is not supported.").arg(part), clause->span);
        }
        if (m_node.children.empty())
            m_binder.refuse(Words::tr("scan without steps is not supported."), m_node.nameSpan);
        if (m_node.children.size() > kMaxSteps)
            m_binder.refuse(Words::tr("scan of more than %1 steps is not supported.").arg(kMaxSteps), m_node.nameSpan);
        if (input->order.empty() && !input->isUnknown())
            m_binder.refuse(Words::tr("%1() needs rows in an order: put serialize or sort before it.").arg(m_node.text),
                            m_node.nameSpan);
    }

    void declareColumns()
    {
        const Node *declare = m_node.part(u"declare");
        for (size_t i = 0; declare && i < declare->children.size(); ++i) {
            const Node &column = declare->child(i);
            const auto type = typeFromName(column.names.value(0));
            if (!type)
                m_binder.error("KS160", Words::tr("The name of a type expected."), column.span);
            const ColumnType known = type.value_or(ColumnType::Dynamic);
            m_declared.push_back({column.text, known, type.has_value()});
            const Node *value = column.part(u"default");
            m_row.defaults.push_back(value ? defaultOf(*value, known) : nullScalar(known));
        }
    }

    ScalarPointer defaultOf(const Node &node, ColumnType type)
    {
        const ScalarPointer value = converted(m_binder.scalarOn(node, m_rows), type);
        if (isFixed(value) || value->isLiteral())
            return value; // or a null
        if (!value->isBroken())
            m_binder.refuse(Words::tr("This argument must be a constant."), node.span);
        return nullScalar(type);
    }

    /// The input, the declared columns, and both again for each step.
    void describeRow()
    {
        Relation row;
        row.kind = m_rows->kind;
        row.open = m_rows->open;
        row.columns = m_rows->columns;
        m_row.inputs = int(m_rows->columns.size());
        row.columns.insert(row.columns.end(), m_declared.begin(), m_declared.end());
        const auto own = row.columns;
        for (const auto &step : m_node.children) {
            // A column of that name hides the step.
            const QString owner = m_rows->indexOf(step->names.value(0)) < 0 ? step->names.value(0) : QString();
            for (BoundColumn column : own) {
                column.owner = column.hidden ? QString() : owner;
                column.hidden = true;
                row.columns.push_back(std::move(column));
            }
        }
        m_row.row = std::make_shared<const Relation>(std::move(row));
    }

    ScanStep stepFrom(const Node &node)
    {
        ScanStep step;
        step.name = node.names.value(0);
        if (m_names.contains(step.name))
            m_binder.refuse(Words::tr("Two steps of scan have the name %1.").arg(step.name), node.nameSpan);
        m_names.append(step.name);
        if (const Node *optional = node.part(u"optional"))
            m_binder.refuse(Words::tr("scan with %1 is not supported.").arg(u"optional"), optional->span);
        const Node *output = node.part(u"output");
        step.output = !output || output->names.value(0) == u"all" ? ScanStep::Output::All
                      : output->names.value(0) == u"last"         ? ScanStep::Output::Last
                                                                  : ScanStep::Output::None;
        Binder::Inside inside(m_binder, m_row.row);
        step.condition = m_binder.scalar(node.child(0));
        if (!step.condition->isBroken() && step.condition->type != ColumnType::Bool)
            m_binder.refuse(Words::tr("The condition of a step must have the type bool."), node.child(0).span);
        if (const Node *assign = node.part(u"assign"))
            readAssignments(*assign, step);
        return step;
    }

    /// A declared column that no step stands before has its default, also in what it is assigned itself.
    void readAssignments(const Node &assign, ScanStep &step)
    {
        for (const auto &child : assign.children) {
            const ScalarPointer value = m_binder.scalar(child->is(NodeKind::Named) ? child->child(0) : *child);
            const int column = child->is(NodeKind::Named) ? assignedColumn(child->text) : -1;
            if (column < 0) {
                refuseAssignment(*child);
                continue;
            }
            if (!step.assigned.emplace(column, converted(value, m_row.row->columns[size_t(column)].type)).second)
                m_binder.refuse(Words::tr("A step of scan assigns %1 twice.").arg(child->text), child->span);
        }
        for (const auto &[column, value] : step.assigned) {
            for (const auto &[other, otherValue] : step.assigned) {
                if (other != column && usesColumn(*otherValue, column))
                    m_binder.refuse(Words::tr("A step of scan cannot read another column that it assigns."),
                                    assign.span);
            }
        }
    }

    /// Where a step's assignment goes: a declared column, else one of the input; -1 where there is none.
    int assignedColumn(const QString &name)
    {
        const auto declared =
            std::find_if(m_declared.begin(), m_declared.end(), [&](const auto &column) { return column.name == name; });
        if (declared != m_declared.end())
            return m_row.inputs + int(declared - m_declared.begin());
        const int column = m_rows->indexOf(name);
        if (column >= 0 && m_row.writtenAt(column) < 0)
            m_row.overwritten.push_back(column);
        return column;
    }

    static bool usesColumn(const Scalar &scalar, int column)
    {
        return (scalar.kind == Scalar::Kind::Column && scalar.column == column) ||
               std::any_of(scalar.arguments.begin(), scalar.arguments.end(),
                           [column](const auto &argument) { return usesColumn(*argument, column); });
    }

    /// What stands before "=" is no column.
    void refuseAssignment(const Node &node)
    {
        if (!node.is(NodeKind::Named))
            m_binder.error("KS006", Words::tr("Missing %1").arg(Words::tr("name")), node.span);
        else if (m_rows->open)
            m_binder.infer(*m_rows, node.text, node.nameSpan);
        else
            m_binder.unknownName(node.text, node.nameSpan);
    }

    void add(BoundColumn column, const QString &sql)
    {
        m_select.append(sql + QStringLiteral(" AS ") + columnSql(int(m_columns.size())));
        m_columns.push_back(std::move(column));
    }

    void addVisible()
    {
        for (const int index : visibleColumns(*m_rows)) {
            const int written = m_row.writtenAt(index);
            add(m_rows->columns[size_t(index)], written < 0 ? QStringLiteral("r.") + columnSql(index)
                                                            : QStringLiteral("o.v") + QString::number(written));
        }
        for (size_t i = 0; i < m_declared.size(); ++i)
            add(m_declared[i], QStringLiteral("o.v") + QString::number(i));
        const Node *match = m_node.part(u"with_match_id");
        if (match || m_binder.isForetold())
            add({match ? match->names.value(0) : QStringLiteral("match_id"), ColumnType::Long},
                QStringLiteral("o.match"));
    }

    static bool isBroken(const ScanStep &step)
    {
        return step.condition->isBroken() || std::any_of(step.assigned.begin(), step.assigned.end(),
                                                         [](const auto &value) { return value.second->isBroken(); });
    }

    /// The rows of the input that the steps give out, with the declared columns and the number of the match.
    RelationPointer results(std::vector<ScanStep> steps)
    {
        addVisible();
        Relation rows;
        if (steps.empty() || std::any_of(steps.begin(), steps.end(), isBroken) || m_rows->isUnknown()) {
            rows.kind = Relation::Kind::Unknown;
            rows.columns = std::move(m_columns);
            return std::make_shared<const Relation>(std::move(rows));
        }
        const int order = int(m_columns.size());
        add({{}, ColumnType::Long, true, true}, QStringLiteral("o.place"));
        add({{}, ColumnType::Long, true, true}, QStringLiteral("o.s"));
        const int group = m_rows->group < 0 ? -1 : int(m_columns.size());
        if (group >= 0)
            add({{}, m_rows->columns[size_t(m_rows->group)].type, true, true}, QStringLiteral("o.g"));
        ScanStates states(m_row, std::move(steps), m_rows->order[0].column, m_rows->group);
        const QString scanned = states.sql();
        rows = *rowsBySql(m_binder, {m_rows},
                          QStringLiteral("SELECT %1 FROM (%2) o JOIN (SELECT *, %3 AS place FROM #0) r ON r.place = "
                                         "o.place%4")
                              .arg(m_select.join(QStringLiteral(", ")), scanned, placeSql(), sameGroup()),
                          std::move(m_columns), states.scalars());
        rows.order = {{order, false, false}, {order + 1, true, false}};
        rows.group = group;
        return std::make_shared<const Relation>(std::move(rows));
    }

    QString placeSql() const
    {
        const QString group =
            m_rows->group < 0 ? QString() : QStringLiteral("PARTITION BY ") + columnSql(m_rows->group) + u' ';
        return QStringLiteral("row_number() OVER (%1ORDER BY %2)").arg(group, columnSql(m_rows->order[0].column));
    }

    QString sameGroup() const
    {
        return m_rows->group < 0 ? QString()
                                 : QStringLiteral(" AND o.g IS NOT DISTINCT FROM r.") + columnSql(m_rows->group);
    }

    Binder &m_binder;
    const Node &m_node;
    RelationPointer m_rows;
    ScanRow m_row;
    std::vector<BoundColumn> m_declared;
    QStringList m_names;
    std::vector<BoundColumn> m_columns;
    QStringList m_select;
};

} // namespace

RelationPointer bindScan(Binder &binder, const Node &node, const RelationPointer &input)
{
    return Scan(binder, node, input).bind();
}

} // namespace watchdesk::kql
