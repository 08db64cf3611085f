// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads scan: its declarations and steps.

#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

} // namespace

/// scan [with_match_id=Name] [order by …] [partition by …] [declare (Name:type=default, …)] with (step …; …)
void Parser::scan(Node &op)
{
    options(op);
    for (const QStringView word : {u"order", u"partition"}) {
        if (accept(word) && at(u"by")) {
            by(op, &Parser::ordered);
            op.parts.back().first = word.toString();
        }
    }
    if (accept(u"declare"))
        op.parts.emplace_back(QStringLiteral("declare"), declarations());
    if (!expect(u"with"))
        return;
    expect(u"(");
    while (at(u"step"))
        op.children.push_back(scanStep());
    expect(u")");
}

NodePointer Parser::declarations()
{
    auto node = make(NodeKind::Schema, here());
    expect(u"(");
    while (!atEnd() && !at(u")")) {
        node->children.push_back(schemaColumn());
        if (accept(u"="))
            node->children.back()->parts.emplace_back(QStringLiteral("default"), expression());
        if (!accept(u","))
            break;
    }
    expect(u")");
    return finish(std::move(node));
}

/// step Name [optional] [output=all|last|none]: Condition [=> Column = Value, …];
NodePointer Parser::scanStep()
{
    auto node = make(NodeKind::Operator, here(), QStringLiteral("step"));
    ++m_next;
    auto id = name(tr("name"));
    node->names.append(id->text);
    node->nameSpan = id->span;
    if (at(u"optional"))
        node->parts.emplace_back(QStringLiteral("optional"), name({}));
    options(*node);
    if (const Node *output = node->part(u"output")) {
        static const QStringList kinds = QStringLiteral("all last none").split(u' ');
        if (!kinds.contains(output->names.value(0)))
            report("KS005", tr("Expected one of: %1").arg(kinds.join(QStringLiteral(", "))), output->span);
    }
    expect(u":");
    node->children.push_back(expression());
    if (at(u"=>")) {
        ++m_next;
        auto assignments = make(NodeKind::Operator, here(), QStringLiteral("=>"));
        list(*assignments, &Parser::named);
        node->parts.emplace_back(QStringLiteral("assign"), finish(std::move(assignments)));
    }
    expect(u";");
    return finish(std::move(node));
}

} // namespace watchdesk::kql
