// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the editor knows about a query, on the command line: completion, layout, lint, hover, names.

#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/ctl/kqlinput.h"
#include "app/ctl/output.h"
#include "app/kql/services/completion.h"
#include "app/kql/services/fix.h"
#include "app/kql/services/format.h"
#include "app/kql/services/hover.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/symbols.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

void addOffset(Arguments &arguments)
{
    arguments.add(QStringLiteral("offset"), tr("Where the cursor is, in UTF-16 units."), QStringLiteral("N"));
}

/// The offset within the text; a status if it is missing or wrong.
std::optional<int> readOffset(const Arguments &arguments, const QString &text, int *offset)
{
    if (!arguments.has(QStringLiteral("offset")))
        return arguments.wrongUsage(tr("Say where: --offset N."));
    const auto number = arguments.number(QStringLiteral("offset"), 0, text.size());
    if (!number)
        return WrongUsage;
    *offset = int(*number);
    return {};
}

Table itemTable(const kql::Completion &completion)
{
    Table table({{QStringLiteral("label"), ColumnType::String},
                 {QStringLiteral("kind"), ColumnType::String},
                 {QStringLiteral("detail"), ColumnType::String},
                 {QStringLiteral("insert"), ColumnType::String}});
    for (const auto &item : completion.items) {
        table.column(0).appendText(item.label);
        table.column(1).appendText(kql::kindName(item.kind));
        table.column(2).appendText(item.detail);
        table.column(3).appendText(item.insert);
    }
    return table;
}

int completeAt(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    addOffset(arguments);
    arguments.addFormat();
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    int offset = 0;
    if (const auto status = readOffset(arguments, input.text, &offset))
        return *status;
    const bool plain = !arguments.has(QStringLiteral("format")) && !outputIsTerminal();
    const auto format = plain ? std::optional(Format::Json) : formatOf(arguments);
    if (!format)
        return WrongUsage;
    printTable(itemTable(kql::complete(input.text, offset, input.schema)), *format);
    return Done;
}

int format(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    QString text = kql::formatted(input.text);
    while (text.endsWith(u'\n'))
        text.chop(1);
    print(text);
    const auto diagnostics = kql::parse(input.text).diagnostics;
    for (const auto &diagnostic : diagnostics)
        say(QStringLiteral("%1: %2: %3").arg(arguments.positional().first(), diagnostic.code, diagnostic.message));
    return diagnostics.isEmpty() ? Done : Findings;
}

QJsonArray jsonEdits(const QList<kql::Edit> &edits)
{
    QJsonArray array;
    for (const auto &edit : edits)
        array.append(QJsonObject{{QStringLiteral("start"), edit.span.start},
                                 {QStringLiteral("end"), edit.span.end},
                                 {QStringLiteral("text"), edit.text}});
    return array;
}

/// A line of JSON a finding: the diagnostic, and the fixes with their edits.
int lintFile(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    const auto findings = kql::lint(kql::Insight(input.text, input.schema));
    for (const auto &finding : findings) {
        QJsonObject json = jsonDiagnostic(finding.diagnostic);
        QJsonArray fixes;
        for (const auto &fix : finding.fixes)
            fixes.append(
                QJsonObject{{QStringLiteral("title"), fix.title}, {QStringLiteral("edits"), jsonEdits(fix.edits)}});
        json.insert(QStringLiteral("fixes"), fixes);
        printAnswer(jsonToText(json));
    }
    return findings.isEmpty() ? Done : Findings;
}

int hover(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    addOffset(arguments);
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    int offset = 0;
    if (const auto status = readOffset(arguments, input.text, &offset))
        return *status;
    const auto found = kql::hoverAt(kql::Insight(input.text, input.schema), offset);
    if (!found)
        return Findings;
    print(found->title);
    if (!found->text.isEmpty())
        print(found->text);
    return Done;
}

/// A line of JSON a place: the declaration first.
int references(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    addOffset(arguments);
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    int offset = 0;
    if (const auto status = readOffset(arguments, input.text, &offset))
        return *status;
    const kql::Insight insight(input.text, input.schema);
    const auto symbol = kql::Symbols(insight).at(offset);
    if (!symbol)
        return Findings;
    const auto line = [&](const QString &what, kql::Span span) {
        printAnswer(jsonToText(QJsonObject{{QStringLiteral("name"), symbol->name},
                                           {QStringLiteral("is"), what},
                                           {QStringLiteral("start"), span.start},
                                           {QStringLiteral("end"), span.end}}));
    };
    line(QStringLiteral("declaration"), symbol->declaration);
    for (const auto &use : symbol->uses)
        line(QStringLiteral("use"), use);
    return Done;
}

int rename(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    addOffset(arguments);
    arguments.add(QStringLiteral("name"), tr("The new name."), QStringLiteral("NAME"));
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    int offset = 0;
    if (const auto status = readOffset(arguments, input.text, &offset))
        return *status;
    const auto edits =
        kql::renameAt(kql::Insight(input.text, input.schema), offset, arguments.value(QStringLiteral("name")));
    if (!edits)
        return sayError(edits.error());
    print(kql::applied(input.text, *edits));
    return Done;
}

} // namespace

QList<Command> kqlServiceCommands()
{
    const QString noun = QStringLiteral("kql");
    return {{noun, QStringLiteral("complete"), QStringLiteral("kql complete --offset N [--schema FILE] FILE"),
             tr("What may be written at a place of a query."), completeAt},
            {noun, QStringLiteral("format"), QStringLiteral("kql format FILE"), tr("The query, laid out."), format},
            {noun, QStringLiteral("lint"), QStringLiteral("kql lint [--schema FILE] FILE"),
             tr("What in a query costs more than it needs, with changes that mend it."), lintFile},
            {noun, QStringLiteral("hover"), QStringLiteral("kql hover --offset N [--schema FILE] FILE"),
             tr("What the word at a place of a query is."), hover},
            {noun, QStringLiteral("references"), QStringLiteral("kql references --offset N [--schema FILE] FILE"),
             tr("Where the name at a place of a query is declared and used."), references},
            {noun, QStringLiteral("rename"), QStringLiteral("kql rename --offset N --name NAME [--schema FILE] FILE"),
             tr("The query with another name for what is at a place of it."), rename}};
}

} // namespace watchdesk::ctl
