// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/clock.h"
#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/ctl/kqlinput.h"
#include "app/ctl/output.h"
#include "app/kql/compile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// One line of output for one query; false if the query has errors.
bool checkOne(const QJsonValue &id, const QString &query, const kql::Schema &schema)
{
    const kql::Analysis analysis = kql::analyze(query, schema);
    QJsonArray diagnostics;
    for (const auto &diagnostic : analysis.diagnostics)
        diagnostics.append(jsonDiagnostic(diagnostic));
    QJsonArray columns = jsonColumns(analysis.columns);
    for (const qsizetype place : analysis.untyped)
        columns[place] = QJsonObject{{QStringLiteral("name"), analysis.columns[place].name},
                                     {QStringLiteral("type"), QStringLiteral("unknown")}};
    printAnswer("{\"id\":" + jsonToText(id) + ",\"ok\":" + (analysis.ok ? "true" : "false") +
                ",\"diagnostics\":" + jsonToText(diagnostics) + ",\"columns\":" + jsonToText(columns) + '}');
    return analysis.ok;
}

bool checkLines(const QByteArray &text, const QString &path, const kql::Schema &schema)
{
    bool allOk = true;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject input = QJsonDocument::fromJson(line).object();
        if (!input.value(QStringLiteral("query")).isString()) {
            say(QStringLiteral("%1:%2: %3").arg(path).arg(number).arg(tr("This line is no {\"id\",\"query\"}.")));
            allOk = false;
            continue;
        }
        allOk = checkOne(input.value(QStringLiteral("id")), input.value(QStringLiteral("query")).toString(), schema) &&
                allOk;
    }
    return allOk;
}

int check(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.add(QStringLiteral("schema"), tr("Tables to check against, as JSON."), QStringLiteral("FILE"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Name at least one file."));
    kql::Schema schema;
    if (const auto status = readSchema(arguments, &schema))
        return *status;
    bool allOk = true;
    for (const QString &path : arguments.positional()) {
        const auto text = readAll(path);
        if (!text)
            return NothingReadable;
        const bool isOk = path.endsWith(QStringLiteral(".jsonl")) ? checkLines(*text, path, schema)
                                                                  : checkOne(path, QString::fromUtf8(*text), schema);
        allOk = allOk && isOk;
    }
    return allOk ? Done : Findings;
}

int sql(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    const QueryInput input = readQueryInput(arguments, given);
    if (input.status)
        return *input.status;
    const auto compiled = kql::compile(input.text, input.schema, kql::CompileOptions{Clock().now()});
    if (!compiled)
        return sayError(compiled.error().with(QStringLiteral("file"), arguments.positional().first()));
    for (const auto &warning : compiled->warnings)
        say(warning.code + QStringLiteral(": ") + warning.message);
    print(compiled->sql);
    return Done;
}

} // namespace

QList<Command> kqlCommands()
{
    const QString noun = QStringLiteral("kql");
    return {{noun, QStringLiteral("check"), QStringLiteral("kql check [--schema FILE] FILE…"),
             tr("Checks queries: a line of JSON for each. A .jsonl file holds {\"id\",\"query\"} a line."), check},
            {noun, QStringLiteral("sql"), QStringLiteral("kql sql [--schema FILE] FILE"),
             tr("Prints the DuckDB SQL that a query compiles to."), sql}};
}

} // namespace watchdesk::ctl
