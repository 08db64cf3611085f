// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/extract.h"

#include "app/kql/services/insight.h"

#include <QCoreApplication>
#include <QSet>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

Span trimmed(const QString &text, Span span)
{
    while (span.start < span.end && text[span.start].isSpace())
        ++span.start;
    while (span.end > span.start && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

/// The statement to stand above, and whether the span is an expression.
struct Found
{
    const Node *statement = nullptr;
    const Node *value = nullptr;
    bool rows = false;
};

/// The node's span without the brackets that the tree has no node for.
Span bare(const Insight &insight, const Node &node)
{
    Span span = node.span;
    const bool inBrackets = !node.children.empty() && node.child(0).span.start > span.start;
    while (inBrackets && span.start < span.end && insight.text()[span.start] == u'(' &&
           insight.text()[span.end - 1] == u')')
        span = trimmed(insight.text(), {span.start + 1, span.end - 1});
    return span;
}

/// A pipe that is cut off behind one of its operators counts as an expression.
bool isBeginning(const Node &pipe, Span span)
{
    if (!pipe.is(NodeKind::Pipe) || pipe.child(0).span.start != span.start)
        return false;
    for (size_t i = 1; i + 1 < pipe.children.size(); ++i) {
        if (pipe.child(i).span.end == span.end)
            return true;
    }
    return false;
}

Found find(const Insight &insight, Span span)
{
    Found found;
    const Node *statement = nullptr;
    const Node *above = nullptr;
    for (const Node *node : insight.pathAt(span.start)) {
        if (above && above->is(NodeKind::Query) && span.end <= node->span.end)
            statement = node;
        above = node;
        const bool isExpression = insight.sightOf(*node) && !node->is(NodeKind::Operator);
        if ((node->span == span || bare(insight, *node) == span) && isExpression && !found.value)
            found = {statement, node, false};
        else if (isBeginning(*node, span))
            found = {statement, node, true};
    }
    if (found.value) {
        const Sight *sight = insight.sightOf(*found.value);
        found.rows = found.rows || (sight && sight->binding.relation);
    }
    return found;
}

QString freeName(const Insight &insight, bool rows)
{
    QSet<QString> taken;
    for (const Token &token : insight.tokens())
        taken.insert(insight.textOf(token.span).toString());
    const QString wanted = rows ? QStringLiteral("rows") : QStringLiteral("value");
    QString name = wanted;
    for (int i = 2; taken.contains(name) || insight.schema().find(name); ++i)
        name = wanted + QString::number(i);
    return name;
}

} // namespace

Result<Extraction> extractToLet(const Insight &insight, Span wanted)
{
    const Span span = trimmed(insight.text(), wanted);
    const Found found = find(insight, span);
    if (span.start == span.end || !found.value || !found.statement)
        return failure(Error::Kind::InvalidInput, tr("Select a whole expression, or a pipe from its beginning."));
    const Sight *sight = insight.sightOf(*found.value);
    const bool constant = found.rows || (sight->binding.scalar && sight->binding.scalar->constant);
    if (!constant)
        return failure(Error::Kind::InvalidInput, tr("This reads columns of its row; it cannot stand alone."));
    Extraction extraction;
    extraction.name = freeName(insight, found.rows);
    const int at = found.statement->span.start;
    const qsizetype lineStart = at > 0 ? insight.text().lastIndexOf(u'\n', at - 1) + 1 : 0;
    const QString indent = insight.text().mid(lineStart, at - lineStart);
    const QString above = QStringLiteral("let ") + extraction.name + QStringLiteral(" = ") +
                          insight.textOf(span).toString() + QStringLiteral(";\n") +
                          (indent.trimmed().isEmpty() ? indent : QString());
    extraction.edits = {{{at, at}, above}, {span, extraction.name}};
    extraction.nameAt = span.start + int(above.size());
    return extraction;
}

} // namespace watchdesk::kql
