// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/lint/rules.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

bool isTake(const Node &node) { return node.is(NodeKind::Operator) && (node.text == u"take" || node.text == u"limit"); }

bool isSort(const Node &node) { return node.is(NodeKind::Operator) && (node.text == u"sort" || node.text == u"order"); }

/// 2 for a regular expression, 1 for a text search, 0 for what is cheap.
int costOf(const Node &predicate)
{
    int cost = 0;
    forEachNode(predicate, [&](const Node &node) {
        if (node.text == u"matches regex" || (node.is(NodeKind::Call) && node.text.startsWith(u"extract")))
            cost = 2;
        else if (node.is(NodeKind::Binary) && node.text.contains(u"contains"))
            cost = qMax(cost, 1);
    });
    return cost;
}

/// `later` may go before `earlier`: it names nothing that the earlier one makes.
bool isIndependent(const Insight &insight, const Node &earlier, const Node &later)
{
    const Sight *sight = insight.sightOf(earlier);
    if (!sight || !sight->row || sight->row->isUnknown())
        return false;
    QSet<QString> made;
    forEachNode(earlier, [&](const Node &node) {
        if (node.is(NodeKind::Named))
            made.insert(node.text);
        if (node.is(NodeKind::Expand))
            made.unite(namesIn(node));
    });
    for (const QString &name : namesIn(later)) {
        if (made.contains(name) || sight->row->indexOf(name) < 0)
            return false;
    }
    return true;
}

/// The names that a summarize groups by as they are.
QSet<QString> plainKeys(const Node &summarize)
{
    QSet<QString> keys;
    const Node *by = summarize.part(u"by");
    for (size_t i = 0; by && i < by->children.size(); ++i) {
        if (by->child(i).is(NodeKind::Name))
            keys.insert(by->child(i).text);
    }
    return keys;
}

bool mayPass(const Insight &insight, const Node &earlier, const Node &filter)
{
    if (earlier.text == u"summarize") {
        const QSet<QString> names = namesIn(filter);
        return !names.isEmpty() && plainKeys(earlier).contains(names);
    }
    if (isSort(earlier))
        return true;
    return (earlier.text == u"mv-expand" || earlier.text == u"mvexpand") && isIndependent(insight, earlier, filter);
}

} // namespace

void lintExpensiveFirst(const Insight &insight, LintReport &report)
{
    forEachNode(insight.tree(), [&](const Node &node) {
        if (!isFilter(node))
            return;
        const auto parts = conjuncts(node.child(0));
        for (size_t i = 1; i < parts.size(); ++i) {
            if (costOf(*parts[i - 1]) < 2 || costOf(*parts[i]) >= 2)
                continue;
            const Span first = parts[i - 1]->span;
            const Span second = parts[i]->span;
            report.warn("WD207", tr("A regular expression is tried before a cheaper filter."), first,
                        {{tr("Put the cheaper filter first"),
                          {{first, insight.textOf(second).toString()}, {second, insight.textOf(first).toString()}}}});
            return;
        }
    });
    for (const Node *pipe : pipesOf(insight)) {
        for (size_t i = 2; i < pipe->children.size(); ++i) {
            const Node &before = pipe->child(i - 1);
            if (isFilter(before) && isFilter(pipe->child(i)) && costOf(before) == 2 && costOf(pipe->child(i)) < 2)
                report.warn("WD207", tr("A regular expression is tried before a cheaper filter."), before.nameSpan,
                            {{tr("Put the cheaper filter first"), swappedStages(insight, *pipe, i)}});
        }
    }
}

void lintSort(const Insight &insight, LintReport &report)
{
    for (const Node *pipe : pipesOf(insight)) {
        bool bounded = false; // summarize, count, top and take leave few rows
        for (size_t i = 1; i < pipe->children.size(); ++i) {
            const Node &op = pipe->child(i);
            static const QSet<QString> small{QStringLiteral("summarize"),  QStringLiteral("count"),
                                             QStringLiteral("top"),        QStringLiteral("take"),
                                             QStringLiteral("limit"),      QStringLiteral("distinct"),
                                             QStringLiteral("make-series")};
            bounded = bounded || small.contains(op.text);
            if (!isSort(op))
                continue;
            const Node *next = i + 1 < pipe->children.size() ? &pipe->child(i + 1) : nullptr;
            const Node *by = op.part(u"by");
            if (next && isTake(*next) && by && !next->children.empty() && by->children.size() == 1) {
                const QString top = QStringLiteral("top ") + insight.textOf(next->child(0).span).toString() + u' ' +
                                    insight.textOf(by->span).toString();
                report.warn("WD208", tr("%1 and %2 are one step: top.").arg(op.text, next->text), op.nameSpan,
                            {{tr("Make it top"), {{{op.span.start, next->span.end}, top}}}});
            } else if (!bounded && !next) {
                report.warn(
                    "WD208", tr("All rows are sorted; top would keep the first ones only."), op.nameSpan,
                    by && by->children.size() == 1
                        ? QList<Fix>{{tr("Keep the first 100"),
                                      {{op.span, QStringLiteral("top 100 ") + insight.textOf(by->span).toString()}}}}
                        : QList<Fix>{});
            }
        }
    }
}

void lintEarlyTake(const Insight &insight, LintReport &report)
{
    for (const Node *pipe : pipesOf(insight)) {
        for (size_t i = 2; i < pipe->children.size(); ++i) {
            if (isTake(pipe->child(i - 1)) && isFilter(pipe->child(i)))
                report.warn("WD209",
                            tr("%1 comes before a filter: it keeps any rows, also those that the filter drops.")
                                .arg(pipe->child(i - 1).text),
                            pipe->child(i - 1).nameSpan, {{tr("Filter first"), swappedStages(insight, *pipe, i)}});
        }
    }
}

void lintLateFilter(const Insight &insight, LintReport &report)
{
    for (const Node *pipe : pipesOf(insight)) {
        for (size_t i = 2; i < pipe->children.size(); ++i) {
            const Node &before = pipe->child(i - 1);
            const Node &filter = pipe->child(i);
            if (isFilter(filter) && before.is(NodeKind::Operator) && mayPass(insight, before, filter))
                report.warn("WD210", tr("The filter does not need %1 and should come before it.").arg(before.text),
                            filter.nameSpan, {{tr("Filter first"), swappedStages(insight, *pipe, i)}});
        }
    }
}

} // namespace watchdesk::kql
