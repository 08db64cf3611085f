// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads the clauses of single operators.

#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

} // namespace

void Parser::join(Node &op)
{
    options(op);
    op.children.push_back(primary());
    if (!accept(u"on"))
        return;
    auto clause = make(NodeKind::Operator, here(), QStringLiteral("on"));
    someOf(*clause, &Parser::expression);
    op.parts.emplace_back(QStringLiteral("on"), finish(std::move(clause)));
}

void Parser::unionOperator(Node &op)
{
    options(op);
    someOf(op, &Parser::tableName);
    while (at(u"hint") && at(u".", 1))
        options(op);
}

/// A table, maybe with wildcards ("Device*"), a call or a subquery.
NodePointer Parser::tableName()
{
    if (at(u"("))
        return parenthesized();
    if (at(u"*") || (at(u"*", 1) && peek().span.end == peek(1).span.start))
        return wildcardName();
    return postfix();
}

/// A column name in which * may stand for anything.
NodePointer Parser::wildcardName()
{
    if (at(u"[") && peek(1).kind == TokenKind::String)
        return bracketedName();
    auto node = make(NodeKind::Wildcard, here());
    int end = here();
    while ((peek().kind == TokenKind::Identifier || at(u"*") || peek().kind == TokenKind::Long) && here() == end) {
        node->text += textOf(peek());
        end = peek().span.end;
        ++m_next;
    }
    if (node->text.isEmpty())
        return missing(tr("name"));
    if (!node->text.contains(u'*'))
        node->kind = NodeKind::Name;
    return finish(std::move(node));
}

NodePointer Parser::columnPattern()
{
    auto node = make(NodeKind::Ordered, here());
    node->children.push_back(wildcardName());
    if (at(u"asc") || at(u"desc") || at(u"granny-asc") || at(u"granny-desc")) {
        node->text = textOf(peek()).toString();
        ++m_next;
    }
    return finish(std::move(node));
}

void Parser::expand(Node &op)
{
    options(op);
    someOf(op, &Parser::expanded);
    if (accept(u"limit"))
        op.parts.emplace_back(QStringLiteral("limit"), primary());
    if (!op.text.contains(u"apply"))
        return;
    expect(u"on");
    op.parts.emplace_back(QStringLiteral("on"), subquery(op.text));
}

NodePointer Parser::expanded()
{
    auto node = make(NodeKind::Expand, here());
    node->children.push_back(named());
    if (accept(u"to")) {
        auto type = at(u"typeof") ? typeOf() : missing(QStringLiteral("typeof"));
        node->text = type->text;
    }
    return finish(std::move(node));
}

/// parse [kind=…] expression with [*] "text" Name[:type] …
void Parser::parseOperator(Node &op)
{
    options(op);
    op.children.push_back(expression());
    expect(u"with");
    while (!atEnd() && !at(u"|") && !at(u";") && !at(u")") && !at(u",")) {
        const qsizetype before = m_next;
        if (peek().kind == TokenKind::String) {
            op.children.push_back(string());
        } else if (at(u"*")) {
            op.children.push_back(primary());
        } else if (peek().kind == TokenKind::Identifier || at(u"[")) {
            op.children.push_back(schemaColumn());
        } else {
            report("KS006", tr("Missing %1").arg(tr("parse pattern")), peek().span);
        }
        if (m_next == before) // a bracket that nothing opened, or that holds no name
            return skipTo({QStringLiteral("|"), QStringLiteral(";")});
    }
}

/// parse-kv expression as (Key:type, …) with (pair_delimiter="…", …)
void Parser::parseKeyValues(Node &op)
{
    op.children.push_back(expression());
    if (expect(u"as"))
        op.parts.emplace_back(QStringLiteral("schema"), schema());
    if (!accept(u"with"))
        return;
    expect(u"(");
    properties(op, {QStringLiteral("pair_delimiter"), QStringLiteral("kv_delimiter"), QStringLiteral("quote"),
                    QStringLiteral("escape"), QStringLiteral("greedy"), QStringLiteral("regex")});
    expect(u")");
}

/// name=value, … as parts of the operator
void Parser::properties(Node &op, const QStringList &known)
{
    while (!atEnd() && !at(u")")) {
        if (!known.isEmpty() && !known.contains(textOf(peek()))) {
            report("KS006", tr("Missing %1").arg(tr("parameter")), peek().span);
            return skipTo({QStringLiteral(")")});
        }
        const QString key = name(tr("parameter"))->text;
        if (!expect(u"="))
            return skipTo({QStringLiteral(")")});
        op.parts.emplace_back(key, at(u"(") ? missing(tr("value")) : unary());
        if (!accept(u","))
            return;
    }
}

void Parser::range(Node &op)
{
    op.children.push_back(name(tr("name")));
    for (const QStringView word : {u"from", u"to", u"step"}) {
        expect(word);
        op.parts.emplace_back(word.toString(), expression());
    }
}

NodePointer Parser::schemaColumn()
{
    auto node = make(NodeKind::Column, here());
    auto id = name(tr("name"));
    node->text = id->text;
    node->nameSpan = id->span;
    if (accept(u":"))
        node->names.append(name(tr("type"))->text);
    return finish(std::move(node));
}

/// (Name:type, …) or (*)
NodePointer Parser::schema()
{
    auto node = make(NodeKind::Schema, here());
    expect(u"(");
    while (!atEnd() && !at(u")")) {
        node->children.push_back(at(u"*") ? primary() : schemaColumn());
        if (!accept(u","))
            break;
    }
    expect(u")");
    return finish(std::move(node));
}

void Parser::data(Node &op)
{
    op.parts.emplace_back(QStringLiteral("schema"), schema());
    expect(u"[");
    while (!atEnd() && !at(u"]")) {
        op.children.push_back(expression());
        if (!accept(u","))
            break;
    }
    expect(u"]");
}

void Parser::externalData(Node &op)
{
    data(op);
    if (!accept(u"with"))
        return;
    expect(u"(");
    properties(op, {});
    expect(u")");
}

/// macro-expand [kind=…] Group as Name ( queries ): the tables of a group of databases
void Parser::macroExpand(Node &op)
{
    options(op);
    if (at(u"entity_group") && at(u"[", 1)) {
        m_next += 2;
        skipTo({QStringLiteral("]")});
        expect(u"]");
    } else {
        op.children.push_back(at(u"as") || at(u"macro-expand") ? missing(tr("expression")) : primary());
    }
    if (accept(u"as"))
        name(tr("name"));
    expect(u"(");
    op.parts.emplace_back(QStringLiteral("body"), statementList(u")"));
    expect(u")");
}

void Parser::search(Node &op)
{
    options(op);
    inTables(op);
    op.children.push_back(expression());
}

void Parser::inTables(Node &op)
{
    if (!accept(u"in"))
        return;
    auto tables = make(NodeKind::Operator, here(), QStringLiteral("in"));
    expect(u"(");
    someOf(*tables, &Parser::tableName);
    expect(u")");
    op.parts.emplace_back(QStringLiteral("in"), finish(std::move(tables)));
}

/// find [in (T, …)] where condition [project Column[:type], …, pack(*) | project-smart]
void Parser::find(Node &op)
{
    options(op);
    inTables(op);
    if (!accept(u"where") && op.part(u"in"))
        expect(u"where");
    op.parts.emplace_back(QStringLiteral("where"), expression());
    if (accept(u"project-smart") || !accept(u"project"))
        return;
    auto clause = make(NodeKind::Operator, here(), QStringLiteral("project"));
    do {
        clause->children.push_back(at(u"(", 1) ? nameOrCall() : schemaColumn());
    } while (accept(u","));
    op.parts.emplace_back(QStringLiteral("project"), finish(std::move(clause)));
}

/// name = expression, or an expression; "in" ends it
NodePointer Parser::axis()
{
    const int start = here();
    auto names = nameList();
    if (!names)
        return additive();
    auto node = make(NodeKind::Named, start, names->text);
    node->nameSpan = names->span;
    expect(u"=");
    node->children.push_back(additive());
    return finish(std::move(node));
}

/// make-series a=sum(x) default=0, … on t from a to b step s by k
void Parser::series(Node &op)
{
    options(op);
    do {
        op.children.push_back(named());
        if (accept(u"default")) {
            expect(u"=");
            op.children.back()->parts.emplace_back(QStringLiteral("default"), unary());
        }
    } while (accept(u","));
    if (expect(u"on"))
        op.parts.emplace_back(QStringLiteral("on"), axis());
    if (at(u"in") && at(u"range", 1)) {
        ++m_next;
        op.parts.emplace_back(QStringLiteral("in"), expression());
    } else {
        for (const QStringView word : {u"from", u"to"}) {
            if (accept(word))
                op.parts.emplace_back(word.toString(), expression());
        }
        if (expect(u"step"))
            op.parts.emplace_back(QStringLiteral("step"), expression());
    }
    by(op, &Parser::named);
}

/// N of expression [by expression]
void Parser::countOf(Node &op)
{
    options(op);
    op.children.push_back(unary());
    if (expect(u"of"))
        op.parts.emplace_back(QStringLiteral("of"), named());
    if (accept(u"by"))
        op.parts.emplace_back(QStringLiteral("by"), expression());
}

/// top-nested [N] of expression [with others = value] by aggregate [asc|desc], top-nested …
void Parser::topNested(Node &op)
{
    do {
        if (!op.children.empty() && !accept(u"top-nested"))
            report("KS006", tr("Missing %1").arg(QStringLiteral("top-nested")), peek().span);
        auto clause = make(NodeKind::Operator, here());
        if (!at(u"of"))
            clause->children.push_back(unary());
        if (expect(u"of"))
            clause->parts.emplace_back(QStringLiteral("of"), named());
        if (accept(u"with") && expect(u"others") && expect(u"="))
            clause->parts.emplace_back(QStringLiteral("others"), unary());
        if (expect(u"by"))
            clause->parts.emplace_back(QStringLiteral("by"), named());
        if (at(u"asc") || at(u"desc")) {
            clause->text = textOf(peek()).toString();
            ++m_next;
        }
        op.children.push_back(finish(std::move(clause)));
    } while (accept(u","));
}

void Parser::schemaOnly(Node &op) { op.parts.emplace_back(QStringLiteral("schema"), schema()); }

void Parser::evaluate(Node &op)
{
    options(op);
    op.children.push_back(nameOrCall());
    if (accept(u":"))
        op.parts.emplace_back(QStringLiteral("schema"), schema());
}

} // namespace watchdesk::kql
