// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/odata/parser.h"

#include "app/lab/odata/binder.h"
#include "app/lab/odata/lexer.h"

#include <QHash>

namespace watchdesk::lab {

namespace {

using Kind = FilterToken::Kind;

constexpr int kMaxDepth = 50;

const QHash<QString, Operation> &comparisons()
{
    static const QHash<QString, Operation> table{
        {QStringLiteral("eq"), Operation::Equal},   {QStringLiteral("ne"), Operation::NotEqual},
        {QStringLiteral("lt"), Operation::Less},    {QStringLiteral("le"), Operation::LessOrEqual},
        {QStringLiteral("gt"), Operation::Greater}, {QStringLiteral("ge"), Operation::GreaterOrEqual},
        {QStringLiteral("in"), Operation::In},
    };
    return table;
}

struct Function
{
    Operation operation;
    int arguments;
};

const QHash<QString, Function> &functions()
{
    static const QHash<QString, Function> table{
        {QStringLiteral("startswith"), {Operation::StartsWith, 2}},
        {QStringLiteral("endswith"), {Operation::EndsWith, 2}},
        {QStringLiteral("contains"), {Operation::Contains, 2}},
        {QStringLiteral("tolower"), {Operation::ToLower, 1}},
        {QStringLiteral("toupper"), {Operation::ToUpper, 1}},
        {QStringLiteral("length"), {Operation::Length, 1}},
    };
    return table;
}

/// Recursive descent, one function a rule. m_error is set once; every rule then unwinds.
class FilterParser
{
public:
    FilterParser(const QString &text, QList<FilterToken> tokens, const FilterBinder &binder)
        : m_text(text)
        , m_tokens(std::move(tokens))
        , m_binder(binder)
    {
    }

    Result<Expression> run();

private:
    Expression disjunction();
    Expression conjunction();
    Expression negation();
    Expression comparison();
    Expression operand();
    Expression group();
    Expression call(const Function &function);
    Expression path();
    Expression elementPath(int scope);
    Expression lambda(const Expression &list, bool isAll);
    Expression members(const Expression &left);

    const FilterToken &token() const { return m_tokens.at(m_at); }
    bool isName(QLatin1String name) const { return token().kind == Kind::Name && token().text == name; }
    bool accept(Kind kind);
    bool acceptName(QLatin1String name);
    void expect(Kind kind);
    Expression checked(Result<Expression> bound);
    Expression fail();
    Expression fail(Error error);
    bool enter();

    const QString &m_text;
    QList<FilterToken> m_tokens;
    const FilterBinder &m_binder;
    QStringList m_variables;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<Error> m_error;
};

Result<Expression> FilterParser::run()
{
    Expression expression = disjunction();
    if (!m_error && token().kind != Kind::End)
        fail();
    if (!m_error)
        expression = checked(m_binder.condition(std::move(expression)));
    if (m_error)
        return failure(*m_error);
    return expression;
}

bool FilterParser::accept(Kind kind)
{
    if (m_error || token().kind != kind)
        return false;
    if (kind != Kind::End)
        ++m_at;
    return true;
}

bool FilterParser::acceptName(QLatin1String name) { return isName(name) && accept(Kind::Name); }

void FilterParser::expect(Kind kind)
{
    if (!accept(kind))
        fail();
}

Expression FilterParser::fail() { return fail(filterSyntaxError(m_text, token().start)); }

Expression FilterParser::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
    return {};
}

Expression FilterParser::checked(Result<Expression> bound)
{
    if (m_error)
        return {};
    return bound ? std::move(*bound) : fail(bound.error());
}

bool FilterParser::enter()
{
    if (m_error)
        return false;
    if (++m_depth <= kMaxDepth)
        return true;
    fail({Error::Kind::InvalidInput,
          QStringLiteral("The recursion limit of the $filter query option has been exceeded.")});
    return false;
}

Expression FilterParser::disjunction()
{
    if (!enter())
        return {};
    Expression either{Operation::Or};
    do {
        either.children.push_back(conjunction());
    } while (acceptName(QLatin1String("or")));
    --m_depth;
    if (m_error || either.children.size() == 1)
        return either.children.front();
    return checked(m_binder.logical(std::move(either)));
}

Expression FilterParser::conjunction()
{
    Expression all{Operation::And};
    do {
        all.children.push_back(negation());
    } while (acceptName(QLatin1String("and")));
    if (m_error || all.children.size() == 1)
        return all.children.front();
    return checked(m_binder.logical(std::move(all)));
}

Expression FilterParser::negation()
{
    bool isNegated = false;
    bool wasNegated = false;
    while (acceptName(QLatin1String("not"))) {
        isNegated = !isNegated;
        wasNegated = true;
    }
    Expression inner = comparison();
    if (m_error || !wasNegated)
        return inner;
    Expression negated{Operation::Not};
    negated.children.push_back(std::move(inner));
    Expression bound = checked(m_binder.logical(std::move(negated)));
    return isNegated || m_error ? bound : bound.children.front();
}

Expression FilterParser::comparison()
{
    Expression left = operand();
    if (m_error || token().kind != Kind::Name || !comparisons().contains(token().text))
        return left;
    const Operation operation = comparisons().value(token().text);
    ++m_at;
    if (operation == Operation::In)
        return members(left);
    Expression both{operation};
    both.children.push_back(std::move(left));
    both.children.push_back(operand());
    return checked(m_binder.comparison(std::move(both)));
}

Expression FilterParser::members(const Expression &left)
{
    Expression in{Operation::In};
    in.children.push_back(left);
    expect(Kind::Open);
    do {
        in.children.push_back(operand());
    } while (accept(Kind::Comma));
    expect(Kind::Close);
    return checked(m_binder.comparison(std::move(in)));
}

Expression FilterParser::operand()
{
    if (m_error)
        return {};
    if (token().kind == Kind::Literal) {
        Expression constant;
        constant.value = token().value;
        ++m_at;
        return constant;
    }
    if (token().kind == Kind::Open)
        return group();
    if (token().kind != Kind::Name)
        return fail();
    const bool isCall = m_tokens.at(m_at + 1).kind == Kind::Open;
    const auto function = functions().constFind(token().text);
    if (isCall && function != functions().constEnd())
        return call(*function);
    if (isCall)
        return fail({Error::Kind::InvalidInput,
                     QStringLiteral("An unknown function with name '%1' was found.").arg(token().text.left(100))});
    return path();
}

Expression FilterParser::group()
{
    expect(Kind::Open);
    Expression inner = disjunction();
    expect(Kind::Close);
    return inner;
}

Expression FilterParser::call(const Function &function)
{
    if (!enter())
        return {};
    Expression expression{function.operation};
    const QString name = token().text;
    ++m_at;
    expect(Kind::Open);
    do {
        expression.children.push_back(operand());
    } while (accept(Kind::Comma));
    expect(Kind::Close);
    --m_depth;
    if (!m_error && int(expression.children.size()) != function.arguments)
        return fail({Error::Kind::InvalidInput,
                     QStringLiteral("No function signature for the function with name '%1' matches the specified "
                                    "arguments.")
                         .arg(name)});
    return checked(m_binder.function(name, std::move(expression)));
}

Expression FilterParser::path()
{
    const QString name = token().text;
    ++m_at;
    const qsizetype scope = m_variables.lastIndexOf(name);
    if (scope >= 0)
        return elementPath(int(scope));
    Expression property = checked(m_binder.property(name));
    if (m_error || !accept(Kind::Slash))
        return property;
    const bool isAll = isName(QLatin1String("all"));
    if (!isAll && !isName(QLatin1String("any")))
        return fail();
    ++m_at;
    return lambda(property, isAll);
}

Expression FilterParser::elementPath(int scope)
{
    Expression element{Operation::Element};
    element.scope = scope;
    if (accept(Kind::Slash)) {
        element.member = token().text;
        expect(Kind::Name);
    }
    return element;
}

Expression FilterParser::lambda(const Expression &list, bool isAll)
{
    Expression expression = checked(m_binder.list(list, isAll));
    expect(Kind::Open);
    if (m_error || (!isAll && accept(Kind::Close)))
        return expression;
    m_variables.append(token().text);
    expect(Kind::Name);
    expect(Kind::Colon);
    Expression condition = disjunction();
    expect(Kind::Close);
    m_variables.removeLast();
    condition = m_error ? Expression{} : checked(m_binder.condition(std::move(condition)));
    expression.children.push_back(std::move(condition));
    return expression;
}

} // namespace

Result<Expression> parseFilter(const QString &text, const QList<FilterProperty> &properties, const QString &typeName)
{
    auto tokens = lexFilter(text);
    if (!tokens)
        return failure(tokens.error());
    const FilterBinder binder(properties, typeName);
    return FilterParser(text, std::move(*tokens), binder).run();
}

} // namespace watchdesk::lab
