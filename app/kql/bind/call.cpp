// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls: the query's own functions, aggregates, the language's functions and the forms that are none of these.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/portal.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

Binding materialize(Binder &binder, const Node &node)
{
    const RelationPointer rows = binder.relation(node.child(0));
    Relation kept = *rows;
    kept.heavy = true;
    return {{}, std::make_shared<const Relation>(std::move(kept))};
}

/// table('Name')
Binding tableCall(Binder &binder, const Node &node)
{
    const ScalarPointer value = binder.constantOn(node.child(0));
    const auto *name = std::get_if<QString>(&value->value);
    if (!value->isLiteral() || !name) {
        binder.refuse(tr("table() takes a plain name here."), node.span);
        return {{}, binder.unknown()};
    }
    if (const Binding *own = binder.find(*name); own && own->relation)
        return *own;
    if (const auto table = binder.tableNamed(*name))
        return {{}, table};
    if (!node.child(0).is(NodeKind::String) && binder.isInCall()) {
        // A function is read before its argument is known.
        binder.refuse(tr("There is no table %1.").arg(*name), node.span);
        Relation rows;
        rows.kind = Relation::Kind::Rows;
        rows.open = true;
        return {{}, std::make_shared<const Relation>(std::move(rows))};
    }
    binder.unknownTable(*name, node.child(0).span);
    return {{}, binder.unknown()};
}

/// The name in a text that is known while binding.
std::optional<QString> knownText(Binder &binder, const Node &node)
{
    const ScalarPointer value = binder.scalar(node);
    if (value->isBroken())
        return std::nullopt;
    if (const auto *text = std::get_if<QString>(&value->value);
        text && value->type == ColumnType::String && value->isLiteral())
        return *text;
    if (value->type != ColumnType::String)
        binder.error("KS107", tr("A value of type %1 expected.").arg(QStringLiteral("string")), node.span);
    else if (!value->constant)
        binder.error("KS129", tr("The expression must be a constant."), node.span);
    else
        binder.refuse(tr("The name must be known before the query runs."), node.span);
    return std::nullopt;
}

/// column_ifexists("c", default): decided while binding.
Binding columnIfExists(Binder &binder, const Node &node)
{
    const auto name = knownText(binder, node.child(0));
    if (!name)
        return {brokenScalar()};
    const int column = binder.row() ? binder.row()->indexOf(*name) : -1;
    const ScalarPointer otherwise = binder.scalar(node.child(1));
    if (column >= 0)
        return {columnScalar(*binder.row(), column)};
    return {named(otherwise, {})};
}

/// iscolumnexists("c"): decided while binding.
Binding isColumnExists(Binder &binder, const Node &node)
{
    const auto name = knownText(binder, node.child(0));
    if (!name)
        return {brokenScalar()};
    return {literalScalar({ColumnType::Bool, binder.row() && binder.row()->indexOf(*name) >= 0})};
}

/// Events carry no time of arrival here; their own time is the nearest to it.
Binding ingestionTime(Binder &binder, const Node &)
{
    const int column = binder.row() ? binder.row()->indexOf(QStringLiteral("Timestamp")) : -1;
    if (column < 0 || binder.row()->columns[size_t(column)].type != ColumnType::DateTime)
        return {named(nullScalar(ColumnType::DateTime), QStringLiteral("$IngestionTime"))};
    return {named(columnScalar(*binder.row(), column), QStringLiteral("$IngestionTime"))};
}

/// toscalar(value or rows): the first column of the first row.
Binding toScalar(Binder &binder, const Node &node)
{
    Binding value;
    {
        Binder::Inside inside(binder, nullptr);
        value = binder.bind(node.child(0));
    }
    if (value.scalar && (value.scalar->isLiteral() || value.scalar->isBroken()))
        return {value.scalar};
    if (value.scalar) { // one row of it, so that new_guid() and its like give one value
        Relation row;
        row.kind = Relation::Kind::Rows;
        row.columns = {{QStringLiteral("value"), value.scalar->type}};
        row.scalars = {value.scalar};
        value.relation = binder.made(std::move(row));
    }
    if (value.relation && (value.relation->graph || !value.relation->tables.empty()))
        binder.error("KS112", tr("A tabular or scalar value expected."), node.child(0).span);
    if (!value.relation || value.relation->isUnknown() || value.relation->columns.empty())
        return {brokenScalar()};
    if (value.relation->group >= 0)
        binder.refuse(tr("toscalar() of a subquery's own rows is not supported here."), node.span);
    Scalar scalar;
    scalar.kind = Scalar::Kind::First;
    scalar.relation = value.relation;
    scalar.type = value.relation->columns[0].type;
    scalar.nullable = scalar.type != ColumnType::String;
    scalar.constant = true;
    if (!value.relation->columns[0].known)
        return {brokenScalar()};
    return {std::make_shared<const Scalar>(std::move(scalar))};
}

/// A call that no table of functions describes, with how many arguments it takes.
struct SpecialForm
{
    Binding (*bind)(Binder &, const Node &) = nullptr;
    qsizetype least = 0;
    qsizetype most = 0;
};

SpecialForm specialForm(const QString &name)
{
    static const QHash<QString, SpecialForm> forms{
        {QStringLiteral("materialize"), {materialize, 1, 1}},
        {QStringLiteral("table"), {tableCall, 1, 2}},
        {QStringLiteral("AssignedIPAddresses"), {bindAssignedAddresses, 1, 2}},
        {QStringLiteral("column_ifexists"), {columnIfExists, 2, 2}},
        {QStringLiteral("columnifexists"), {columnIfExists, 2, 2}},
        {QStringLiteral("iscolumnexists"), {isColumnExists, 1, 1}},
        {QStringLiteral("ingestion_time"), {ingestionTime, 0, 0}},
        {QStringLiteral("toscalar"), {toScalar, 1, 1}},
        {QStringLiteral("external_table"), {bindClusterEntity, 1, 2}},
        {QStringLiteral("materialized_view"), {bindClusterEntity, 1, 2}},
        {QStringLiteral("stored_query_result"), {bindClusterEntity, 1, 1}},
        {QStringLiteral("graph"), {bindClusterEntity, 1, 2}},
    };
    return forms.value(name);
}

Binding bindSpecial(Binder &binder, const Node &node, const SpecialForm &form)
{
    const auto count = qsizetype(node.children.size());
    if (count >= form.least && count <= form.most)
        return form.bind(binder, node);
    binder.error("KS119", tr("The function '%1' expects %2 argument(s).").arg(node.text).arg(form.least),
                 node.nameSpan);
    return {brokenScalar()};
}

} // namespace

Binding bindCall(Binder &binder, const Node &node)
{
    if (const Binding *own = binder.find(node.text)) {
        if (own->pattern)
            return bindPattern(binder, node, *own);
        if (own->function)
            return bindUserFunction(binder, node, *own);
        if (node.children.empty())
            return *own;
    }
    if (const SpecialForm form = specialForm(node.text); form.bind)
        return bindSpecial(binder, node, form);
    if (const ScalarPointer window = binder.window(&node))
        return {window};
    const auto &table = FunctionTable::instance();
    const FunctionInfo *aggregate = table.aggregate(node.text);
    if (aggregate && binder.aggregation())
        return {bindAggregate(binder, node, *aggregate)};
    if (const FunctionInfo *function = table.function(node.text))
        return {bindFunction(binder, node, *function)};
    if (aggregate)
        binder.error("KS144", tr("The aggregate function '%1' is not allowed in this context.").arg(node.text),
                     node.nameSpan);
    else
        binder.error("KS211", tr("The name '%1' does not refer to any known function.").arg(node.text), node.nameSpan);
    return {brokenScalar()};
}

} // namespace watchdesk::kql
