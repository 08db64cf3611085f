// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/searchpredicate.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// False for texts that no value of the type can have, so that most columns need not be written out.
bool mayHold(ColumnType type, QStringView pattern)
{
    static const QHash<ColumnType, QString> letters{
        {ColumnType::Bool, QStringLiteral("aeflrstu")},
        {ColumnType::Int, QStringLiteral("-0123456789")},
        {ColumnType::Long, QStringLiteral("-0123456789")},
        {ColumnType::Real, QStringLiteral("+-.0123456789aefin")},
        {ColumnType::Decimal, QStringLiteral("+-.0123456789e")},
        {ColumnType::Guid, QStringLiteral("-0123456789abcdef")},
        {ColumnType::DateTime, QStringLiteral("-.0123456789:tz")},
        {ColumnType::TimeSpan, QStringLiteral("-.0123456789:")},
    };
    const auto known = letters.constFind(type);
    return known == letters.constEnd() || std::all_of(pattern.begin(), pattern.end(), [&known](QChar c) {
               return c == u'*' || known->contains(c.toLower());
           });
}

ScalarPointer always() { return literalScalar({ColumnType::Bool, true}); }

} // namespace

SearchPredicate::SearchPredicate(Binder &binder, RelationPointer rows, bool isCaseSensitive)
    : m_binder(binder)
    , m_rows(std::move(rows))
    , m_isCaseSensitive(isCaseSensitive)
{
}

ScalarPointer SearchPredicate::bind(const Node &node)
{
    if (node.is(NodeKind::And) || node.is(NodeKind::Or))
        return joined(node);
    if (node.is(NodeKind::Star))
        return always();
    if (node.is(NodeKind::String) && node.names.size() == 1) // several pieces are a text, and no term
        return term(node.text, node.span);
    if (node.is(NodeKind::Binary) && node.child(0).is(NodeKind::Star))
        return anyColumn(node);
    if (node.is(NodeKind::Binary) && node.text == u":")
        return inColumn(node);
    Binder::Inside inside(m_binder, m_rows);
    const ScalarPointer value = m_binder.scalar(node);
    const auto *text = std::get_if<QString>(&value->value);
    if (!node.is(NodeKind::String) && value->isLiteral() && value->type == ColumnType::String && text)
        return term(*text, node.span);
    if (!value->isBroken() && value->type != ColumnType::Bool) {
        m_binder.error("KS141", Words::tr("The expression must have the type %1.").arg(u"bool"), node.span);
        return brokenScalar();
    }
    return value;
}

ScalarPointer SearchPredicate::joined(const Node &node)
{
    std::vector<ScalarPointer> parts;
    QStringList sql;
    for (const auto &child : node.children) {
        sql.append(u'$' + QString::number(parts.size()));
        parts.push_back(bind(*child));
    }
    const QString word = node.is(NodeKind::And) ? QStringLiteral(" AND ") : QStringLiteral(" OR ");
    return callScalar(QString(u'(' + sql.join(word) + u')'), std::move(parts), ColumnType::Bool);
}

ScalarPointer SearchPredicate::termIn(const ScalarPointer &column, const QString &pattern, Span span)
{
    const bool opensStart = pattern.startsWith(u'*');
    const bool opensEnd = pattern.size() > 1 && pattern.endsWith(u'*');
    const QString text = pattern.mid(opensStart, pattern.size() - opensStart - opensEnd);
    if (text.contains(u'*'))
        m_binder.refuse(Words::tr("A * in the middle of a text is not supported in search."), span);
    if (text.isEmpty())
        return always();
    const QString function = opensStart && opensEnd ? QStringLiteral("kql_contains")
                             : opensStart           ? QStringLiteral("kql_hassuffix")
                             : opensEnd             ? QStringLiteral("kql_hasprefix")
                                                    : QStringLiteral("kql_has");
    const bool contains = opensStart && opensEnd;
    const QString cased = contains ? QStringLiteral("contains") : QString(function + QStringLiteral("_cs"));
    return sureScalar((m_isCaseSensitive ? cased : function) + QStringLiteral("($0, $1)"),
                      {asText(column), textScalar(text)}, ColumnType::Bool);
}

ScalarPointer SearchPredicate::term(const QString &pattern, Span span)
{
    std::vector<ScalarPointer> parts;
    for (const auto &column : columns()) {
        if (mayHold(column->type, pattern))
            parts.push_back(termIn(column, pattern, span));
    }
    return anyOf(std::move(parts));
}

/// * has "x": the comparison with each column's text.
ScalarPointer SearchPredicate::anyColumn(const Node &comparison)
{
    const ScalarPointer value = m_binder.constantOn(comparison.child(1));
    const auto *text = std::get_if<QString>(&value->value);
    if (value->isBroken())
        return value;
    if (!text || !value->isLiteral()) {
        m_binder.refuse(Words::tr("* is compared with plain texts only."), comparison.span);
        return always();
    }
    std::vector<ScalarPointer> parts;
    for (const auto &column : columns()) {
        const QString &op = comparison.text;
        if (!op.startsWith(u'!') && !mayHold(column->type, *text))
            continue;
        if (op == u"==" || op == u"!=")
            parts.push_back(sureScalar(op == u"==" ? QStringLiteral("($0 = $1)") : QStringLiteral("($0 <> $1)"),
                                       {asText(column), value}, ColumnType::Bool));
        else
            parts.push_back(stringOperation(m_binder, op, asText(column), value, comparison.nameSpan));
    }
    return anyOf(std::move(parts));
}

/// Column:"x"
ScalarPointer SearchPredicate::inColumn(const Node &comparison)
{
    const ScalarPointer column = m_binder.scalarOn(comparison.child(0), m_rows);
    const Node &value = comparison.child(1);
    const bool isText = column->type == ColumnType::String || column->type == ColumnType::Dynamic;
    if (column->isBroken() || !value.is(NodeKind::String) || !isText) {
        Binder::Inside inside(m_binder, m_rows);
        return bindStringOperator(m_binder, comparison);
    }
    return termIn(column, value.text, value.span);
}

std::vector<ScalarPointer> SearchPredicate::columns() const
{
    std::vector<ScalarPointer> columns;
    for (const int index : visibleColumns(*m_rows)) {
        const BoundColumn &column = m_rows->columns[size_t(index)];
        if (column.known && column.name != u"$table")
            columns.push_back(columnScalar(*m_rows, index));
    }
    return columns;
}

ScalarPointer SearchPredicate::anyOf(std::vector<ScalarPointer> parts)
{
    if (parts.empty())
        return literalScalar({ColumnType::Bool, false});
    QStringList sql;
    for (size_t i = 0; i < parts.size(); ++i)
        sql.append(u'$' + QString::number(i));
    return callScalar(QString(u'(' + sql.join(QStringLiteral(" OR ")) + u')'), std::move(parts), ColumnType::Bool);
}

} // namespace watchdesk::kql
