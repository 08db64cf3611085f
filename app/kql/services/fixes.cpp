// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/fix.h"

#include "app/kql/functions/functiontable.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/language.h"
#include "app/kql/similar.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// What the name at an error's place could have been.
QStringList candidatesFor(const Insight &insight, const Diagnostic &error)
{
    QStringList names;
    if (error.code == u"KS176") {
        for (const auto &op : Language::instance().operators)
            names.append(op.name);
        return names;
    }
    if (error.code == u"KS211")
        names = FunctionTable::instance().names();
    if (error.code == u"KS204" || error.code == u"KS142") {
        for (const auto &table : insight.schema().tables)
            names.append(table.name);
    }
    const Node *op = insight.operatorAt(error.span.start);
    const Sight *stage = op ? insight.sightOf(*op) : nullptr;
    if (stage && stage->row && error.code == u"KS142") {
        names.clear();
        for (const auto &column : stage->row->columns)
            names.append(column.name);
    }
    for (const Scope *scope = stage ? stage->scope.get() : nullptr; scope; scope = scope->outer.get())
        names += scope->names.keys();
    return names;
}

bool isNameError(const QString &code)
{
    return code == u"KS142" || code == u"KS204" || code == u"KS211" || code == u"KS176";
}

void addNameFix(const Insight &insight, const Diagnostic &error, QList<Fix> &fixes)
{
    const QString name = insight.textOf(error.span).toString();
    const QString like = mostLike(name, candidatesFor(insight, error));
    if (!like.isEmpty())
        fixes.append({tr("Change to %1").arg(like), {{error.span, error.code == u"KS176" ? like : written(like)}}});
}

/// 'Foo-Bar' and 'Foo Bar' are columns that need quotes; unquoted they are several words.
void addQuoteFix(const Insight &insight, const Diagnostic &error, QList<Fix> &fixes)
{
    const Node *op = insight.operatorAt(error.span.start);
    const Sight *stage = op ? insight.sightOf(*op) : nullptr;
    if (!stage || !stage->row)
        return;
    for (const auto &column : stage->row->columns) {
        const bool begins = column.name.size() > error.span.end - error.span.start &&
                            QStringView(insight.text()).mid(error.span.start).startsWith(column.name);
        if (begins && written(column.name) != column.name)
            fixes.append({tr("Quote the column %1").arg(column.name),
                          {{{error.span.start, error.span.start + int(column.name.size())}, written(column.name)}}});
    }
}

bool isIn(int position, Span span) { return position >= span.start && position <= span.end; }

} // namespace

QList<Fix> fixesAt(const Insight &insight, int position)
{
    QList<Finding> findings;
    for (const Diagnostic &error : insight.diagnostics()) {
        if (!isIn(position, error.span) || !isNameError(error.code))
            continue;
        Finding finding{error, {}};
        addNameFix(insight, error, finding.fixes);
        addQuoteFix(insight, error, finding.fixes);
        findings.append(finding);
    }
    for (const Finding &finding : lint(insight)) {
        if (isIn(position, finding.diagnostic.span))
            findings.append(finding);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return a.diagnostic.span.start > b.diagnostic.span.start;
    });
    QList<Fix> fixes;
    for (const Finding &finding : findings)
        fixes += finding.fixes;
    return fixes;
}

} // namespace watchdesk::kql
