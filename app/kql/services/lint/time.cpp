// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/lint/rules.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// Sources of rows, each with the pipe that it begins (or none), outside of a join's right side.
struct Sources
{
    std::vector<std::pair<const Node *, const Node *>> all;
    QSet<const Node *> joined;
    QHash<const Node *, QString> lets; ///< the let that a source or pipe is the value of
};

Sources sourcesOf(const Insight &insight)
{
    Sources sources;
    forEachNode(insight.tree(), [&](const Node &node) {
        const bool joins = node.is(NodeKind::Operator) && (node.text == u"join" || node.text == u"lookup");
        if (joins && !node.children.empty())
            sources.joined.insert(&node.child(0));
        if (node.is(NodeKind::Let) && !node.children.empty())
            sources.lets.insert(&node.child(0), node.text);
        if (node.is(NodeKind::Pipe))
            sources.all.push_back({&node.child(0), &node});
        if (node.is(NodeKind::Query) || node.is(NodeKind::Let)) {
            for (const auto &statement : node.children) {
                if (statement->is(NodeKind::Name))
                    sources.all.push_back({statement.get(), nullptr});
            }
        }
    });
    return sources;
}

/// Every pipe that begins with the let's name filters by time itself.
bool isWindowedLater(const Insight &insight, const QString &name)
{
    bool used = false;
    bool all = true;
    for (const Node *pipe : pipesOf(insight)) {
        if (!pipe->child(0).is(NodeKind::Name) || pipe->child(0).text != name)
            continue;
        used = true;
        all = all && isWindowed(insight, *pipe);
    }
    return used && all;
}

Fix timeFix(const Insight &insight, const Node &source, const QString &column)
{
    const QString &text = insight.text();
    const qsizetype line = text.lastIndexOf(u'\n', qMax(0, source.span.start - 1)) + 1;
    QString indent;
    for (qsizetype i = line; i < source.span.start && text[i].isSpace(); ++i)
        indent += text[i];
    return {tr("Add a filter on the last 7 days"),
            {{{source.span.end, source.span.end},
              u'\n' + indent + QStringLiteral("| where ") + column + QStringLiteral(" > ago(7d)")}}};
}

} // namespace

void lintTimeFilter(const Insight &insight, LintReport &report)
{
    const Sources sources = sourcesOf(insight);
    for (const auto &[source, pipe] : sources.all) {
        const Node *whole = pipe ? pipe : source;
        const QString column = timeColumn(insight, *source);
        if (column.isEmpty() || sources.joined.contains(whole) || (pipe && isWindowed(insight, *pipe)))
            continue;
        const QString let = sources.lets.value(whole);
        if (!let.isEmpty() && isWindowedLater(insight, let))
            continue;
        report.warn("WD201", tr("No filter on %1: all that is held of %2 is read.").arg(column, source->text),
                    source->span, {timeFix(insight, *source, column)});
    }
}

void lintJoinWindow(const Insight &insight, LintReport &report)
{
    for (const Node *side : sourcesOf(insight).joined) {
        const Node &source = side->is(NodeKind::Pipe) ? side->child(0) : *side;
        const QString column = timeColumn(insight, source);
        if (column.isEmpty() || (side->is(NodeKind::Pipe) && isWindowed(insight, *side)))
            continue;
        // A table's name alone takes brackets with the filter.
        const bool bare = !side->is(NodeKind::Pipe) && side->span == side->nameSpan;
        Fix fix = timeFix(insight, source, column);
        if (bare)
            fix.edits = {{source.span,
                          u'(' + source.text + QStringLiteral(" | where ") + column + QStringLiteral(" > ago(7d))")}};
        else if (!side->is(NodeKind::Pipe))
            fix.edits = {{{source.span.end - 1, source.span.end - 1},
                          QStringLiteral(" | where ") + column + QStringLiteral(" > ago(7d)")}};
        report.warn("WD202", tr("The join reads all that is held of %1: no filter on %2.").arg(source.text, column),
                    source.nameSpan, {fix});
    }
}

} // namespace watchdesk::kql
