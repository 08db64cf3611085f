// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// mv-expand: a row for each element; several columns in parallel; an empty array gives no row, null one row with null.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// An element as "to typeof(…)" asks: JSON of another kind becomes null.
ScalarPointer elementAs(Binder &binder, ColumnType type, int place, Span span)
{
    Scalar element;
    element.kind = Scalar::Kind::Call;
    element.type = ColumnType::Dynamic;
    element.sql = QStringLiteral("nullif(l") + QString::number(place) + QStringLiteral("[k], 'null')");
    const auto json = std::make_shared<const Scalar>(std::move(element));
    const ScalarPointer value = converted(json, type);
    if (value->isBroken())
        binder.refuse(tr("mv-expand to typeof(%1) is not supported.").arg(typeName(type)), span);
    return value;
}

struct Expanded
{
    QString name;
    ScalarPointer array;
    ColumnType type;
    int column; ///< of the input that it replaces, or -1
    Span span;
};

std::optional<Expanded> expandedFrom(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node &child = node.child(0);
    const bool hasName = child.is(NodeKind::Named);
    const Node &value = hasName ? child.child(0) : child;
    const ScalarPointer array = binder.scalarOn(value, input);
    const auto type = node.text.isEmpty() ? std::optional(ColumnType::Dynamic) : typeFromName(node.text);
    if (!array->isBroken() && array->type != ColumnType::Dynamic) {
        binder.error("KS141", tr("The expression must have the type %1.").arg(u"dynamic"), value.span);
        return std::nullopt;
    }
    if (!type) {
        binder.error("KS107", tr("The name of a type expected."), node.span);
        return std::nullopt;
    }
    const QString name = hasName ? child.text : array->name;
    return Expanded{name, array, *type, input->indexOf(name), value.span};
}

void readOptions(Binder &binder, const Node &node, QString *index, bool *bagsAsArrays)
{
    for (const auto &[name, part] : node.parts) {
        if (name == u"with_itemindex")
            *index = part->names.value(0);
        else if (name == u"kind" || name == u"bagexpansion")
            *bagsAsArrays = part->names.value(0) == u"array";
        else if (name == u"limit")
            binder.refuse(tr("The limit of mv-expand is not supported."), part->span);
    }
}

} // namespace

RelationPointer bindExpand(Binder &binder, const Node &node, const RelationPointer &input)
{
    QString index;
    bool bagsAsArrays = false;
    readOptions(binder, node, &index, &bagsAsArrays);
    Relation expand;
    expand.kind = Relation::Kind::Expand;
    expand.inputs = {input};
    expand.columns = input->columns;
    expand.order = input->order;
    expand.name = bagsAsArrays ? QStringLiteral("kql_elements_array($0)") : QStringLiteral("kql_elements($0)");
    std::vector<ScalarPointer> values;
    for (size_t i = 0; i < input->columns.size(); ++i)
        values.push_back(columnScalar(*input, int(i)));
    ColumnNames names(binder);
    for (const auto &child : node.children) {
        const auto expanded = expandedFrom(binder, *child, input);
        if (!expanded)
            continue;
        const ScalarPointer value = expanded->array->isBroken()
                                        ? brokenScalar()
                                        : elementAs(binder, expanded->type, int(expand.scalars.size()), expanded->span);
        expand.scalars.push_back(expanded->array);
        const QString name = expanded->name.isEmpty() ? names.anonymous() : expanded->name;
        if (expanded->column >= 0) {
            expand.columns[size_t(expanded->column)] = {name, expanded->type, !value->isBroken()};
            values[size_t(expanded->column)] = value;
        } else {
            expand.columns.push_back({name, expanded->type, !value->isBroken()});
            values.push_back(value);
        }
    }
    if (!index.isEmpty()) {
        QString name = index;
        for (int i = 1; expand.columns.end() != std::find_if(expand.columns.begin(), expand.columns.end(),
                                                             [&name](const auto &c) { return c.name == name; });
             ++i)
            name = index + QString::number(i);
        expand.columns.push_back({name, ColumnType::Long});
        values.push_back(sureScalar(QStringLiteral("(k - 1)"), {}, ColumnType::Long));
    }
    expand.maps = {std::move(values)};
    expand.heavy = true;
    if (expand.scalars.empty())
        return input;
    return binder.made(std::move(expand));
}

} // namespace watchdesk::kql
