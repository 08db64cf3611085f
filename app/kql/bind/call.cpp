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
    if (node.children.size() != 1)
        return {{}, binder.unknown()};
    const RelationPointer rows = binder.relation(node.child(0));
    Relation kept = *rows;
    kept.heavy = true;
    return {{}, std::make_shared<const Relation>(std::move(kept))};
}

/// table('Name')
Binding tableCall(Binder &binder, const Node &node)
{
    const ScalarPointer value = node.children.empty() ? brokenScalar() : binder.constantOn(node.child(0));
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

/// column_ifexists("c", default): decided while binding.
/// The name in a text that is known while binding.
std::optional<QString> knownText(Binder &binder, const Node &node)
{
    const ScalarPointer value = binder.scalar(node);
    const auto *text = value->isLiteral() ? std::get_if<QString>(&value->value) : nullptr;
    return text ? std::optional(*text) : std::nullopt;
}

Binding columnIfExists(Binder &binder, const Node &node)
{
    const auto name = node.children.size() == 2 ? knownText(binder, node.child(0)) : std::nullopt;
    if (!name || !binder.row())
        return {brokenScalar()};
    const int column = binder.row()->indexOf(*name);
    const ScalarPointer otherwise = binder.scalar(node.child(1));
    if (column >= 0)
        return {columnScalar(*binder.row(), column)};
    return {named(otherwise, node.child(0).is(NodeKind::String) ? *name : QString())};
}

/// iscolumnexists("c"): decided while binding.
Binding isColumnExists(Binder &binder, const Node &node)
{
    const auto name = node.children.size() == 1 ? knownText(binder, node.child(0)) : std::nullopt;
    if (!name || !binder.row())
        return {brokenScalar()};
    return {literalScalar({ColumnType::Bool, binder.row()->indexOf(*name) >= 0})};
}

/// Events carry no time of arrival here; their own time is the nearest to it.
Binding ingestionTime(Binder &binder, const Node &)
{
    const int column = binder.row() ? binder.row()->indexOf(QStringLiteral("Timestamp")) : -1;
    if (column < 0 || binder.row()->columns[size_t(column)].type != ColumnType::DateTime)
        return {named(nullScalar(ColumnType::DateTime), QStringLiteral("$IngestionTime"))};
    return {named(columnScalar(*binder.row(), column), QStringLiteral("$IngestionTime"))};
}

using Form = Binding (*)(Binder &, const Node &);

Form specialForm(const QString &name)
{
    static const QHash<QString, Form> forms{
        {QStringLiteral("materialize"), materialize},
        {QStringLiteral("table"), tableCall},
        {QStringLiteral("AssignedIPAddresses"), bindAssignedAddresses},
        {QStringLiteral("column_ifexists"), columnIfExists},
        {QStringLiteral("columnifexists"), columnIfExists},
        {QStringLiteral("iscolumnexists"), isColumnExists},
        {QStringLiteral("ingestion_time"), ingestionTime},
        {QStringLiteral("toscalar"), [](Binder &b, const Node &n) { return Binding{bindToScalar(b, n)}; }},
    };
    return forms.value(name);
}

} // namespace

Binding bindCall(Binder &binder, const Node &node)
{
    if (const Binding *own = binder.find(node.text)) {
        if (own->function)
            return bindUserFunction(binder, node, *own);
        if (node.children.empty())
            return *own;
    }
    if (const Form form = specialForm(node.text))
        return form(binder, node);
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

ScalarPointer bindToScalar(Binder &binder, const Node &node)
{
    if (node.children.size() != 1)
        return brokenScalar();
    Binding value;
    {
        Binder::Inside inside(binder, nullptr);
        value = binder.bind(node.child(0));
    }
    if (value.scalar && (value.scalar->isLiteral() || value.scalar->isBroken()))
        return value.scalar;
    if (value.scalar) { // one row of it, so that new_guid() and its like give one value
        Relation row;
        row.kind = Relation::Kind::Rows;
        row.columns = {{QStringLiteral("value"), value.scalar->type}};
        row.scalars = {value.scalar};
        value.relation = binder.made(std::move(row));
    }
    if (!value.relation || value.relation->isUnknown() || value.relation->columns.empty())
        return brokenScalar();
    if (value.relation->group >= 0)
        binder.refuse(tr("toscalar() of a subquery's own rows is not supported here."), node.span);
    Scalar scalar;
    scalar.kind = Scalar::Kind::First;
    scalar.relation = value.relation;
    scalar.type = value.relation->columns[0].type;
    scalar.nullable = scalar.type != ColumnType::String;
    scalar.constant = true;
    if (!value.relation->columns[0].known)
        return brokenScalar();
    return std::make_shared<const Scalar>(std::move(scalar));
}

} // namespace watchdesk::kql
