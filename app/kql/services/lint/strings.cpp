// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/lint/rules.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// has finds whole terms; three letters and more are looked up rather than searched for.
bool isTerm(const QString &text)
{
    return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

bool isFolding(const Node &node)
{
    return node.is(NodeKind::Call) && (node.text == u"tolower" || node.text == u"toupper") && node.children.size() == 1;
}

} // namespace

void lintContains(const Insight &insight, LintReport &report)
{
    forEachNode(insight.tree(), [&](const Node &node) {
        const bool contains =
            node.is(NodeKind::Binary) && (node.text == u"contains" || node.text == u"!contains" ||
                                          node.text == u"contains_cs" || node.text == u"!contains_cs");
        if (!contains || !node.child(1).is(NodeKind::String) || !isTerm(node.child(1).text))
            return;
        QString has = node.text;
        has.replace(QStringLiteral("contains"), QStringLiteral("has"));
        report.suggest("WD203",
                       tr("%1 looks at every position; %2 finds whole terms and is quicker.").arg(node.text, has),
                       node.nameSpan, {{tr("Use %1 (whole terms only)").arg(has), {{node.nameSpan, has}}}});
    });
}

void lintCaseFolding(const Insight &insight, LintReport &report)
{
    forEachNode(insight.tree(), [&](const Node &node) {
        const bool equality = node.is(NodeKind::Binary) && (node.text == u"==" || node.text == u"!=");
        if (!equality || !isFolding(node.child(0)) || !node.child(1).is(NodeKind::String))
            return;
        const QString text = node.child(1).text;
        const QString folded = node.child(0).text == u"tolower" ? text.toLower() : text.toUpper();
        const QString op = node.text == u"==" ? QStringLiteral("=~") : QStringLiteral("!~");
        QList<Fix> fixes;
        if (folded == text) // else the comparison is never true, and its writer has to say what was meant
            fixes.append(
                {tr("Compare without regard to case (%1)").arg(op),
                 {{node.child(0).span, insight.textOf(node.child(0).child(0).span).toString()}, {node.nameSpan, op}}});
        report.warn("WD204",
                    folded == text
                        ? tr("%1() of every row; %2 compares without regard to case.").arg(node.child(0).text, op)
                        : tr("%1() never gives a text like this one.").arg(node.child(0).text),
                    node.span, fixes);
    });
}

void lintLeadingWildcard(const Insight &insight, LintReport &report)
{
    static const QRegularExpression leading(QStringLiteral("^(\\^?\\.\\*[?]?)+"));
    forEachNode(insight.tree(), [&](const Node &node) {
        if (!node.is(NodeKind::Binary) || !node.child(1).is(NodeKind::String))
            return;
        const Node &pattern = node.child(1);
        const QString written = insight.textOf(pattern.span).toString();
        const bool starred =
            node.text != u"matches regex" && pattern.text.startsWith(u'*') && node.text != u"==" && node.text != u"!=";
        if (starred) {
            report.warn("WD205", tr("* is an ordinary character here; %1 does not know it.").arg(node.text),
                        pattern.span);
            return;
        }
        const auto match = leading.match(pattern.text);
        if (node.text != u"matches regex" || !match.hasMatch() || match.capturedLength() == pattern.text.size())
            return;
        const qsizetype at = written.indexOf(match.captured());
        QList<Fix> fixes;
        if (at >= 0)
            fixes.append(
                {tr("Drop the leading %1").arg(match.captured()),
                 {{{pattern.span.start + int(at), pattern.span.start + int(at + match.capturedLength())}, {}}}});
        report.warn("WD205", tr("The pattern begins with %1, which every text matches.").arg(match.captured()),
                    pattern.span, fixes);
    });
}

void lintEqualities(const Insight &insight, LintReport &report)
{
    forEachNode(insight.tree(), [&](const Node &node) {
        if (!node.is(NodeKind::Or) || node.children.size() < 2)
            return;
        QStringList values;
        const Node &first = node.child(0);
        for (const auto &part : node.children) {
            const bool same = part->is(NodeKind::Binary) && first.is(NodeKind::Binary) && part->text == first.text &&
                              (part->text == u"==" || part->text == u"=~") && part->child(0).is(NodeKind::Name) &&
                              part->child(0).text == first.child(0).text && part->child(1).is(NodeKind::String) &&
                              part->span.start <= part->child(0).span.start;
            if (!same)
                return;
            values.append(insight.textOf(part->child(1).span).toString());
        }
        const QString op = first.text == u"==" ? QStringLiteral("in") : QStringLiteral("in~");
        Span span = node.span; // that of the parts: brackets around stay
        span.start = first.span.start;
        span.end = node.children.back()->span.end;
        report.suggest("WD206", tr("One list reads better: %1.").arg(op), span,
                       {{tr("Make it one list"),
                         {{span, insight.textOf(first.child(0).span).toString() + u' ' + op + QStringLiteral(" (") +
                                     values.join(QStringLiteral(", ")) + u')'}}}});
    });
}

} // namespace watchdesk::kql
