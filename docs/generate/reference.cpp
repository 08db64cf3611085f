// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "docs/generate/reference.h"

#include "app/kql/compile.h"
#include "app/kql/functions/functiontable.h"
#include "app/kql/services/language.h"
#include "app/kql/services/signature.h"

#include <algorithm>

namespace watchdesk::reference {

namespace {

using kql::Language;

const kql::Schema &schema()
{
    static const kql::Schema tables = [] {
        const QList<ColumnSchema> columns{{QStringLiteral("Timestamp"), ColumnType::DateTime},
                                          {QStringLiteral("Device"), ColumnType::String},
                                          {QStringLiteral("Text"), ColumnType::String},
                                          {QStringLiteral("Count"), ColumnType::Long},
                                          {QStringLiteral("Bag"), ColumnType::Dynamic}};
        return kql::Schema{{{QStringLiteral("Events"), columns}, {QStringLiteral("Other"), columns}}};
    }();
    return tables;
}

/// A bar in a cell would end it.
QString cell(QString text) { return text.replace(u'|', QStringLiteral("\\|")).replace(u'\n', u' '); }

QString code(const QString &text) { return u'`' + cell(text) + u'`'; }

QString row(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString head(const QStringList &cells) { return row(cells) + row(QStringList(cells.size(), QStringLiteral("---"))); }

/// "runs", "refused: why", or "runs, but not …: why" after what the examples say.
QString stateOf(const QStringList &examples, const QString &before = {})
{
    QStringList refused;
    int running = 0;
    for (const QString &example : examples) {
        const Outcome outcome = outcomeOf(before + example);
        if (outcome.kind == Outcome::Kind::Runs)
            ++running;
        else
            refused.append((examples.size() > 1 ? code(example) + QStringLiteral(": ") : QString()) +
                           cell(outcome.reason));
    }
    if (refused.isEmpty())
        return QStringLiteral("runs");
    const QString reasons = refused.join(QStringLiteral("<br>"));
    return running > 0 ? QStringLiteral("runs in part; refused: ") + reasons : QStringLiteral("refused: ") + reasons;
}

QString wordTable(const QList<kql::LanguageWord> &words, const QString &before = {})
{
    QString table = head({QStringLiteral("form"), QStringLiteral("state"), QStringLiteral("meaning")});
    for (const auto &word : words)
        table += row(
            {code(word.syntax.isEmpty() ? word.name : word.syntax), stateOf(word.examples, before), cell(word.doc)});
    return table;
}

QString noteOf(const QString &function)
{
    for (const auto &difference : Language::instance().differences) {
        if (difference.name == function)
            return difference.note;
    }
    return {};
}

bool isForm(const QString &function)
{
    const auto &forms = Language::instance().forms;
    return std::any_of(forms.begin(), forms.end(), [&](const auto &form) {
        return form.name == function && outcomeOf(form.examples.value(0)).kind == Outcome::Kind::Runs;
    });
}

QString functionRow(const kql::FunctionInfo &info)
{
    const QString note = noteOf(info.name);
    const QString signature = info.signatures.isEmpty() ? QString(info.name + QStringLiteral("()"))
                                                        : kql::signatureText(info.name, info.signatures[0]);
    return row({code(signature), note.isEmpty() ? QStringLiteral("runs") : QStringLiteral("differs: ") + cell(note),
                cell(info.doc)});
}

QString functionTables()
{
    const auto &table = kql::FunctionTable::instance();
    QString functions = head({QStringLiteral("function"), QStringLiteral("state"), QStringLiteral("meaning")});
    QString aggregates = functions;
    QStringList refused;
    int running = 0;
    int all = 0;
    const auto add = [&](const kql::FunctionInfo *info, QString &rows) {
        if (!info)
            return;
        ++all;
        const bool runs = info->isSupported() || isForm(info->name);
        running += runs;
        if (runs)
            rows += functionRow(*info);
        else
            refused.append(code(info->name));
    };
    for (const QString &name : table.names()) {
        add(table.function(name), functions);
        add(table.aggregate(name), aggregates);
    }
    return QStringLiteral("## Functions\n\n%1 of %2 functions and aggregates run.\n\n").arg(running).arg(all) +
           functions + QStringLiteral("\n## Aggregates\n\n") + aggregates +
           QStringLiteral(
               "\n## Functions that are refused\n\nThey are known and checked, and refused by name when a query is run.\n\n") +
           refused.join(QStringLiteral(", ")) + QStringLiteral("\n");
}

QString optionTable()
{
    QString table = head({QStringLiteral("option"), QStringLiteral("of"), QStringLiteral("values")});
    for (const auto &option : Language::instance().options)
        table +=
            row({code(option.name + u'='), cell(option.operators.join(QStringLiteral(", "))),
                 option.values.isEmpty() ? QStringLiteral("any") : cell(option.values.join(QStringLiteral(", ")))});
    return table;
}

QString items(QStringList names)
{
    names.sort();
    names.removeDuplicates();
    QString list;
    for (const QString &name : names)
        list += QStringLiteral("      <item>") + name.toHtmlEscaped() + QStringLiteral("</item>\n");
    list.chop(1);
    return list;
}

} // namespace

Outcome outcomeOf(const QString &query)
{
    kql::CompileOptions options{638'500'000'000'000'000};
    options.external.insert(QStringLiteral("https://example.org/list.csv"), "a\n"); // as if somebody allowed it
    const auto compiled = kql::compile(query, schema(), options);
    if (compiled)
        return {};
    const bool isRefused = compiled.error().kind == Error::Kind::Refused;
    return {isRefused ? Outcome::Kind::Refused : Outcome::Kind::Wrong, compiled.error().message};
}

QString kqlPage()
{
    const auto &language = Language::instance();
    return QStringLiteral(
               "<!-- SPDX-FileCopyrightText: 2026 The Watchdesk authors -->\n"
               "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
               "<!-- Made by docs/generate; ./dev docs makes it again. -->\n"
               "# KQL on held data\n\n"
               "Watchdesk reads KQL itself and runs it on its store. What it cannot run exactly it refuses, with the place and the\n"
               "reason; it never answers with something close. `watchdeskctl kql check` says for any query whether it is valid, and\n"
               "warns with code `WD100` where a valid query would be refused. The states below are found by compiling an example of\n"
               "each, so they are those of this version.\n\n"
               "## Statements\n\n") +
           wordTable(language.statements) + QStringLiteral("\n## Operators\n\n") + wordTable(language.operators) +
           QStringLiteral("\n## Options of operators\n\n") + optionTable() + QStringLiteral("\n## Comparisons\n\n") +
           wordTable(language.comparisons, QStringLiteral("Events | where ")) + u'\n' + functionTables() +
           QStringLiteral("\n## Beside the tables\n\n"
                          "- Where a meaning differs from the service's on purpose, the tables say how.\n"
                          "- A tabular `let` that is used twice runs once where that is cheaper.\n"
                          "- `render` passes the rows on; the chart is the window's.\n");
}

QString kqlHighlighting(const QString &form)
{
    const auto &language = Language::instance();
    const auto &table = kql::FunctionTable::instance();
    QStringList operators{QStringLiteral("mvexpand"), QStringLiteral("mvapply")};
    QStringList words = language.words;
    QStringList functions;
    QStringList aggregates;
    for (const auto &op : language.operators)
        operators.append(op.name);
    for (const auto &clause : language.clauses)
        words += clause.words;
    for (const auto &comparison : language.comparisons) {
        if (comparison.name[0].isLetter())
            words += comparison.name.split(u' ');
    }
    for (const QString &name : table.names()) {
        if (table.function(name))
            functions.append(name);
        if (table.aggregate(name))
            aggregates.append(name);
    }
    for (const QString &elsewhere : operators + QStringList{QStringLiteral("true"), QStringLiteral("false"),
                                                            QStringLiteral("null"), QStringLiteral("typeof")})
        words.removeAll(elsewhere);
    QString xml = form;
    return xml.replace(QStringLiteral("@operators@"), items(operators))
        .replace(QStringLiteral("@words@"), items(words))
        .replace(QStringLiteral("@functions@"), items(functions + language.plugins))
        .replace(QStringLiteral("@aggregates@"), items(aggregates));
}

} // namespace watchdesk::reference
