// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/kqlinput.h"

#include "app/ctl/console.h"
#include "app/defender/resourcetable.h"
#include "app/store/fixedtables.h"

#include <QCoreApplication>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

QString severityName(kql::Diagnostic::Severity severity)
{
    switch (severity) {
    case kql::Diagnostic::Severity::Error:
        return QStringLiteral("Error");
    case kql::Diagnostic::Severity::Warning:
        return QStringLiteral("Warning");
    case kql::Diagnostic::Severity::Suggestion:
        break;
    }
    return QStringLiteral("Suggestion");
}

} // namespace

kql::Schema wholeSchema()
{
    kql::Schema schema = store::fixedSchema();
    for (const auto &resource : defender::resources()) {
        if (!resource.table.isEmpty())
            schema.tables.append(defender::tableSchema(resource));
    }
    return schema;
}

std::optional<int> readSchema(const Arguments &arguments, kql::Schema *schema)
{
    if (!arguments.has(QStringLiteral("schema"))) {
        *schema = wholeSchema();
        return {};
    }
    const auto json = readAll(arguments.value(QStringLiteral("schema")));
    if (!json)
        return NothingReadable;
    auto read = kql::schemaFromJson(*json);
    if (!read)
        return sayError(read.error());
    *schema = *read;
    return {};
}

QJsonObject jsonDiagnostic(const kql::Diagnostic &diagnostic)
{
    QJsonObject json{{QStringLiteral("code"), diagnostic.code},
                     {QStringLiteral("severity"), severityName(diagnostic.severity)},
                     {QStringLiteral("message"), diagnostic.message},
                     {QStringLiteral("start"), diagnostic.span.start},
                     {QStringLiteral("end"), diagnostic.span.end}};
    if (!diagnostic.hint.isEmpty())
        json.insert(QStringLiteral("hint"), diagnostic.hint);
    return json;
}

QueryInput readQueryInput(Arguments &arguments, const QStringList &given)
{
    arguments.add(QStringLiteral("schema"), tr("Tables that the query may name, as JSON."), QStringLiteral("FILE"));
    QueryInput input;
    input.status = arguments.parse(given);
    if (!input.status && arguments.positional().size() != 1)
        input.status = arguments.wrongUsage(tr("Name one file."));
    if (!input.status)
        input.status = readSchema(arguments, &input.schema);
    if (input.status)
        return input;
    const auto text = readAll(arguments.positional().first());
    if (text)
        input.text = QString::fromUtf8(*text);
    else
        input.status = NothingReadable;
    return input;
}

} // namespace watchdesk::ctl
