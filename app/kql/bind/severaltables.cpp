// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// fork and facet give several tables, which no engine here hands on: they are checked and refused. Also consume, which
// gives no rows, and reduce, whose patterns are found by a method that is not documented.

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

void refuseSeveral(Binder &binder, const Node &node)
{
    binder.refuse(Words::tr("%1 gives several tables: run a query for each of them.").arg(node.text), node.nameSpan);
}

} // namespace

RelationPointer bindFork(Binder &binder, const Node &node, const RelationPointer &input)
{
    for (const auto &branch : node.children) {
        const RelationPointer rows = piped(binder, *branch->part(u"on"), input);
        if (!branch->names.isEmpty())
            binder.declare(branch->names.value(0), {{}, rows}, branch->span);
    }
    refuseSeveral(binder, node);
    return binder.unknown();
}

RelationPointer bindFacet(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node *by = node.part(u"by");
    for (size_t i = 0; by && i < by->children.size(); ++i)
        binder.scalarOn(by->child(i), input);
    if (const Node *on = node.part(u"on"))
        piped(binder, *on, input);
    refuseSeveral(binder, node);
    return binder.unknown();
}

RelationPointer bindConsume(Binder &binder, const Node &, const RelationPointer &input)
{
    return filtered(binder, input, literalScalar({ColumnType::Bool, false}));
}

RelationPointer bindReduce(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node *by = node.part(u"by");
    for (size_t i = 0; by && i < by->children.size(); ++i) {
        const ScalarPointer value = binder.scalarOn(by->child(i), input);
        if (!value->isBroken() && value->type != ColumnType::String)
            binder.error("KS141", Words::tr("The expression must have the type %1.").arg(u"string"), by->child(i).span);
    }
    binder.refuse(Words::tr("The operator %1 is not supported.").arg(node.text), node.nameSpan);
    const Node *kind = node.part(u"kind");
    Relation rows;
    rows.kind = Relation::Kind::Select;
    rows.inputs = {input};
    if (kind && kind->names.value(0) == u"source")
        takeVisible(*input, rows.columns, rows.scalars);
    rows.columns.push_back({QStringLiteral("Pattern"), ColumnType::String});
    rows.columns.push_back({QStringLiteral("Count"), ColumnType::Long});
    rows.columns.push_back({QStringLiteral("Representative"), ColumnType::String});
    rows.scalars.assign(rows.columns.size(), brokenScalar());
    return binder.made(std::move(rows));
}

} // namespace watchdesk::kql
