// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// render: the rows pass; its properties are checked as the language service does. What is drawn is read from the text
// (services/visualization.h), as a chart is no part of the rows.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/syntax/literal.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

void checkColumn(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.is(NodeKind::Missing))
        return;
    const ScalarPointer column = binder.scalarOn(node, input);
    if (!column->isBroken() && column->kind != Scalar::Kind::Column)
        binder.error("KS109", tr("Column name expected."), node.span);
}

void checkText(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.is(NodeKind::Missing))
        return;
    const ScalarPointer text = binder.scalarOn(node, input);
    if (!text->isBroken() && text->type != ColumnType::String && text->type != ColumnType::Dynamic)
        binder.error("KS141", tr("The expression must have one of the types: %1.").arg(u"string or dynamic"),
                     node.span);
}

void checkNumber(Binder &binder, const Node &node)
{
    if (node.is(NodeKind::Missing))
        return;
    const Node &plain = node.is(NodeKind::Unary) ? node.child(0) : node;
    const auto literal = literalFromNode(plain);
    if (!literal || !isNumber(literal->type))
        binder.error("KS224", tr("Summable literal expected."), node.span);
}

void checkSwitch(Binder &binder, const Node &node)
{
    if (node.is(NodeKind::Missing))
        return;
    const auto literal = literalFromNode(node);
    if (!literal || literal->type != ColumnType::Bool)
        binder.error("KS223", tr("Boolean literal expected."), node.span);
}

} // namespace

RelationPointer bindRender(Binder &binder, const Node &node, const RelationPointer &input)
{
    for (const auto &[property, value] : node.parts) {
        if (property == u"title" || property == u"xtitle" || property == u"ytitle")
            checkText(binder, *value, input);
        else if (property == u"ymin" || property == u"ymax")
            checkNumber(binder, *value);
        else if (property == u"accumulate")
            checkSwitch(binder, *value);
        else if (property == u"xcolumn")
            checkColumn(binder, *value, input);
        else
            for (const auto &column : value->children)
                checkColumn(binder, *column, input);
    }
    return input;
}

} // namespace watchdesk::kql
