// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/lint/rules.h"

#include <algorithm>

namespace watchdesk::kql {

QList<Finding> lint(const Insight &insight)
{
    LintReport report;
    for (const auto rule :
         {lintTimeFilter, lintJoinWindow, lintContains, lintCaseFolding, lintLeadingWildcard, lintEqualities,
          lintExpensiveFirst, lintSort, lintEarlyTake, lintLateFilter, lintWildcardUnion, lintSearch, lintJoinKind})
        rule(insight, report);
    QList<Finding> findings = report.findings();
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return a.diagnostic.span.start < b.diagnostic.span.start;
    });
    return findings;
}

} // namespace watchdesk::kql
