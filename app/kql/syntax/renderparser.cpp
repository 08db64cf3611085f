// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads render: https://learn.microsoft.com/kusto/query/render-operator

#include "app/kql/syntax/parser.h"
#include "app/kql/syntax/renderwords.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

/// These may also stand before "with", without commas, as the language had it first.
bool mayStandAlone(QStringView property)
{
    return property == u"kind" || property == u"title" || property == u"accumulate";
}

} // namespace

/// render Kind [kind=… title=… accumulate=… by Column, …] [with (property = value, …)]
void Parser::render(Node &op)
{
    op.children.push_back(oneOf(renderKinds()));
    while (true) {
        if (at(u"by") && !op.part(u"by")) {
            by(op, &Parser::columnName);
        } else if (peek().kind == TokenKind::Identifier && mayStandAlone(textOf(peek())) && at(u"=", 1)) {
            renderProperty(op);
        } else {
            break;
        }
    }
    if (!accept(u"with"))
        return;
    if (!at(u"(")) {
        report("KS006", tr("Missing %1").arg(u"("), peek().span);
        return;
    }
    ++m_next;
    if (!at(u")"))
        renderProperties(op);
    expect(u")");
}

void Parser::renderProperties(Node &op)
{
    do {
        if (at(u")") || atEnd()) {
            report("KS006", tr("Missing %1").arg(tr("parameter")), peek().span);
            return;
        }
        if (!renderPropertyNames().contains(textOf(peek()))) {
            report("KS005", tr("Expected: %1").arg(u")"), peek().span);
            return skipTo({QStringLiteral(")")});
        }
        if (!renderProperty(op))
            return skipTo({QStringLiteral(")")});
    } while (accept(u","));
}

bool Parser::renderProperty(Node &op)
{
    const QString property = textOf(peek()).toString();
    const Span place = peek().span;
    if (op.part(property))
        report("KS180", tr("The parameter '%1' is already specified.").arg(property), place);
    ++m_next;
    if (!expect(u"="))
        return false;
    NodePointer value;
    if (const QStringList words = renderWords(property); !words.isEmpty())
        value = oneOf(words);
    else if (property == u"xcolumn")
        value = columnName();
    else if (property == u"ycolumns" || property == u"series" || property == u"anomalycolumns")
        value = columnNames();
    else if (property == u"title" || property == u"xtitle" || property == u"ytitle")
        value = unary();
    else
        value = plainLiteral(property == u"accumulate" ? tr("boolean") : tr("number"));
    op.parts.emplace_back(property, std::move(value));
    return true;
}

/// A literal without parentheses, its sign right before it.
NodePointer Parser::plainLiteral(const QString &what)
{
    const bool isSigned = at(u"-") || at(u"+");
    const bool isApart = isSigned && (peek().span.end != peek(1).span.start || at(u"-", 1) || at(u"+", 1));
    return at(u"(") || isApart ? missing(what) : unary();
}

NodePointer Parser::columnName()
{
    if (peek().kind != TokenKind::String)
        return name(tr("name"));
    report("KS109", tr("Column name expected."), peek().span);
    ++m_next;
    return make(NodeKind::Missing, here());
}

/// Names up to the end or to the next property: its commas are those of the properties.
NodePointer Parser::columnNames()
{
    auto names = make(NodeKind::Operator, here(), QStringLiteral("columns"));
    do {
        names->children.push_back(columnName());
    } while (at(u",") && !renderPropertyNames().contains(textOf(peek(1))) && accept(u","));
    return finish(std::move(names));
}

/// One of these words, as a Name; "3Dchart" is more than one token.
NodePointer Parser::oneOf(const QStringList &words)
{
    auto node = make(NodeKind::Name, here());
    int end = here();
    while (!atEnd() && here() == end && peek().kind != TokenKind::Operator && peek().kind != TokenKind::String) {
        node->text += textOf(peek());
        end = peek().span.end;
        ++m_next;
    }
    node = finish(std::move(node));
    if (words.contains(node->text))
        return node;
    report("KS005", tr("Expected one of: %1").arg(words.join(QStringLiteral(", "))),
           node->text.isEmpty() ? peek().span : node->span);
    if (node->text.isEmpty() && peek().kind == TokenKind::String)
        ++m_next;
    node->kind = NodeKind::Missing;
    return node;
}

} // namespace watchdesk::kql
