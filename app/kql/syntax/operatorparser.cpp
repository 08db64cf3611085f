// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads pipes: a source and the operators after it, each with its clauses.

#include "app/kql/syntax/deeper.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>
#include <QHash>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

const QStringList &pipeStops()
{
    static const QStringList stops{QStringLiteral("|"), QStringLiteral(";")};
    return stops;
}

} // namespace

NodePointer Parser::pipe()
{
    const Deeper deeper(*this);
    const int start = here();
    auto first = source();
    if (!at(u"|"))
        return first;
    auto node = make(NodeKind::Pipe, start);
    node->children.push_back(std::move(first));
    while (accept(u"|")) {
        if (at(u"print") || at(u"range"))
            report("KS175", tr("The operator must be the first operator in the query."), peek().span);
        node->children.push_back(operation());
    }
    return finish(std::move(node));
}

/// A data source: an operator that needs no input, or an expression (a table, a let name, a call).
NodePointer Parser::source()
{
    const auto starts = [this](QStringView word) { return at(word) && !at(u"|", 1) && !at(u"=", 1); };
    const bool isRange = at(u"range") && at(u"from", 2);
    const bool isData = (at(u"datatable") || at(u"externaldata") || at(u"external_data")) && at(u"(", 1);
    const bool isPrint = at(u"print") && !at(u"=", 1) && !at(u".", 1); // the word is nobody's name
    const bool isWord = starts(u"union") || starts(u"search") || starts(u"find");
    const bool isPlugin = at(u"evaluate") && at(u"(", 2);
    const bool isRemote = (at(u"macro-expand") && peek(1).kind == TokenKind::Identifier) ||
                          (at(u"inline_external_table") && (at(u"(", 1) || at(u"kind", 1)));
    const bool ends = peek(1).kind == TokenKind::End;
    if (isPrint || isRange || isData || isPlugin || isRemote || (isWord && !ends && !at(u")", 1) && !at(u".", 1)))
        return operation();
    return expression();
}

NodePointer Parser::operation()
{
    const Deeper deeper(*this);
    auto op = make(NodeKind::Operator, here(), textOf(peek()).toString());
    op->nameSpan = peek().span;
    if (peek().kind != TokenKind::Identifier) {
        report("KS006", tr("Missing %1").arg(tr("query operator")), peek().span);
        skipTo(pipeStops());
        return finish(std::move(op));
    }
    ++m_next;
    clauses(*op);
    return finish(std::move(op));
}

void Parser::clauses(Node &op)
{
    using Reader = void (Parser::*)(Node &);
    static const QHash<QString, Reader> readers{
        {QStringLiteral("join"), &Parser::join},
        {QStringLiteral("lookup"), &Parser::join},
        {QStringLiteral("union"), &Parser::unionOperator},
        {QStringLiteral("mv-expand"), &Parser::expand},
        {QStringLiteral("mvexpand"), &Parser::expand},
        {QStringLiteral("mv-apply"), &Parser::expand},
        {QStringLiteral("mvapply"), &Parser::expand},
        {QStringLiteral("partition"), &Parser::partition},
        {QStringLiteral("parse"), &Parser::parseOperator},
        {QStringLiteral("parse-where"), &Parser::parseOperator},
        {QStringLiteral("parse-kv"), &Parser::parseKeyValues},
        {QStringLiteral("range"), &Parser::range},
        {QStringLiteral("datatable"), &Parser::data},
        {QStringLiteral("externaldata"), &Parser::externalData},
        {QStringLiteral("external_data"), &Parser::externalData},
        {QStringLiteral("search"), &Parser::search},
        {QStringLiteral("find"), &Parser::find},
        {QStringLiteral("make-graph"), &Parser::makeGraph},
        {QStringLiteral("graph-match"), &Parser::graphMatch},
        {QStringLiteral("graph-shortest-paths"), &Parser::graphMatch},
        {QStringLiteral("graph-to-table"), &Parser::graphToTable},
        {QStringLiteral("make-series"), &Parser::series},
        {QStringLiteral("top-nested"), &Parser::topNested},
        {QStringLiteral("top-hitters"), &Parser::countOf},
        {QStringLiteral("sample-distinct"), &Parser::countOf},
        {QStringLiteral("assert-schema"), &Parser::schemaOnly},
        {QStringLiteral("evaluate"), &Parser::evaluate},
        {QStringLiteral("scan"), &Parser::scan},
        {QStringLiteral("fork"), &Parser::fork},
        {QStringLiteral("facet"), &Parser::facet},
        {QStringLiteral("reduce"), &Parser::reduce},
        {QStringLiteral("render"), &Parser::render},
    };
    if (const auto reader = readers.value(op.text))
        (this->*reader)(op);
    else
        simpleClauses(op);
}

void Parser::simpleClauses(Node &op)
{
    const QString &name = op.text;
    options(op);
    if (name == u"where" || name == u"filter") {
        op.children.push_back(expression());
    } else if (name == u"project" || name == u"extend" || name == u"project-rename" || name == u"distinct" ||
               name == u"serialize" || name == u"project-by-names") {
        list(op, &Parser::named);
    } else if (name == u"print") {
        do
            op.children.push_back(named()); // says what is missing where nothing stands
        while (accept(u","));
    } else if (name == u"project-away" || name == u"project-keep") {
        list(op, &Parser::wildcardName);
    } else if (name == u"project-reorder") {
        list(op, &Parser::columnPattern);
    } else if (name == u"summarize") {
        if (!at(u"by"))
            list(op, &Parser::named);
        by(op, &Parser::named);
    } else if (name == u"sort" || name == u"order") {
        by(op, &Parser::ordered);
    } else if (name == u"top") {
        op.children.push_back(expression());
        by(op, &Parser::ordered);
    } else if (name == u"take" || name == u"limit" || name == u"sample" || name == u"invoke") {
        op.children.push_back(expression());
    } else if (name == u"count") {
        if (accept(u"as"))
            op.children.push_back(this->name(tr("name")));
    } else if (name == u"as") {
        op.children.push_back(this->name(tr("name")));
    } else if (name != u"getschema" && name != u"consume") {
        ignoreRest(op);
    }
}

/// kind=inner, hint.strategy=broadcast, withsource=Name: "name = word", as often as there are.
void Parser::options(Node &op)
{
    static const QStringList known =
        QStringLiteral(
            "kind withsource with_source isfuzzy bagexpansion with_itemindex flags decodeblocks cycles output with_node_id "
            "with_source_id with_target_id with_component_id with_match_id")
            .split(u' ');
    const bool takesOptions = op.text != u"project" && op.text != u"extend" && op.text != u"print" &&
                              op.text != u"summarize" && op.text != u"distinct" && op.text != u"serialize" &&
                              op.text != u"project-rename";
    while (peek().kind == TokenKind::Identifier) {
        const bool hint = at(u"hint") && at(u".", 1) && at(u"=", 3);
        if (!hint && !(takesOptions && at(u"=", 1) && known.contains(textOf(peek()))))
            return;
        auto option = make(NodeKind::Option, here(), textOf(peek()).toString());
        option->nameSpan = peek().span;
        if (hint)
            option->text += u'.' + textOf(peek(2)).toString();
        m_next += hint ? 4 : 2;
        auto value = make(NodeKind::Name, here(), textOf(peek()).toString());
        if (peek().kind == TokenKind::String)
            value->text = stringValue(textOf(peek()));
        if (!atEnd())
            ++m_next;
        option->names.append(value->text);
        const QString key = option->text;
        op.parts.emplace_back(key, finish(std::move(option)));
    }
}

void Parser::list(Node &op, NodePointer (Parser::*item)())
{
    if (atEnd() || at(u"|") || at(u";") || at(u")"))
        return;
    do {
        op.children.push_back((this->*item)());
    } while (accept(u","));
}

void Parser::by(Node &op, NodePointer (Parser::*item)())
{
    if (!at(u"by"))
        return;
    auto clause = make(NodeKind::Operator, here(), QStringLiteral("by"));
    ++m_next;
    list(*clause, item);
    op.parts.emplace_back(QStringLiteral("by"), finish(std::move(clause)));
}

/// expression [asc|desc] [nulls first|last]
NodePointer Parser::ordered()
{
    auto node = make(NodeKind::Ordered, here());
    node->children.push_back(named());
    if (at(u"asc") || at(u"desc")) {
        node->text = textOf(peek()).toString();
        ++m_next;
    }
    if (accept(u"nulls")) {
        node->names.append(textOf(peek()).toString());
        if (!accept(u"first"))
            expect(u"last");
    }
    return finish(std::move(node));
}

void Parser::join(Node &op)
{
    options(op);
    op.children.push_back(primary());
    if (!accept(u"on"))
        return;
    auto clause = make(NodeKind::Operator, here(), QStringLiteral("on"));
    list(*clause, &Parser::expression);
    op.parts.emplace_back(QStringLiteral("on"), finish(std::move(clause)));
}

void Parser::unionOperator(Node &op)
{
    options(op);
    list(op, &Parser::tableName);
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
    list(op, &Parser::expanded);
    if (accept(u"limit"))
        op.parts.emplace_back(QStringLiteral("limit"), primary());
    if (!op.text.contains(u"apply"))
        return;
    expect(u"on");
    op.parts.emplace_back(QStringLiteral("on"), subquery());
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
            return skipTo(pipeStops());
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
        op.parts.emplace_back(key, unary());
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
    op.parts.emplace_back(QStringLiteral("schema"), schema());
    if (accept(u"[")) {
        while (!atEnd() && !at(u"]")) {
            op.children.push_back(expression());
            if (!accept(u","))
                break;
        }
        expect(u"]");
    }
    if (!accept(u"with"))
        return;
    expect(u"(");
    properties(op, {});
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
    list(*tables, &Parser::tableName);
    expect(u")");
    op.parts.emplace_back(QStringLiteral("in"), finish(std::move(tables)));
}

/// find [in (T, …)] where condition [project Column[:type], …, pack(*) | project-smart]
void Parser::find(Node &op)
{
    options(op);
    inTables(op);
    accept(u"where");
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
    if (accept(u"on"))
        op.parts.emplace_back(QStringLiteral("on"), axis());
    if (accept(u"in"))
        op.parts.emplace_back(QStringLiteral("in"), expression());
    for (const QStringView word : {u"from", u"to", u"step"}) {
        if (accept(word))
            op.parts.emplace_back(word.toString(), expression());
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
        accept(u"top-nested");
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

/// For what is not understood.
void Parser::ignoreRest(Node &op)
{
    Q_UNUSED(op);
    skipTo(pipeStops());
}

} // namespace watchdesk::kql
