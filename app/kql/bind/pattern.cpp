// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Regular expressions are checked while the query is bound, where they are known then.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/functions/regex.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

std::optional<std::string> literalText(const ScalarPointer &scalar)
{
    const auto *text = scalar->isLiteral() ? std::get_if<QString>(&scalar->value) : nullptr;
    return text ? std::optional(text->toStdString()) : std::nullopt;
}

} // namespace

ScalarPointer regexScalar(Binder &binder, const ScalarPointer &pattern, Span span)
{
    const auto literal = literalText(pattern);
    if (!literal)
        return callScalar(QStringLiteral("kql_regex($0)"), {asText(pattern)}, ColumnType::String, true);
    std::string problem;
    const auto rewritten = re2Pattern(*literal, &problem);
    if (!rewritten)
        binder.refuse(tr("The regular expression cannot be used here: %1").arg(QString::fromStdString(problem)), span);
    return textScalar(QString::fromStdString(rewritten.value_or(std::string())));
}

void checkGroup(Binder &binder, const ScalarPointer &pattern, const ScalarPointer &group, Span span)
{
    const auto literal = literalText(pattern);
    const auto *index = group->isLiteral() ? std::get_if<qint64>(&group->value) : nullptr;
    if (!index)
        binder.refuse(tr("The number of the group must be a plain number."), span);
    else if (*index < 0 || *index > 9 || (literal && *index > groupCount(*literal)))
        binder.refuse(tr("The regular expression has no group %1.").arg(*index), span);
}

ScalarPointer replaced(Binder &binder, const ScalarPointer &text, const ScalarPointer &pattern,
                       const ScalarPointer &rewrite, Span span)
{
    const auto literal = literalText(pattern);
    const auto with = literalText(rewrite);
    if (literal && with) {
        const std::string problem = rewriteProblem(*literal, *with);
        if (!problem.empty())
            binder.refuse(tr("The rewrite pattern cannot be used here: %1").arg(QString::fromStdString(problem)), span);
    }
    return callScalar(QStringLiteral("regexp_replace($0, $1, $2, 'g')"), {asText(text), pattern, asText(rewrite)},
                      ColumnType::String);
}

} // namespace watchdesk::kql
