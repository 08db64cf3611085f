// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// mv-expand: a row for each element; several columns in parallel; an empty array gives no row, null one row with null.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// The list of elements to make rows of, which is never NULL. Those that are to be texts are read as such at once.
ScalarPointer elementsOf(const ScalarPointer &array, ColumnType type, bool bagsAsArrays)
{
    // Of a member at once: its text need not be made.
    const bool isMember = type == ColumnType::String && isMemberScalar(*array);
    return callScalar(QStringLiteral("kql_element%1%2(%3)")
                          .arg(type == ColumnType::String ? u"_texts" : u"s", bagsAsArrays ? u"_array" : u"",
                               isMember ? u"$0, $1" : u"$0"),
                      isMember ? array->arguments : std::vector<ScalarPointer>{array}, ColumnType::Dynamic, true);
}

/// An element as "to typeof(…)" asks: it is cast and not read, so that a text is no number. Only what fills up a list
/// beside a longer one is not there.
ScalarPointer elementAs(Binder &binder, ColumnType type, int place, bool isAlone, Span span)
{
    Scalar element;
    element.kind = Scalar::Kind::Call;
    element.type = ColumnType::Dynamic;
    const QString json = QStringLiteral("e") + QString::number(place);
    if (type == ColumnType::String)
        return sureScalar(isAlone ? json : QString(QStringLiteral("coalesce(%1, '')").arg(json)), {}, type);
    const QString value = QStringLiteral("nullif(%1, 'null')").arg(json);
    element.sql = isNumber(type)
                      ? QStringLiteral("CASE WHEN %1[1] NOT IN ('\"', 't', 'f') THEN %2 END").arg(json, value)
                  : type == ColumnType::Bool ? QStringLiteral("CASE WHEN %1[1] <> '\"' THEN %2 END").arg(json, value)
                                             : value;
    const auto cast = converted(std::make_shared<const Scalar>(std::move(element)), type);
    if (cast->isBroken())
        binder.refuse(tr("mv-expand to typeof(%1) is not supported.").arg(typeName(type)), span);
    return cast;
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

/// A number of elements that is known when the query is compiled.
qint64 limitOf(Binder &binder, const Node &node)
{
    const ScalarPointer limit = binder.constantOn(node);
    const auto *number = std::get_if<qint64>(&limit->value);
    if (!limit->isBroken() && !isInteger(limit->type))
        binder.error("KS134", tr("The expression value must be an integer."), node.span);
    else if (!limit->isBroken() && (!limit->isLiteral() || !number))
        binder.refuse(tr("The limit must be a plain number."), node.span);
    return number ? qMax<qint64>(0, *number) : -1;
}

struct Options
{
    QString index;
    bool bagsAsArrays = false;
    qint64 limit = -1;
};

Options optionsOf(Binder &binder, const Node &node)
{
    Options options;
    // The old name stands for the old limit.
    if (node.text == u"mvexpand")
        options.limit = 128;
    for (const auto &[name, part] : node.parts) {
        if (name == u"with_itemindex")
            options.index = part->names.value(0);
        else if (name == u"kind" || name == u"bagexpansion")
            options.bagsAsArrays = part->names.value(0) == u"array";
        else if (name == u"limit")
            options.limit = limitOf(binder, *part);
    }
    return options;
}

QString freeName(const std::vector<BoundColumn> &columns, const QString &wanted)
{
    const auto isTaken = [&columns](const QString &name) {
        return std::any_of(columns.begin(), columns.end(),
                           [&name](const auto &c) { return !c.hidden && c.name == name; });
    };
    QString name = wanted;
    for (int i = 1; isTaken(name); ++i)
        name = wanted + QString::number(i);
    return name;
}

} // namespace

RelationPointer expandedRows(Binder &binder, const Node &node, const RelationPointer &input, QStringList *replaced)
{
    const Options options = optionsOf(binder, node);
    std::vector<Expanded> all; // first: rows whose columns nobody knows get a column for each name that is read of them
    for (const auto &child : node.children) {
        if (auto expanded = expandedFrom(binder, *child, input))
            all.push_back(std::move(*expanded));
    }
    Relation expand;
    expand.kind = Relation::Kind::Expand;
    expand.inputs = {input};
    expand.columns = input->columns;
    expand.order = input->order;
    expand.group = input->group;
    expand.open = input->open;
    expand.count = options.limit;
    std::vector<ScalarPointer> values;
    for (size_t i = 0; i < input->columns.size(); ++i)
        values.push_back(columnScalar(*input, int(i)));
    ColumnNames names(binder);
    for (const Expanded &expanded : all) {
        const ScalarPointer value =
            expanded.array->isBroken()
                ? brokenScalar()
                : elementAs(binder, expanded.type, int(expand.scalars.size()), all.size() == 1, expanded.span);
        expand.scalars.push_back(elementsOf(expanded.array, expanded.type, options.bagsAsArrays));
        const QString name = expanded.name.isEmpty() ? names.anonymous() : expanded.name;
        if (replaced)
            replaced->append(name);
        if (expanded.column >= 0 && !replaced) {
            expand.columns[size_t(expanded.column)] = {name, expanded.type, !value->isBroken()};
            values[size_t(expanded.column)] = value;
            continue;
        }
        if (expanded.column >= 0)
            expand.columns[size_t(expanded.column)].hidden = true;
        // What has no name cannot be seen by a subquery.
        expand.columns.push_back({name, expanded.type, !value->isBroken(), replaced && expanded.name.isEmpty()});
        values.push_back(value);
    }
    const auto number = sureScalar(QStringLiteral("(k - 1)"), {}, ColumnType::Long);
    if (!options.index.isEmpty()) {
        expand.columns.push_back({freeName(expand.columns, options.index), ColumnType::Long});
        values.push_back(number);
    }
    if (replaced) {
        expand.order = {{int(expand.columns.size()), false, false}};
        expand.columns.push_back({QStringLiteral("number"), ColumnType::Long, true, true});
        values.push_back(number);
    }
    expand.keyCount = options.index.isEmpty() && !replaced ? 0 : 1;
    expand.maps = {std::move(values)};
    expand.heavy = true;
    return expand.scalars.empty() ? input : binder.made(std::move(expand));
}

RelationPointer bindExpand(Binder &binder, const Node &node, const RelationPointer &input)
{
    return expandedRows(binder, node, input, nullptr);
}

} // namespace watchdesk::kql
