// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/syntax/parser.h"

#include "app/kql/lexer.h"
#include "app/kql/syntax/deeper.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

const int kMaxDepth = 120;
const int kMaxHeight = 400;
const qsizetype kMaxDiagnostics = 200;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

} // namespace

Parser::Deeper::Deeper(Parser &parser)
    : m_parser(parser)
{
    if (++m_parser.m_depth <= kMaxDepth || m_parser.m_tooDeep)
        return;
    m_parser.report("WD101", tr("The query is nested too deeply."), m_parser.peek().span);
    m_parser.m_tooDeep = true;
    m_parser.m_next = m_parser.m_tokens.size() - 1;
}

Parser::Parser(QStringView text)
    : m_text(text)
{
    const auto tokens = lex(text);
    for (const auto &token : tokens) {
        if (token.kind != TokenKind::Comment)
            m_tokens.append(token);
    }
}

Parsed Parser::run()
{
    auto query = statementList(u"");
    return {std::move(query), std::move(m_diagnostics)};
}

const Token &Parser::peek(int ahead) const { return m_tokens[qMin(m_next + ahead, m_tokens.size() - 1)]; }

QStringView Parser::textOf(const Token &token) const
{
    return m_text.mid(token.span.start, token.span.end - token.span.start);
}

bool Parser::at(QStringView text, int ahead) const
{
    const Token &token = peek(ahead);
    return (token.kind == TokenKind::Identifier || token.kind == TokenKind::Operator) && textOf(token) == text;
}

bool Parser::accept(QStringView text)
{
    if (!at(text))
        return false;
    ++m_next;
    return true;
}

bool Parser::expect(QStringView text)
{
    if (accept(text))
        return true;
    report("KS005", tr("Expected: %1").arg(text), peek().span);
    return false;
}

NodePointer Parser::make(NodeKind kind, int start, const QString &text) const
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->text = text;
    node->span = {start, start};
    return node;
}

/// Closes a node at the last token that was read, and watches over the height of the tree.
NodePointer Parser::finish(NodePointer node) const
{
    node->span.end = qMax(node->span.start, lastEnd());
    if (node->nameSpan == Span{})
        node->nameSpan = node->span;
    int height = 0;
    for (const auto &child : node->children)
        height = qMax(height, child->height);
    for (const auto &[name, part] : node->parts)
        height = qMax(height, part->height);
    node->height = height + 1;
    return node;
}

NodePointer Parser::missing(const QString &what)
{
    report("KS006", tr("Missing %1").arg(what), peek().span);
    return make(NodeKind::Missing, here());
}

/// One remark a place is enough, and after the bound on nesting there is nothing more to say.
void Parser::report(const char *code, const QString &message, Span span)
{
    if (m_tooDeep || m_diagnostics.size() >= kMaxDiagnostics)
        return;
    if (!m_diagnostics.isEmpty() && m_diagnostics.last().span == span)
        return;
    m_diagnostics.append({QString::fromLatin1(code), Diagnostic::Severity::Error, message, span});
}

/// Goes on to one of `stops` outside of any bracket.
void Parser::skipTo(const QStringList &stops)
{
    int open = 0;
    while (!atEnd()) {
        const QStringView text = textOf(peek());
        const bool isOperator = peek().kind == TokenKind::Operator;
        if (open == 0 && isOperator && stops.contains(text))
            return;
        if (isOperator && (text == u"(" || text == u"[" || text == u"{"))
            ++open;
        if (isOperator && (text == u")" || text == u"]" || text == u"}") && open-- == 0)
            return;
        ++m_next;
    }
}

NodePointer Parser::statementList(QStringView end)
{
    auto query = make(NodeKind::Query, here());
    while (!atEnd() && (end.isEmpty() || !at(end))) {
        if (at(u";")) {
            if (m_next == 0 || textOf(m_tokens[m_next - 1]) == u";")
                report("KS198", tr("The incomplete fragment is unexpected."), peek().span);
            ++m_next;
            continue;
        }
        const qsizetype before = m_next;
        query->children.push_back(statement());
        if (atEnd() || at(u";") || (!end.isEmpty() && at(end)))
            continue;
        reportRest();
        skipTo({QStringLiteral(";")});
        if (m_next == before || at(u")") || at(u"]") || at(u"}"))
            ++m_next;
    }
    return finish(std::move(query));
}

/// What stands behind a whole statement: another one without its semicolon, or less.
void Parser::reportRest()
{
    static const QStringList joints =
        QStringLiteral(
            "and asc between by contains desc endswith first has has_all has_any in last matches nulls on or startswith to with")
            .split(u' ');
    const TokenKind kind = peek().kind;
    if (kind == TokenKind::Unknown)
        report("KS002", tr("Unexpected: %1").arg(textOf(peek())), peek().span);
    else if (kind == TokenKind::Operator || joints.contains(textOf(peek())))
        report("KS198", tr("The incomplete fragment is unexpected."), peek().span);
    else
        report("KS005", tr("Expected: %1").arg(QStringLiteral(";")), peek().span);
}

NodePointer Parser::statement()
{
    const Deeper deeper(*this);
    if (at(u"let"))
        return let();
    const bool directive = peek(1).kind == TokenKind::Identifier;
    if (directive && (at(u"set") || at(u"declare") || at(u"alias") || at(u"restrict")))
        return otherStatement();
    if (m_next == 0 && at(u".") && directive)
        return command();
    return pipe();
}

/// ".show tables" and the like, which manage a cluster: all of the text, whatever stands in it.
NodePointer Parser::command()
{
    auto node = make(NodeKind::Statement, here(), QString(u'.' + textOf(peek(1)).toString()));
    while (!atEnd())
        ++m_next;
    return finish(std::move(node));
}

NodePointer Parser::otherStatement()
{
    auto node = make(NodeKind::Statement, here(), textOf(peek()).toString());
    if (at(u"declare") && at(u"query_parameters", 1)) {
        m_next += 2;
        node->names.append(QStringLiteral("query_parameters"));
        expect(u"(");
        while (!atEnd() && !at(u")")) {
            node->children.push_back(parameter());
            if (!accept(u","))
                break;
        }
        expect(u")");
        return finish(std::move(node));
    }
    if (at(u"declare") && at(u"pattern", 1))
        return declaredPattern(std::move(node));
    // Options that change what the query means; the others tune the service and may look as they like.
    if (at(u"set") && textOf(peek(1)).startsWith(u"query_bin_auto_") && at(u"=", 2)) {
        node->names.append(textOf(peek(1)).toString());
        m_next += 3;
        node->children.push_back(unary());
        return finish(std::move(node));
    }
    skipTo({QStringLiteral(";")});
    return finish(std::move(node));
}

/// declare pattern Name [= (argument:string, …)[[path:string]] { (value, …)[.[value]] = { query }; … }]
NodePointer Parser::declaredPattern(NodePointer node)
{
    m_next += 2;
    auto id = name(tr("name"));
    node->names = {QStringLiteral("pattern"), id->text};
    node->nameSpan = id->span;
    if (!accept(u"="))
        return finish(std::move(node));
    node->parts.emplace_back(QStringLiteral("arguments"), schema());
    if (accept(u"[")) {
        node->parts.emplace_back(QStringLiteral("path"), schemaColumn());
        expect(u"]");
    }
    expect(u"{");
    while (!atEnd() && at(u"("))
        node->children.push_back(patternEntry());
    expect(u"}");
    return finish(std::move(node));
}

/// A function without parameters whose names are the texts that call for it.
NodePointer Parser::patternEntry()
{
    auto entry = make(NodeKind::Function, here());
    const auto text = [&] {
        entry->names.append(peek().kind == TokenKind::String ? stringValue(textOf(peek())) : QString());
        if (peek().kind == TokenKind::String)
            ++m_next;
        else
            report("KS006", tr("Missing %1").arg(tr("value")), peek().span);
    };
    expect(u"(");
    do {
        text();
    } while (accept(u","));
    expect(u")");
    if (accept(u".")) {
        expect(u"[");
        text();
        expect(u"]");
    }
    expect(u"=");
    expect(u"{");
    entry->parts.emplace_back(QStringLiteral("body"), statementList(u"}"));
    expect(u"}");
    accept(u";");
    return finish(std::move(entry));
}

NodePointer Parser::let()
{
    auto node = make(NodeKind::Let, here());
    ++m_next;
    auto id = name(tr("name"));
    node->text = id->text;
    node->nameSpan = id->span;
    expect(u"=");
    const int start = here();
    if (at(u"entity_group") && at(u"[", 1)) {
        auto group = make(NodeKind::Statement, here(), textOf(peek()).toString());
        group->names.append(node->text);
        skipTo({QStringLiteral(";")});
        return finish(std::move(group));
    }
    const bool view = at(u"view") && at(u"(", 1);
    if (view)
        ++m_next;
    node->children.push_back(view || atFunction() ? function(start) : pipe());
    if (view)
        node->children.back()->text = QStringLiteral("view");
    return finish(std::move(node));
}

bool Parser::atFunction() const
{
    if (!at(u"("))
        return false;
    if (at(u")", 1))
        return at(u"{", 2);
    return peek(1).kind == TokenKind::Identifier && at(u":", 2);
}

NodePointer Parser::function(int start)
{
    auto node = make(NodeKind::Function, start);
    expect(u"(");
    while (!atEnd() && !at(u")")) {
        node->children.push_back(parameter());
        if (!accept(u","))
            break;
        if (at(u")"))
            node->children.push_back(parameter()); // says that it is missing
    }
    expect(u")");
    expect(u"{");
    auto body = statementList(u"}");
    expect(u"}");
    node->parts.emplace_back(QStringLiteral("body"), std::move(body));
    return finish(std::move(node));
}

NodePointer Parser::parameter()
{
    auto node = make(NodeKind::Parameter, here());
    auto id = name(tr("name"));
    node->text = id->text;
    node->nameSpan = id->span;
    expect(u":");
    if (at(u"("))
        node->parts.emplace_back(QStringLiteral("type"), schema());
    else
        node->parts.emplace_back(QStringLiteral("type"), name(tr("type")));
    if (accept(u"="))
        node->parts.emplace_back(QStringLiteral("default"), unary());
    return finish(std::move(node));
}

/// A name as a declaration has it: word or ['any text'].
NodePointer Parser::name(const QString &what)
{
    if (at(u"[") && peek(1).kind == TokenKind::String)
        return bracketedName();
    if (peek().kind != TokenKind::Identifier)
        return missing(what);
    auto node = make(NodeKind::Name, here(), textOf(peek()).toString());
    ++m_next;
    return finish(std::move(node));
}

Parsed parse(QStringView query) { return Parser(query).run(); }

static_assert(kMaxHeight > kMaxDepth);

} // namespace watchdesk::kql
