// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/services/fix.h"
#include "app/kql/services/insight.h"

#include <QSet>

namespace watchdesk::kql {

/// Collects what the rules find.
class LintReport
{
public:
    void warn(const char *code, const QString &message, Span span, QList<Fix> fixes = {})
    {
        add(code, Diagnostic::Severity::Warning, message, span, std::move(fixes));
    }
    void suggest(const char *code, const QString &message, Span span, QList<Fix> fixes = {})
    {
        add(code, Diagnostic::Severity::Suggestion, message, span, std::move(fixes));
    }
    QList<Finding> &findings() { return m_findings; }

private:
    void add(const char *code, Diagnostic::Severity severity, const QString &message, Span span, QList<Fix> fixes)
    {
        m_findings.append({{QString::fromLatin1(code), severity, message, span, {}}, std::move(fixes)});
    }
    QList<Finding> m_findings;
};

// One function a rule; each in the file of its subject.

void lintTimeFilter(const Insight &, LintReport &);      // time.cpp: WD201 no time filter
void lintJoinWindow(const Insight &, LintReport &);      // WD202 a join whose right side has no time filter
void lintContains(const Insight &, LintReport &);        // strings.cpp: WD203 contains where has would do
void lintCaseFolding(const Insight &, LintReport &);     // WD204 tolower(x) == "y"
void lintLeadingWildcard(const Insight &, LintReport &); // WD205 a pattern that begins with .* or *
void lintEqualities(const Insight &, LintReport &);      // WD206 x == a or x == b
void lintExpensiveFirst(const Insight &, LintReport &);  // order.cpp: WD207 a regular expression before cheaper filters
void lintSort(const Insight &, LintReport &);            // WD208 an unbounded sort, or a sort that take follows
void lintEarlyTake(const Insight &, LintReport &);       // WD209 take before a filter
void lintLateFilter(const Insight &, LintReport &);      // WD210 a filter behind mv-expand, join, sort or summarize
void lintWildcardUnion(const Insight &, LintReport &);   // sources.cpp: WD211 union *
void lintSearch(const Insight &, LintReport &);          // WD212 search without tables or columns
void lintJoinKind(const Insight &, LintReport &);        // WD213 join without a kind

// shape.cpp: what several rules ask.

/// Calls `visit` with the operators of each pipe: child 0 is the source.
std::vector<const Node *> pipesOf(const Insight &insight);
/// True if the tree below names a column of type datetime.
bool mentionsTime(const Insight &insight, const Node &node);
/// The name of the table's column of time (Timestamp, TimeGenerated), or nothing.
QString timeColumn(const Insight &insight, const Node &source);
/// True if a filter on time comes before anything that changes the rows.
bool isWindowed(const Insight &insight, const Node &pipe);
bool isFilter(const Node &node);
/// The names below the node, wherever they are.
QSet<QString> namesIn(const Node &node);
/// The parts that "and" joins.
std::vector<const Node *> conjuncts(const Node &predicate);
/// Swaps a stage of the pipe with the one before it, the bar included.
QList<Edit> swappedStages(const Insight &insight, const Node &pipe, size_t later);

} // namespace watchdesk::kql
