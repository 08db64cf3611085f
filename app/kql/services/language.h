// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace watchdesk::kql {

/// A word of the language as resources/kql/language.json has it.
struct LanguageWord
{
    QString name;
    QString doc;
    QString syntax;       ///< of an operator: how it is written
    bool source = false;  ///< an operator that may stand first
    QStringList examples; ///< of comparisons: predicates over Events
};

/// name=value after an operator.
struct LanguageOption
{
    QStringList operators;
    QString name;
    QStringList values; ///< empty: any
};

struct LanguageClause
{
    QStringList operators;
    QStringList words;
};

/// A function whose answer differs from the service's on purpose.
struct LanguageDifference
{
    QString name;
    QString note;
};

/// KQL's words beside its functions (those are FunctionTable's): operators, statements, comparisons, options, clauses.
/// Completion, hover, the highlighting's definition and the documentation are made of it. Read once; thread-safe.
class Language
{
public:
    static const Language &instance();

    QList<LanguageWord> operators;
    QList<LanguageWord> statements;
    QList<LanguageWord> comparisons;
    QList<LanguageOption> options;
    QList<LanguageClause> clauses;
    QList<LanguageWord> forms; ///< that look like functions and are not: materialize, toscalar …
    QList<LanguageDifference> differences;
    QStringList renders;
    QStringList renderOptions;
    QStringList plugins;
    QStringList invocables; ///< functions of the service that take rows
    QStringList types;
    QStringList units;
    QStringList words;

    const LanguageWord *operatorNamed(const QString &name) const;
    const LanguageWord *comparisonNamed(const QString &name) const;
    QStringList clausesOf(const QString &op) const;
    /// The values that an option of an operator may have; empty if any, or if there is no such option.
    QStringList optionValues(const QString &op, const QString &option) const;
    bool hasOption(const QString &op, const QString &option) const;

private:
    Language();
};

} // namespace watchdesk::kql
