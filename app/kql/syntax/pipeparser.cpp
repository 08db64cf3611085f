// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads pipes: a source and the operators after it, which of them may stand where, and what
// most of them are made of.

#include "app/kql/syntax/deeper.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <initializer_list>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

const QStringList &pipeStops()
{
    static const QStringList stops{QStringLiteral("|"), QStringLiteral(";")};
    return stops;
}

bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that make an operator of what follows; some of them, alone, may be somebody's name.
bool needsRows(QStringView word)
{
    return word.contains(u'-') ||
           isOneOf(word, {u"facet", u"invoke", u"partition", u"project", u"reduce", u"render", u"sample", u"where"});
}

/// What cannot be done on the way to one of several tables, whose rows are read once.
bool needsWholeQuery(QStringView word)
{
    return isOneOf(word,
                   {u"assert-schema", u"consume",     u"evaluate",       u"facet",   u"find",      u"fork",
                    u"getschema",     u"graph-match", u"graph-to-table", u"join",    u"lookup",    u"macro-expand",
                    u"make-graph",    u"make-series", u"mv-apply",       u"mvapply", u"partition", u"print",
                    u"range",         u"render",      u"scan",           u"search",  u"serialize", u"union"});
}

bool isStrangeForEach(QStringView word)
{
    return isOneOf(word, {u"assert-schema", u"macro-expand", u"print", u"range"});
}

/// Words that follow a name, and not an operator.
bool joinsOperands(QStringView word)
{
    return isOneOf(word,
                   {u"and", u"or", u"in", u"has", u"contains", u"startswith", u"endswith", u"between", u"matches"});
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
    while (accept(u"|"))
        node->children.push_back(operation());
    return finish(std::move(node));
}

/// A data source: an operator that needs no input, or an expression (a table, a let name, a call).
NodePointer Parser::source()
{
    const auto starts = [this](QStringView word) { return at(word) && !at(u"=", 1) && !at(u".", 1) && !at(u")", 1); };
    const bool isRange = at(u"range") && at(u"from", 2);
    const bool isData = (at(u"datatable") || at(u"externaldata") || at(u"external_data")) && at(u"(", 1);
    const bool isPrint = at(u"print") && !at(u"=", 1) && !at(u".", 1); // the word is nobody's name
    const bool isWord = starts(u"union") || starts(u"search") || starts(u"find");
    const bool isPlugin = at(u"evaluate") && at(u"(", 2);
    const bool isRemote = (at(u"macro-expand") && peek(1).kind == TokenKind::Identifier) ||
                          (at(u"inline_external_table") && (at(u"(", 1) || at(u"kind", 1)));
    if (isPrint || isRange || isData || isPlugin || isRemote || isWord)
        return bareOperation();
    return atMisplaced() ? misplaced() : expression();
}

/// An operator where rows have to come first; where one of its operands follows, the word is no name.
bool Parser::atMisplaced() const
{
    if (peek().kind != TokenKind::Identifier || !needsRows(textOf(peek())) || at(u"assert-schema"))
        return false;
    const Token &next = peek(1);
    const bool isAlone = next.kind == TokenKind::Operator || next.kind == TokenKind::End;
    return textOf(peek()).contains(u'-') || !(isAlone || joinsOperands(textOf(next)));
}

NodePointer Parser::misplaced()
{
    report("KS174", tr("The operator cannot be the first operator in a query."), peek().span);
    auto node = make(NodeKind::Missing, here());
    skipTo({QStringLiteral("|"), QStringLiteral(";"), QStringLiteral(",")});
    return finish(std::move(node));
}

/// An operator behind a pipe, or the first one of a subquery for the operator `outer`.
NodePointer Parser::operation(QStringView outer)
{
    checkPlace(outer);
    return bareOperation();
}

void Parser::checkPlace(QStringView outer)
{
    const QStringView word = textOf(peek());
    const bool isForEach = outer == u"mv-apply" || outer == u"mvapply" || outer == u"partition";
    const bool isPart = outer == u"fork" || outer == u"facet";
    if (isOneOf(word, {u"datatable", u"externaldata", u"external_data"}))
        report("KS176", tr("Query operator expected."), peek().span);
    else if ((isForEach && isStrangeForEach(word)) || (isPart && needsWholeQuery(word)))
        report("KS177", tr("The query operator '%1' is not allowed in the current context.").arg(word), peek().span);
    else if (at(u"print") || at(u"range") || (at(u"search") && at(u"in", 1)))
        report("KS175", tr("The operator must be the first operator in the query."), peek().span);
}

NodePointer Parser::bareOperation()
{
    const Deeper deeper(*this);
    auto op = make(NodeKind::Operator, here());
    op->nameSpan = peek().span;
    if (peek().kind != TokenKind::Identifier) {
        report("KS176", tr("Query operator expected."), peek().span);
        skipTo(pipeStops());
        return finish(std::move(op));
    }
    op->text = textOf(peek()).toString();
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
        {QStringLiteral("macro-expand"), &Parser::macroExpand},
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
    } else if (name == u"project" || name == u"project-rename" || name == u"serialize" || name == u"project-by-names") {
        list(op, &Parser::named);
    } else if (name == u"print" || name == u"extend" || name == u"distinct") {
        someOf(op, &Parser::named);
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
    } else if (name == u"take" || name == u"limit" || name == u"sample") {
        op.children.push_back(expression());
    } else if (name == u"invoke") {
        op.children.push_back(calledFunction());
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
        if (atEnd() || peek().kind == TokenKind::Operator)
            report("KS006", tr("Missing %1").arg(tr("value")), peek().span);
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

/// At least one, so that it is said what is missing where nothing stands.
void Parser::someOf(Node &op, NodePointer (Parser::*item)())
{
    do {
        op.children.push_back((this->*item)());
    } while (accept(u","));
}

/// f(…), maybe of another database
NodePointer Parser::calledFunction()
{
    const Span place = peek().span;
    auto call = expression();
    if (!call->is(NodeKind::Call) && !call->part(u"call") && !call->is(NodeKind::Missing))
        report("KS006", tr("Missing %1").arg(tr("function call")), place);
    return call;
}

void Parser::by(Node &op, NodePointer (Parser::*item)())
{
    if (!at(u"by"))
        return;
    auto clause = make(NodeKind::Operator, here(), QStringLiteral("by"));
    ++m_next;
    someOf(*clause, item);
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

/// For what is not understood.
void Parser::ignoreRest(Node &op)
{
    Q_UNUSED(op);
    skipTo(pipeStops());
}

} // namespace watchdesk::kql
