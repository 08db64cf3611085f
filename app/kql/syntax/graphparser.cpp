// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads the graph operators: arrows between columns, patterns of nodes and edges.

#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

} // namespace

/// make-graph Source --> Target [with Nodes on Id, …] [with_node_id=Name]
void Parser::makeGraph(Node &op)
{
    options(op);
    op.children.push_back(name(tr("name")));
    expect(u"-");
    expect(u"-");
    expect(u">");
    op.children.push_back(name(tr("name")));
    options(op);
    if (accept(u"with")) {
        do {
            auto clause = make(NodeKind::Operator, here(), QStringLiteral("with"));
            clause->children.push_back(primary());
            if (expect(u"on"))
                clause->parts.emplace_back(QStringLiteral("on"), name(tr("name")));
            op.parts.emplace_back(QStringLiteral("with"), finish(std::move(clause)));
        } while (accept(u","));
    }
    options(op);
    if (at(u"partitioned") && at(u"-", 1) && at(u"by", 2)) {
        m_next += 3;
        op.parts.emplace_back(QStringLiteral("partitioned-by"), name(tr("name")));
        op.parts.emplace_back(QStringLiteral("on"), subquery({}));
    }
}

/// graph-match [cycles=…] (a)-[e*1..3]->(b), … [where condition] project …
void Parser::graphMatch(Node &op)
{
    options(op);
    do {
        op.children.push_back(graphNode());
        while (at(u"-") || at(u"<")) {
            op.children.push_back(graphEdge());
            op.children.push_back(graphNode());
        }
        if (at(u","))
            op.children.push_back(make(NodeKind::Operator, here(), QStringLiteral(",")));
    } while (accept(u","));
    if (accept(u"where"))
        op.parts.emplace_back(QStringLiteral("where"), expression());
    if (!accept(u"project"))
        return;
    auto clause = make(NodeKind::Operator, here(), QStringLiteral("project"));
    list(*clause, &Parser::named);
    op.parts.emplace_back(QStringLiteral("project"), finish(std::move(clause)));
}

/// (name)
NodePointer Parser::graphNode()
{
    auto node = make(NodeKind::Operator, here(), QStringLiteral("node"));
    expect(u"(");
    node->names.append(peek().kind == TokenKind::Identifier ? name({})->text : QString());
    expect(u")");
    return finish(std::move(node));
}

/// -[name*low..high]->, <-[name]-, -[name]-, -->, <-- or --
NodePointer Parser::graphEdge()
{
    auto node = make(NodeKind::Operator, here(), QStringLiteral("edge"));
    const bool backward = accept(u"<");
    expect(u"-");
    QString edge;
    if (accept(u"[")) {
        if (peek().kind == TokenKind::Identifier)
            edge = name({})->text;
        if (accept(u"*")) {
            node->parts.emplace_back(QStringLiteral("low"), unary());
            expect(u"..");
            node->parts.emplace_back(QStringLiteral("high"), unary());
        }
        expect(u"]");
    }
    expect(u"-");
    const bool forward = accept(u">");
    node->names = {edge, forward && !backward ? QStringLiteral("->")
                         : backward           ? QStringLiteral("<-")
                                              : QStringLiteral("-")};
    return finish(std::move(node));
}

/// graph-to-table nodes|edges [as Name] [with_node_id=…], …
void Parser::graphToTable(Node &op)
{
    do {
        auto clause = make(NodeKind::Operator, here(), name(tr("name"))->text);
        if (accept(u"as"))
            clause->names.append(name(tr("name"))->text);
        options(*clause);
        op.children.push_back(finish(std::move(clause)));
    } while (accept(u","));
}

} // namespace watchdesk::kql
