// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// sort, top, take, count, serialize. A sort adds hidden columns with its keys; the rows are put in order where that can
// be seen: at the end, and where some are taken.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

RelationPointer taken(Binder &binder, const RelationPointer &input, const ScalarPointer &count)
{
    Relation take;
    take.kind = Relation::Kind::Take;
    take.inputs = {input};
    take.columns = input->columns;
    take.order = input->order;
    take.group = input->group;
    take.open = input->open;
    take.scalars = {count};
    take.heavy = true;
    return binder.made(std::move(take));
}

ScalarPointer keyFrom(Binder &binder, const Node &key, const RelationPointer &input)
{
    const ScalarPointer value = binder.scalarOn(key.child(0), input);
    if (!value->isBroken() && value->type == ColumnType::Dynamic)
        binder.error("KS116", tr("The value of type '%1' is not allowed in this context.").arg(u"dynamic"),
                     key.child(0).span);
    return value;
}

void addKey(const Node &key, const ScalarPointer &value, Relation &sorted)
{
    const bool descending = key.text != u"asc";
    const bool first = key.names.isEmpty() ? !descending : key.names[0] == u"first";
    sorted.order.push_back({int(sorted.columns.size()), descending, first});
    sorted.columns.push_back({QStringLiteral("order"), value->type, !value->isBroken(), true});
    sorted.scalars.push_back(value);
}

} // namespace

/// Never below zero, and none for null.
ScalarPointer rowCount(Binder &binder, const Node &node)
{
    const ScalarPointer count = binder.constantOn(node);
    if (count->isBroken())
        return longScalar(0);
    if (!isInteger(count->type))
        binder.error("KS134", tr("The expression value must be an integer."), node.span);
    const auto *number = std::get_if<qint64>(&count->value);
    if (count->isLiteral() && number)
        return longScalar(qMax<qint64>(0, *number));
    return sureScalar(QStringLiteral("greatest(0, coalesce($0, 0))"), {asLong(count)}, ColumnType::Long);
}

RelationPointer bindSort(Binder &binder, const Node &node, const RelationPointer &input)
{
    Relation sorted;
    sorted.kind = Relation::Kind::Select;
    sorted.inputs = {input};
    sorted.open = input->open;
    const Node *by = node.part(u"by");
    if (!by || by->children.empty()) {
        binder.error("KS005", tr("Expected: %1").arg(u"by"), {node.span.end, node.span.end});
        return input;
    }
    std::vector<ScalarPointer> keys;
    for (const auto &key : by->children)
        keys.push_back(keyFrom(binder, *key, input));
    takeVisible(*input, sorted.columns, sorted.scalars);
    for (size_t i = 0; i < keys.size(); ++i)
        addKey(by->child(i), keys[i], sorted);
    carryGroup(*input, sorted);
    return binder.made(std::move(sorted));
}

RelationPointer bindTop(Binder &binder, const Node &node, const RelationPointer &input)
{
    const ScalarPointer count = node.children.empty() ? longScalar(0) : rowCount(binder, node.child(0));
    return taken(binder, bindSort(binder, node, input), count);
}

RelationPointer bindTake(Binder &binder, const Node &node, const RelationPointer &input)
{
    return node.children.empty() ? input : taken(binder, input, rowCount(binder, node.child(0)));
}

RelationPointer bindCount(Binder &binder, const Node &node, const RelationPointer &input)
{
    Relation count;
    count.kind = Relation::Kind::Group;
    count.inputs = {input};
    const QString name = node.children.empty() ? QStringLiteral("Count") : node.child(0).text;
    carryGroup(*input, count);
    count.keyCount = int(count.columns.size());
    count.columns.push_back({name, ColumnType::Long});
    count.scalars.push_back(sureScalar(QStringLiteral("count(*)"), {}, ColumnType::Long));
    count.heavy = true;
    return binder.made(std::move(count));
}

RelationPointer bindSerialize(Binder &binder, const Node &node, const RelationPointer &input)
{
    const RelationPointer rows = input->order.empty() ? numbered(binder, input) : input;
    return node.children.empty() ? rows : bindExtend(binder, node, rows);
}

} // namespace watchdesk::kql
