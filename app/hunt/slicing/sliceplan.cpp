// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/slicing/sliceplan.h"

#include "app/kql/lexer.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

namespace watchdesk::hunt {

namespace {

using kql::Node;
using kql::NodeKind;

const QString kTime = QStringLiteral("Timestamp");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

tl::unexpected<Error> cannotCut(const QString &why)
{
    return failure(Error::Kind::Refused, Words::tr("It cannot be cut into slices of time: %1.").arg(why));
}

QString literal(Ticks ticks) { return QStringLiteral("datetime(%1)").arg(isoFromTicks(ticks)); }

QStringView textOf(const QString &query, const kql::Span &span)
{
    return QStringView(query).mid(span.start, span.end - span.start);
}

/// The token at which the parenthesis that opens at `open` closes; -1 where it does not.
qsizetype closing(const QString &query, const QList<kql::Token> &tokens, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < tokens.size(); ++i) {
        const QStringView text = textOf(query, tokens[i].span);
        depth += text == u"(" ? 1 : text == u")" ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return -1;
}

bool definesName(const Node &query, const QString &name)
{
    for (const auto &statement : query.children) {
        if (statement->is(NodeKind::Let) && statement->text == name)
            return true;
    }
    return false;
}

/// A column that is given this name anew in an operator's list.
bool assigns(const Node &operation, const QString &name)
{
    for (const auto &child : operation.children) {
        if (child->is(NodeKind::Named) && (child->text == name || child->names.contains(name)))
            return true;
    }
    return false;
}

bool isRowwiseJoin(const Node &operation)
{
    static const QStringList kinds = {QStringLiteral("inner"),        QStringLiteral("leftouter"),
                                      QStringLiteral("leftsemi"),     QStringLiteral("leftanti"),
                                      QStringLiteral("leftantisemi"), QStringLiteral("anti")};
    for (const auto &child : operation.children) {
        if (child->is(NodeKind::Option) && child->text == u"kind")
            return kinds.contains(child->names.value(0));
    }
    for (const auto &[key, part] : operation.parts) {
        if (part->is(NodeKind::Option) && part->text == u"kind")
            return kinds.contains(part->names.value(0));
    }
    return operation.text == u"lookup"; // leftouter unless it says otherwise, and inner is fine as well
}

bool isRowwise(const Node &operation)
{
    static const QStringList names =
        QStringLiteral("where filter extend project project-away project-keep project-rename project-reorder parse "
                       "parse-where parse-kv mv-expand mvexpand as render")
            .split(u' ');
    if (operation.text == u"join" || operation.text == u"lookup")
        return isRowwiseJoin(operation);
    return names.contains(operation.text);
}

bool isSort(const Node &operation) { return operation.text == u"sort" || operation.text == u"order"; }

bool isTake(const Node &operation) { return operation.text == u"take" || operation.text == u"limit"; }

/// The key that a sort begins with, where it is the plain Timestamp.
const Node *timeKey(const Node &operation)
{
    const Node *by = operation.part(u"by");
    const Node *first = by && !by->children.empty() ? by->children.front().get() : by;
    if (!first && !operation.children.empty())
        first = operation.children.front().get();
    if (!first || !first->is(NodeKind::Ordered) || first->children.empty())
        return nullptr;
    const Node &key = first->child(0);
    return key.is(NodeKind::Name) && key.text == kTime ? first : nullptr;
}

} // namespace

std::optional<QString> withFixedNow(const QString &query, Ticks now)
{
    const kql::Parsed parsed = kql::parse(query);
    if (definesName(*parsed.query, QStringLiteral("now")) || definesName(*parsed.query, QStringLiteral("ago")))
        return std::nullopt;
    const QList<kql::Token> tokens = kql::lex(query);
    QList<QPair<kql::Span, QString>> changes;
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const QStringView word = textOf(query, tokens[i].span);
        const bool isCall = textOf(query, tokens[i + 1].span) == u"(" && (word == u"now" || word == u"ago");
        const bool isMember = i > 0 && textOf(query, tokens[i - 1].span) == u".";
        if (!isCall || isMember || tokens[i].kind != kql::TokenKind::Identifier)
            continue;
        const qsizetype end = closing(query, tokens, i + 1);
        if (end < 0)
            return std::nullopt;
        const bool isBare = end == i + 2;
        const QString sign = word == u"ago" ? QStringLiteral("-") : QStringLiteral("+");
        // "ago(" becomes "(datetime(…) - (" and its ")" "))".
        const QString opening = u'(' + literal(now) + (isBare ? QString() : QString(sign + u'('));
        changes.append({{tokens[i].span.start, tokens[i + 1].span.end}, opening});
        if (!isBare)
            changes.append({tokens[end].span, QStringLiteral("))")});
    }
    QString fixed = query;
    std::sort(changes.begin(), changes.end(),
              [](const auto &left, const auto &right) { return left.first.start > right.first.start; });
    for (const auto &[span, text] : changes)
        fixed.replace(span.start, span.end - span.start, text);
    return fixed;
}

Result<SlicePlan> SlicePlan::make(const QString &query, Ticks now)
{
    const auto fixed = withFixedNow(query, now);
    if (!fixed)
        return cannotCut(Words::tr("it defines now or ago itself"));
    const kql::Parsed parsed = kql::parse(*fixed);
    if (!parsed.diagnostics.isEmpty() || parsed.query->children.empty())
        return cannotCut(Words::tr("it cannot be read"));
    const Node &last = *parsed.query->children.back();
    const Node &source = last.is(NodeKind::Pipe) ? last.child(0) : last;
    if (!source.is(NodeKind::Name) || definesName(*parsed.query, source.text))
        return cannotCut(Words::tr("it does not begin with one table"));
    SlicePlan plan;
    plan.m_head = fixed->left(source.span.end);
    plan.m_tail = fixed->mid(source.span.end);
    int filtersEnd = source.span.end;
    bool isLeading = true;
    bool hasOwnTime = true;
    const size_t count = last.is(NodeKind::Pipe) ? last.children.size() : 1;
    for (size_t i = 1; i < count; ++i) {
        const Node &operation = last.child(i);
        const bool isEnd = i + 1 == count || last.child(count - 1).text == u"render";
        isLeading = isLeading && (operation.text == u"where" || operation.text == u"filter");
        if (isLeading)
            filtersEnd = operation.span.end;
        if (plan.m_take >= 0 && operation.text != u"render")
            return cannotCut(Words::tr("“%1” follows on “take”").arg(operation.text));
        if (isTake(operation) && isEnd && !operation.children.empty() && operation.child(0).is(NodeKind::Long)) {
            plan.m_take = operation.child(0).text.toLongLong();
        } else if (isSort(operation)) {
            const Node *key = timeKey(operation);
            if (!key || !hasOwnTime)
                return cannotCut(Words::tr("it is not sorted by its Timestamp"));
            plan.m_order = key->text == u"asc" ? Order::Ascending : Order::Descending;
        } else if (!isRowwise(operation)) {
            return cannotCut(Words::tr("“%1” looks at all rows together").arg(operation.text));
        } else if (plan.m_order != Order::None && (operation.text == u"join" || operation.text == u"lookup")) {
            return cannotCut(Words::tr("“%1” follows on a sort").arg(operation.text));
        }
        hasOwnTime = hasOwnTime && !assigns(operation, kTime);
    }
    plan.m_filters = fixed->mid(source.span.end, filtersEnd - source.span.end);
    return plan;
}

QString SlicePlan::query(const TimeSlice &slice) const
{
    const QString condition =
        slice.isUndated
            ? QStringLiteral(" | where isnull(Timestamp)")
            : QStringLiteral(" | where Timestamp >= %1 and Timestamp < %2").arg(literal(slice.from), literal(slice.to));
    return m_head + condition + m_tail;
}

QString SlicePlan::extentQuery() const
{
    return m_head + m_filters +
           QStringLiteral("\n| summarize Rows=count(), First=min(Timestamp), Last=max(Timestamp), "
                          "Undated=countif(isnull(Timestamp))");
}

} // namespace watchdesk::hunt
