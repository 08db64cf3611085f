// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/filter.h"

#include "app/store/filterlexer.h"
#include "app/store/filterterm.h"

#include <QCoreApplication>

namespace watchdesk::store {

namespace {

constexpr qsizetype kLongestFilter = 16'384;
constexpr int kDeepest = 64;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store::Parser", text); }

/// or := and { "or" and } · and := not { ["and"] not } · not := ("not" | "-") not | "(" or ")" | term
class Parser
{
public:
    using Kind = FilterToken::Kind;

    Parser(const QList<FilterToken> &tokens, const QList<FilterField> &fields, qint64 now)
        : m_tokens(tokens)
        , m_fields(fields)
        , m_now(now)
    {
    }

    Result<FilterSql> run()
    {
        auto sql = alternatives();
        if (sql && here().kind != Kind::End)
            return failure(filterError(tr("A parenthesis was not opened."), here().start, here().end));
        return sql;
    }

private:
    const FilterToken &here() const { return m_tokens[m_at]; }
    bool startsOperand() const
    {
        return here().kind == Kind::Term || here().kind == Kind::Open || here().kind == Kind::Not;
    }

    static FilterSql joined(const FilterSql &left, const QString &word, const FilterSql &right)
    {
        return {QStringLiteral("(%1) %2 (%3)").arg(left.where, word, right.where), left.parameters + right.parameters};
    }

    Result<FilterSql> alternatives()
    {
        auto left = conjunction();
        while (left && here().kind == Kind::Or) {
            ++m_at;
            auto right = conjunction();
            if (!right)
                return right;
            left = joined(*left, QStringLiteral("OR"), *right);
        }
        return left;
    }

    Result<FilterSql> conjunction()
    {
        auto left = operand();
        while (left && (here().kind == Kind::And || startsOperand())) {
            if (here().kind == Kind::And)
                ++m_at;
            auto right = operand();
            if (!right)
                return right;
            left = joined(*left, QStringLiteral("AND"), *right);
        }
        return left;
    }

    Result<FilterSql> operand()
    {
        const FilterToken &token = here();
        if (m_depth >= kDeepest)
            return failure(filterError(tr("The filter is nested too deeply."), token.start, token.end));
        switch (token.kind) {
        case Kind::Term:
            ++m_at;
            return compileTerm(token, m_fields, m_now);
        case Kind::Not:
            return negation();
        case Kind::Open:
            return group();
        default:
            return failure(filterError(tr("A condition is missing here."), token.start, token.end));
        }
    }

    Result<FilterSql> negation()
    {
        ++m_at;
        ++m_depth;
        auto sql = operand();
        --m_depth;
        if (sql)
            sql->where = QStringLiteral("NOT coalesce((%1), false)").arg(sql->where);
        return sql;
    }

    Result<FilterSql> group()
    {
        const FilterToken &open = here();
        ++m_at;
        ++m_depth;
        auto sql = alternatives();
        --m_depth;
        if (!sql)
            return sql;
        if (here().kind != Kind::Close)
            return failure(filterError(tr("A parenthesis is not closed."), open.start, open.end));
        ++m_at;
        return sql;
    }

    const QList<FilterToken> &m_tokens;
    const QList<FilterField> &m_fields;
    qint64 m_now;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<FilterSql> compileFilter(const QString &expression, const QList<FilterField> &fields, qint64 now)
{
    if (expression.size() > kLongestFilter)
        return failure(filterError(QCoreApplication::translate("watchdesk::store", "The filter is too long."), 0,
                                   int(expression.size())));
    auto tokens = lexFilter(expression);
    if (!tokens)
        return failure(tokens.error());
    if (tokens->size() == 1)
        return FilterSql{};
    return Parser(*tokens, fields, now).run();
}

} // namespace watchdesk::store
