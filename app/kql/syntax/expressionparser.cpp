// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads scalar expressions; by the official grammar, operators on strings bind tightest.

#include "app/kql/syntax/deeper.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>
#include <QSet>

namespace watchdesk::kql {

namespace {

const int kMaxHeight = 400;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

QSet<QString> words(const char *text)
{
    const auto parts = QString::fromLatin1(text).split(u' ');
    return {parts.begin(), parts.end()};
}

/// Words that cannot start an expression: they join two.
bool joins(QStringView word)
{
    static const auto names = words("and or by in between has contains startswith endswith matches has_any has_all on");
    return names.contains(word.toString());
}

bool isBool(QStringView word)
{
    static const auto names = words("true false True False TRUE FALSE");
    return names.contains(word.toString());
}

bool isStringOperator(QStringView word)
{
    static const auto names = words(
        "=~ !~ has !has has_cs !has_cs hasprefix !hasprefix hasprefix_cs !hasprefix_cs hassuffix !hassuffix "
        "hassuffix_cs !hassuffix_cs contains !contains contains_cs !contains_cs notcontains notcontains_cs containscs "
        "notcontainscs startswith !startswith startswith_cs !startswith_cs endswith !endswith endswith_cs "
        "!endswith_cs like notlike : matches");
    return names.contains(word.toString());
}

} // namespace

NodePointer Parser::expression()
{
    const Deeper deeper(*this);
    return chain(NodeKind::Or, u"or", &Parser::conjunction);
}

NodePointer Parser::conjunction() { return chain(NodeKind::And, u"and", &Parser::equality); }

/// a or b or c: one node with all of them, as such chains may be very long.
NodePointer Parser::chain(NodeKind kind, QStringView word, NodePointer (Parser::*part)())
{
    const int start = here();
    auto first = (this->*part)();
    if (!at(word))
        return first;
    auto node = make(kind, start, word.toString());
    node->children.push_back(std::move(first));
    while (accept(word))
        node->children.push_back((this->*part)());
    return finish(std::move(node));
}

NodePointer Parser::binary(NodePointer left, NodePointer right, const QString &op, Span opSpan)
{
    auto node = make(NodeKind::Binary, left->span.start, op);
    node->nameSpan = opSpan;
    node->children.push_back(std::move(left));
    node->children.push_back(std::move(right));
    node = finish(std::move(node));
    if (node->height > kMaxHeight) {
        report("WD101", tr("The query is nested too deeply."), opSpan);
        m_tooDeep = true;
        m_next = m_tokens.size() - 1;
    }
    return node;
}

/// A comparison is no operand of another one: a == b == c needs parentheses.
NodePointer Parser::equality()
{
    auto left = relational();
    const QStringView op = textOf(peek());
    const Span opSpan = peek().span;
    const QString name = op.toString();
    if (op == u"==" || op == u"!=" || op == u"<>") {
        ++m_next;
        return binary(std::move(left), relational(), name, opSpan);
    }
    if (op == u"in" || op == u"in~" || op == u"!in" || op == u"!in~" || op == u"has_any" || op == u"has_all")
        return inList(std::move(left), name);
    return op == u"between" || op == u"!between" ? between(std::move(left), name) : std::move(left);
}

NodePointer Parser::inList(NodePointer left, const QString &op)
{
    auto node = make(NodeKind::In, left->span.start, op);
    node->nameSpan = peek().span;
    ++m_next;
    node->children.push_back(std::move(left));
    if (at(u"(") && at(u")", 1))
        report("KS006", tr("Missing %1").arg(tr("expression")), peek(1).span);
    if (at(u"(")) {
        for (auto &value : arguments())
            node->children.push_back(std::move(value));
    } else {
        expect(u"(");
        node->children.push_back(unary());
    }
    return finish(std::move(node));
}

NodePointer Parser::between(NodePointer left, const QString &op)
{
    auto node = make(NodeKind::Between, left->span.start, op);
    node->nameSpan = peek().span;
    ++m_next;
    node->children.push_back(std::move(left));
    expect(u"(");
    node->children.push_back(additive());
    expect(u"..");
    node->children.push_back(additive());
    expect(u")");
    return finish(std::move(node));
}

NodePointer Parser::relational()
{
    auto left = additive();
    if (at(u"<") || at(u">") || at(u"<=") || at(u">=")) {
        const Span opSpan = peek().span;
        const QString op = textOf(peek()).toString();
        ++m_next;
        left = binary(std::move(left), additive(), op, opSpan);
    }
    return left;
}

NodePointer Parser::additive()
{
    auto left = multiplicative();
    while (at(u"+") || at(u"-")) {
        const Span opSpan = peek().span;
        const QString op = textOf(peek()).toString();
        ++m_next;
        left = binary(std::move(left), multiplicative(), op, opSpan);
    }
    return left;
}

NodePointer Parser::multiplicative()
{
    auto left = stringOperation();
    while (at(u"*") || at(u"/") || at(u"%")) {
        const Span opSpan = peek().span;
        const QString op = textOf(peek()).toString();
        ++m_next;
        left = binary(std::move(left), stringOperation(), op, opSpan);
    }
    return left;
}

NodePointer Parser::stringOperation()
{
    auto left = unary();
    if ((peek().kind == TokenKind::Identifier || peek().kind == TokenKind::Operator) &&
        isStringOperator(textOf(peek()))) {
        Span opSpan = peek().span;
        QString op = textOf(peek()).toString();
        ++m_next;
        if (op == u"matches") {
            opSpan.end = peek().span.end;
            expect(u"regex");
            op = QStringLiteral("matches regex");
        }
        left = binary(std::move(left), unary(), op, opSpan);
    }
    return left;
}

NodePointer Parser::unary()
{
    if (!at(u"-") && !at(u"+"))
        return postfix();
    const Deeper deeper(*this);
    auto node = make(NodeKind::Unary, here(), textOf(peek()).toString());
    node->nameSpan = peek().span;
    ++m_next;
    node->children.push_back(unary());
    return finish(std::move(node));
}

/// a.b, a["b"], a.['b'], a[0] after what primary() reads.
NodePointer Parser::postfix()
{
    auto node = primary();
    while ((at(u".") || at(u"[")) && node->height < kMaxHeight) {
        const bool dotted = accept(u".");
        const bool dot = dotted && !(at(u"[") && peek(1).kind != TokenKind::String); // d.[i] is d[i]
        auto access = make(dot ? NodeKind::Member : NodeKind::Element, node->span.start);
        access->children.push_back(std::move(node));
        if (dot) {
            auto key = at(u"[") ? bracketedName() : atTablePattern(*access) ? wildcardName() : nameOrCall();
            access->text = key->text;
            access->nameSpan = key->span;
            if (key->is(NodeKind::Call))
                access->parts.emplace_back(QStringLiteral("call"), std::move(key));
        } else {
            ++m_next;
            access->children.push_back(expression());
            expect(u"]");
        }
        node = finish(std::move(access));
    }
    return node;
}

/// database("…").Table*, where * stands for anything
bool Parser::atTablePattern(const Node &access) const
{
    const Node &of = access.child(0);
    const Node *call = of.is(NodeKind::Call) ? &of : of.part(u"call");
    if (!call || (call->text != u"database" && call->text != u"cluster"))
        return false;
    return at(u"*") || (at(u"*", 1) && peek().span.end == peek(1).span.start);
}

NodePointer Parser::primary()
{
    switch (peek().kind) {
    case TokenKind::String:
    case TokenKind::Long:
    case TokenKind::Real:
    case TokenKind::TimeSpan:
    case TokenKind::TypedLiteral:
        return literal();
    case TokenKind::Identifier:
        if ((joins(textOf(peek())) && !at(u"(", 1)) || textOf(peek()).contains(u'-')) // the latter: mv-expand and so on
            return missing(tr("expression"));
        return nameOrCall();
    case TokenKind::Operator:
        break;
    default:
        return missing(tr("expression"));
    }
    if (at(u"("))
        return parenthesized();
    if (at(u"[") && peek(1).kind == TokenKind::String)
        return bracketedName();
    if (at(u"*")) {
        auto star = make(NodeKind::Star, here(), QStringLiteral("*"));
        ++m_next;
        return finish(std::move(star));
    }
    return missing(tr("expression"));
}

/// The parentheses are gone from the tree but not from the span.
NodePointer Parser::parenthesized()
{
    const int start = here();
    ++m_next;
    auto inner = pipe();
    expect(u")");
    inner->span = {start, lastEnd()};
    return inner;
}

NodePointer Parser::literal()
{
    switch (peek().kind) {
    case TokenKind::String:
        return string();
    case TokenKind::TypedLiteral:
        return typedLiteral();
    default:
        break;
    }
    const TokenKind kind = peek().kind;
    auto node = make(kind == TokenKind::Long   ? NodeKind::Long
                     : kind == TokenKind::Real ? NodeKind::Real
                                               : NodeKind::TimeSpan,
                     here(), textOf(peek()).toString());
    ++m_next;
    return finish(std::move(node));
}

/// Literals that stand side by side are one.
NodePointer Parser::string()
{
    auto node = make(NodeKind::String, here());
    while (peek().kind == TokenKind::String) {
        const QString part = stringValue(textOf(peek()));
        node->text += part;
        node->names.append(part);
        ++m_next;
    }
    return finish(std::move(node));
}

NodePointer Parser::typedLiteral()
{
    const QString whole = textOf(peek()).toString();
    const qsizetype open = whole.indexOf(u'(');
    auto node = make(NodeKind::Typed, here(), whole.left(open).trimmed());
    auto content = make(NodeKind::String, here(), whole.mid(open + 1, whole.size() - open - 2).trimmed());
    ++m_next;
    node->children.push_back(finish(std::move(content)));
    return finish(std::move(node));
}

NodePointer Parser::bracketedName()
{
    auto node = make(NodeKind::Name, here());
    expect(u"[");
    if (peek().kind == TokenKind::String) {
        node->text = stringValue(textOf(peek()));
        ++m_next;
    } else {
        report("KS006", tr("Missing %1").arg(tr("name")), peek().span);
    }
    expect(u"]");
    return finish(std::move(node));
}

NodePointer Parser::nameOrCall()
{
    const QStringView word = textOf(peek());
    if (peek().kind != TokenKind::Identifier)
        return missing(tr("name"));
    if (word == u"dynamic" && at(u"(", 1))
        return dynamicLiteral();
    if (word == u"typeof" && at(u"(", 1))
        return typeOf();
    const bool call = at(u"(", 1);
    const auto kind = isBool(word) && !call ? NodeKind::Bool : call ? NodeKind::Call : NodeKind::Name;
    auto node = make(kind, here(), isBool(word) ? word.toString().toLower() : word.toString());
    node->nameSpan = peek().span;
    ++m_next;
    if (call)
        node->children = arguments();
    return finish(std::move(node));
}

/// ( a, b = c, T | where … )
std::vector<NodePointer> Parser::arguments()
{
    const Deeper deeper(*this);
    std::vector<NodePointer> values;
    expect(u"(");
    while (!atEnd() && !at(u")")) {
        const bool hasName = peek().kind == TokenKind::Identifier && at(u"=", 1);
        values.push_back(hasName ? named() : pipe());
        if (accept(u",")) {
            if (at(u")"))
                values.push_back(missing(tr("expression")));
            continue;
        }
        if (at(u")"))
            break;
        report("KS005", tr("Expected: %1").arg(QStringLiteral(",")), peek().span);
        skipTo({QStringLiteral(","), QStringLiteral(";"), QStringLiteral("|")});
        if (!accept(u","))
            break;
    }
    expect(u")");
    return values;
}

/// "name = value", "(a, b) = value" or just a value.
NodePointer Parser::named()
{
    const int start = here();
    auto names = nameList();
    if (!names)
        return expression();
    auto node = make(NodeKind::Named, start, names->text);
    node->names = names->names;
    node->nameSpan = names->span;
    expect(u"=");
    node->children.push_back(expression());
    return finish(std::move(node));
}

/// The names before "=", or nothing (and nothing read) if there are none.
NodePointer Parser::nameList()
{
    const qsizetype before = m_next;
    auto node = make(NodeKind::Name, here());
    if (peek().kind == TokenKind::Identifier && at(u"=", 1) && !isBool(textOf(peek()))) {
        node->text = textOf(peek()).toString();
        ++m_next;
        return finish(std::move(node));
    }
    if (at(u"[") && peek(1).kind == TokenKind::String && at(u"]", 2) && at(u"=", 3))
        return bracketedName();
    if (!accept(u"("))
        return nullptr;
    while (peek().kind == TokenKind::Identifier || (at(u"[") && peek(1).kind == TokenKind::String)) {
        node->names.append(name({})->text);
        if (!accept(u","))
            break;
    }
    if (!node->names.isEmpty() && at(u")") && at(u"=", 1)) {
        ++m_next;
        return finish(std::move(node));
    }
    m_next = before;
    return nullptr;
}

NodePointer Parser::typeOf()
{
    auto node = make(NodeKind::TypeOf, here());
    ++m_next;
    if (at(u"(", 1) || at(u"*", 1) || at(u":", 2)) {
        node->children.push_back(schema());
        return finish(std::move(node));
    }
    expect(u"(");
    node->text = name(tr("type"))->text;
    expect(u")");
    return finish(std::move(node));
}

} // namespace watchdesk::kql
