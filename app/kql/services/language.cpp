// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/language.h"

#include "app/kql/services/resource.h"

#include <QJsonArray>

namespace watchdesk::kql {

namespace {

QStringList wordsOf(const QJsonValue &value) { return value.toString().split(u' ', Qt::SkipEmptyParts); }

QList<LanguageWord> wordList(const QJsonValue &array)
{
    QList<LanguageWord> words;
    for (const QJsonValue &value : array.toArray()) {
        LanguageWord word{value[u"name"].toString(),
                          value[u"doc"].toString(),
                          value[u"syntax"].toString(),
                          value[u"source"].toBool(),
                          {}};
        for (const QJsonValue &example : value[u"examples"].toArray())
            word.examples.append(example.toString());
        words.append(word);
    }
    return words;
}

const LanguageWord *find(const QList<LanguageWord> &words, const QString &name)
{
    for (const auto &word : words) {
        if (word.name == name)
            return &word;
    }
    return nullptr;
}

} // namespace

Language::Language()
{
    const QJsonObject json = jsonResource(QStringLiteral("language"));
    operators = wordList(json[u"operators"]);
    statements = wordList(json[u"statements"]);
    comparisons = wordList(json[u"comparisons"]);
    forms = wordList(json[u"forms"]);
    for (const QJsonValue &value : json[u"options"].toArray())
        options.append({wordsOf(value[u"operators"]), value[u"name"].toString(), wordsOf(value[u"values"])});
    for (const QJsonValue &value : json[u"clauses"].toArray())
        clauses.append({wordsOf(value[u"operators"]), wordsOf(value[u"words"])});
    for (const QJsonValue &value : json[u"differences"].toArray())
        differences.append({value[u"name"].toString(), value[u"note"].toString()});
    renders = wordsOf(json[u"renders"]);
    renderOptions = wordsOf(json[u"renderOptions"]);
    plugins = wordsOf(json[u"plugins"]);
    invocables = wordsOf(json[u"invocables"]);
    types = wordsOf(json[u"types"]);
    units = wordsOf(json[u"units"]);
    words = wordsOf(json[u"words"]);
}

const Language &Language::instance()
{
    static const Language language;
    return language;
}

const LanguageWord *Language::operatorNamed(const QString &name) const { return find(operators, name); }

const LanguageWord *Language::comparisonNamed(const QString &name) const { return find(comparisons, name); }

QStringList Language::clausesOf(const QString &op) const
{
    QStringList found;
    for (const auto &clause : clauses) {
        if (clause.operators.contains(op))
            found += clause.words;
    }
    return found;
}

QStringList Language::optionValues(const QString &op, const QString &option) const
{
    for (const auto &known : options) {
        if (known.name == option && known.operators.contains(op))
            return known.values;
    }
    return {};
}

bool Language::hasOption(const QString &op, const QString &option) const
{
    for (const auto &known : options) {
        if (known.name == option && known.operators.contains(op))
            return true;
    }
    return false;
}

} // namespace watchdesk::kql
