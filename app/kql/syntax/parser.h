// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"
#include "app/kql/syntax/literal.h"
#include "app/kql/syntax/node.h"
#include "app/kql/token.h"

#include <QList>
#include <QStringList>
#include <QStringView>

namespace watchdesk::kql {

/// What parse() gives: always a tree, and what is wrong with the text.
struct Parsed
{
    NodePointer query;
    QList<Diagnostic> diagnostics;
};

/// Recursive descent over KQL's grammar (learn.microsoft.com/kusto/query). It never fails: what is missing becomes a
/// Missing node with a diagnostic, and it goes on at the next pipe or semicolon. Nesting and chains are bounded.
class Parser
{
public:
    explicit Parser(QStringView text);
    Parsed run();

private:
    // parser.cpp: tokens and statements
    const Token &peek(int ahead = 0) const;
    QStringView textOf(const Token &token) const;
    bool at(QStringView text, int ahead = 0) const;
    bool atEnd() const { return peek().kind == TokenKind::End; }
    bool accept(QStringView text);
    bool expect(QStringView text);
    int here() const { return peek().span.start; }
    int lastEnd() const { return m_next > 0 ? m_tokens[m_next - 1].span.end : 0; }
    NodePointer make(NodeKind kind, int start, const QString &text = {}) const;
    NodePointer finish(NodePointer node) const;
    NodePointer missing(const QString &what);
    void report(const char *code, const QString &message, Span span);
    void skipTo(const QStringList &stops);
    void reportRest();
    NodePointer statement();
    NodePointer let();
    NodePointer function(int start);
    NodePointer parameter();
    NodePointer otherStatement();
    NodePointer declaredPattern(NodePointer node);
    NodePointer patternEntry();
    NodePointer command();
    NodePointer statementList(QStringView end);
    bool atFunction() const;

    // expressionparser.cpp
    NodePointer expression();
    NodePointer chain(NodeKind kind, QStringView word, NodePointer (Parser::*part)());
    NodePointer conjunction();
    NodePointer equality();
    NodePointer relational();
    NodePointer additive();
    NodePointer multiplicative();
    NodePointer stringOperation();
    NodePointer unary();
    NodePointer postfix();
    bool atTablePattern(const Node &access) const;
    NodePointer primary();
    NodePointer parenthesized();
    NodePointer inList(NodePointer left, const QString &op);
    NodePointer between(NodePointer left, const QString &op);
    NodePointer binary(NodePointer left, NodePointer right, const QString &op, Span opSpan);
    NodePointer literal();
    NodePointer string();
    NodePointer typedLiteral();
    NodePointer bracketedName();
    NodePointer nameOrCall();
    NodePointer dynamicLiteral();
    NodePointer typeOf();
    QString jsonValue();
    QString jsonBag();
    QString jsonArray();
    QString jsonScalar();
    std::vector<NodePointer> arguments();
    NodePointer named();
    NodePointer nameList();

    // pipeparser.cpp
    NodePointer pipe();
    NodePointer source();
    bool atMisplaced() const;
    NodePointer misplaced();
    NodePointer operation(QStringView outer = {});
    void checkPlace(QStringView outer);
    NodePointer bareOperation();
    void clauses(Node &op);
    void simpleClauses(Node &op);
    void options(Node &op);
    void list(Node &op, NodePointer (Parser::*item)());
    void someOf(Node &op, NodePointer (Parser::*item)());
    NodePointer calledFunction();
    void by(Node &op, NodePointer (Parser::*item)());
    NodePointer ordered();
    void ignoreRest(Node &op);

    // operatorparser.cpp
    void join(Node &op);
    void unionOperator(Node &op);
    void expand(Node &op);
    void parseOperator(Node &op);
    void parseKeyValues(Node &op);
    void properties(Node &op, const QStringList &known);
    void range(Node &op);
    void data(Node &op);
    void externalData(Node &op);
    void macroExpand(Node &op);
    void search(Node &op);
    void find(Node &op);
    void inTables(Node &op);
    // branchparser.cpp
    void partition(Node &op);
    void fork(Node &op);
    void facet(Node &op);
    void reduce(Node &op);
    NodePointer subquery(QStringView of);

    // scanparser.cpp
    void scan(Node &op);
    NodePointer declarations();
    NodePointer scanStep();

    // graphparser.cpp
    void makeGraph(Node &op);
    void graphMatch(Node &op);
    NodePointer graphNode();
    NodePointer graphEdge();
    void graphToTable(Node &op);

    void series(Node &op);
    NodePointer axis();
    void countOf(Node &op);
    void topNested(Node &op);
    void schemaOnly(Node &op);
    void evaluate(Node &op);
    // renderparser.cpp
    void render(Node &op);
    void renderProperties(Node &op);
    bool renderProperty(Node &op);
    NodePointer plainLiteral(const QString &what);
    NodePointer columnName();
    NodePointer columnNames();
    NodePointer oneOf(const QStringList &words);
    NodePointer expanded();
    NodePointer wildcardName();
    NodePointer tableName();
    NodePointer columnPattern();
    NodePointer schema();
    NodePointer schemaColumn();
    NodePointer name(const QString &what);

    class Deeper;

    QStringView m_text;
    QList<Token> m_tokens;
    qsizetype m_next = 0;
    int m_depth = 0;
    bool m_tooDeep = false;
    QList<Diagnostic> m_diagnostics;
};

Parsed parse(QStringView query);

} // namespace watchdesk::kql
