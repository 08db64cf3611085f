// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// fork and facet give several tables, each of which is compiled by itself (CompileOptions::table). Also consume, which
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

/// What carries several tables to the end of the query.
RelationPointer several(std::vector<RelationPointer> tables)
{
    Relation rows;
    rows.tables = std::move(tables);
    return std::make_shared<const Relation>(std::move(rows));
}

RelationPointer called(const RelationPointer &rows, const QString &name)
{
    Relation copy = *rows;
    copy.alias = name;
    return std::make_shared<const Relation>(std::move(copy));
}

/// How often each value of a column occurs.
RelationPointer counted(Binder &binder, const RelationPointer &input, const ScalarPointer &column)
{
    const QString sql = QStringLiteral("SELECT $0 AS c0, count(*) AS c1 FROM #0 GROUP BY ALL");
    return called(rowsBySql(binder, {input}, sql,
                            {{column->name, column->type}, {QStringLiteral("count_") + column->name, ColumnType::Long}},
                            {column}),
                  column->name);
}

} // namespace

RelationPointer bindFork(Binder &binder, const Node &node, const RelationPointer &input)
{
    std::vector<RelationPointer> tables;
    for (const auto &branch : node.children) {
        RelationPointer rows = piped(binder, *branch->part(u"on"), input);
        if (!branch->names.isEmpty()) {
            rows = called(rows, branch->names.value(0));
            binder.redeclare(rows->alias, {{}, rows});
        }
        tables.push_back(rows);
    }
    return several(std::move(tables));
}

/// The table of the operators after "with", then one for each column.
RelationPointer bindFacet(Binder &binder, const Node &node, const RelationPointer &input)
{
    std::vector<RelationPointer> tables;
    const Node *by = node.part(u"by");
    for (size_t i = 0; by && i < by->children.size(); ++i) {
        const ScalarPointer column = binder.scalarOn(by->child(i), input);
        if (column->isBroken())
            continue;
        if (column->kind != Scalar::Kind::Column || column->type == ColumnType::Dynamic)
            binder.refuse(Words::tr("facet takes columns of simple types."), by->child(i).span);
        tables.push_back(counted(binder, input, column));
    }
    if (const Node *on = node.part(u"on"))
        tables.insert(tables.begin(), piped(binder, *on, input));
    return several(std::move(tables));
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
