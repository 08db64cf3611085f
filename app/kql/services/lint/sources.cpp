// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/lint/rules.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

template <typename Visit>
void forEachOperator(const Insight &insight, QStringView name, const Visit &visit)
{
    forEachNode(insight.tree(), [&](const Node &node) {
        if (node.is(NodeKind::Operator) && node.text == name)
            visit(node);
    });
}

} // namespace

void lintWildcardUnion(const Insight &insight, LintReport &report)
{
    forEachOperator(insight, u"union", [&](const Node &op) {
        for (const auto &table : op.children) {
            if (table->is(NodeKind::Wildcard) || table->is(NodeKind::Star))
                report.warn("WD211",
                            tr("%1 reads every table of that name; name those that are needed.").arg(table->text),
                            table->span);
        }
    });
}

void lintSearch(const Insight &insight, LintReport &report)
{
    forEachOperator(insight, u"search", [&](const Node &op) {
        const bool piped = insight.sightOf(op) && insight.sightOf(op)->row;
        if (!op.part(u"in") && !piped)
            report.warn("WD212", tr("search looks into every column of every table; name tables: search in (Table) …"),
                        op.nameSpan);
        else if (!op.children.empty() && op.child(0).is(NodeKind::Star))
            report.warn("WD212", tr("search * keeps every row."), op.nameSpan);
    });
}

void lintJoinKind(const Insight &insight, LintReport &report)
{
    forEachOperator(insight, u"join", [&](const Node &op) {
        if (op.part(u"kind"))
            return;
        const Span behind{op.nameSpan.end, op.nameSpan.end};
        report.suggest("WD213", tr("Without a kind the join is innerunique: one left row a key is kept."), op.nameSpan,
                       {{tr("Say kind=inner"), {{behind, QStringLiteral(" kind=inner")}}},
                        {tr("Say kind=innerunique"), {{behind, QStringLiteral(" kind=innerunique")}}}});
    });
}

} // namespace watchdesk::kql
