// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads operators with subqueries of their own: partition, fork, facet; and reduce.

#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

} // namespace

/// ( operator | operator … ): what is done to rows that come from elsewhere
NodePointer Parser::subquery(QStringView of)
{
    const int start = here();
    expect(u"(");
    auto node = make(NodeKind::Pipe, start);
    do {
        node->children.push_back(operation(of));
    } while (accept(u"|"));
    expect(u")");
    return finish(std::move(node));
}

/// partition [hint.…] by Column ( subquery ) or { a query of its own }
void Parser::partition(Node &op)
{
    options(op);
    if (expect(u"by")) {
        auto clause = make(NodeKind::Operator, here(), QStringLiteral("by"));
        clause->children.push_back(name(tr("name")));
        op.parts.emplace_back(QStringLiteral("by"), finish(std::move(clause)));
    }
    options(op);
    if (!at(u"{")) {
        op.parts.emplace_back(QStringLiteral("on"), subquery(op.text));
        return;
    }
    ++m_next;
    op.parts.emplace_back(QStringLiteral("query"), pipe());
    expect(u"}");
}

/// fork [Name =] ( subquery ) …
void Parser::fork(Node &op)
{
    while (at(u"(") || (peek().kind == TokenKind::Identifier && at(u"=", 1))) {
        auto branch = make(NodeKind::Operator, here(), QStringLiteral("branch"));
        if (!at(u"(")) {
            branch->names.append(name(tr("name"))->text);
            expect(u"=");
        }
        branch->parts.emplace_back(QStringLiteral("on"), subquery(op.text));
        op.children.push_back(finish(std::move(branch)));
    }
    if (op.children.empty())
        report("KS005", tr("Expected: %1").arg(QStringLiteral("(")), peek().span);
}

/// facet by Column, … [with ( subquery )], or with one operator
void Parser::facet(Node &op)
{
    if (!at(u"by"))
        report("KS005", tr("Expected: %1").arg(u"by"), peek().span);
    by(op, &Parser::named);
    if (!accept(u"with"))
        return;
    if (at(u"(")) {
        op.parts.emplace_back(QStringLiteral("on"), subquery({}));
        return;
    }
    auto pipe = make(NodeKind::Pipe, here());
    pipe->children.push_back(operation(op.text));
    op.parts.emplace_back(QStringLiteral("on"), finish(std::move(pipe)));
}

/// reduce [kind=source] by expression [with name = value, …]
void Parser::reduce(Node &op)
{
    options(op);
    if (!at(u"by"))
        report("KS005", tr("Expected: %1").arg(u"by"), peek().span);
    by(op, &Parser::named);
    while (accept(u"with") || accept(u",")) {
        name(tr("parameter"));
        if (expect(u"="))
            unary();
    }
}

} // namespace watchdesk::kql
