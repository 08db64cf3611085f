// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/ctl/listing.h"
#include "app/ctl/output.h"
#include "app/ctl/readoptions.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/defender/client.h"
#include "app/defender/referencepages.h"
#include "app/defender/resourcetable.h"
#include "app/session/resourceload.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

bool isLive(const session::Session &session, const Arguments &arguments)
{
    return session.client() && !arguments.has(QStringLiteral("read-only"));
}

/// Loads what is listed. The hits of indicators are counted in the events that are held; a lab's are near, so they are
/// loaded too.
Result<void> loadListed(session::Session &session, const Listing &listing, const defender::ListOptions &options)
{
    if (listing.table == QStringLiteral("Indicators")) {
        const bool isLab = session.kind() == session::Session::Kind::Lab;
        const auto synced =
            syncNow(session, isLab ? session::SyncScope() : session::SyncScope{{listing.table}, false, false, true});
        return synced ? Result<void>() : failure(synced.error());
    }
    const auto loaded = waitFor(session.load(listing.resource->name, options));
    return loaded ? Result<void>() : failure(loaded.error());
}

/// Sensor files are loaded as a sync does it.
int listExternal(const Arguments &arguments, Format format)
{
    bool isPartial = false;
    auto session = openAndSync(arguments, {{QStringLiteral("none")}, false, true, false}, &isPartial);
    if (!session)
        return sayError(session.error());
    const auto rows =
        rowsOf(**session, listingOf(QStringLiteral("external")), arguments.value(QStringLiteral("filter")));
    if (!rows)
        return sayError(rows.error());
    printTable(*rows, format);
    return isPartial ? PartialData : Done;
}

/// Links and counts are never kept.
int listPassing(session::Session &session, const defender::Resource &resource, const defender::ListOptions &options,
                Format format)
{
    if (!session.client())
        return sayError({Error::Kind::Refused, tr("%1 are not kept: a tenant is needed.").arg(resource.name), {}});
    const auto records = waitFor(session.client()->list(resource.name, options));
    if (!records)
        return sayError(records.error());
    QList<ColumnSchema> columns;
    for (const defender::ResourceField &field : resource.fields)
        columns.append({field.name, field.type});
    defender::Resource plain = resource;
    plain.parent.clear();
    plain.parameters.clear();
    const Table all = defender::tableFromJson(plain, *records);
    Table shown(columns);
    for (qsizetype column = 0; column < shown.columnCount(); ++column)
        shown.column(column) = all.column(column);
    printTable(shown, format);
    return Done;
}

int list(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    arguments.addFormat();
    addReadOptions(arguments);
    if (const auto status = arguments.parse(given))
        return *status;
    if (!arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Unexpected: %1").arg(arguments.positional().first()));
    const auto format = formatOf(arguments);
    if (!format)
        return WrongUsage;
    const Listing listing = listingOf(command.noun);
    if (!listing.resource)
        return listExternal(arguments, *format);
    const defender::Resource &resource = *listing.resource;
    const auto options = readOptionsOf(arguments, resource);
    if (!options)
        return arguments.wrongUsage(options.error().message);
    auto session = openSource(arguments);
    if (!session)
        return sayError(session.error());
    if (resource.table.isEmpty())
        return listPassing(**session, resource, *options, *format);
    if (isLive(**session, arguments)) {
        const auto loaded = loadListed(**session, listing, *options);
        if (!loaded)
            return sayError(loaded.error());
    }
    const QString parentId = defender::parentIdOf(resource, *options);
    const auto rows = rowsOf(**session, listing, arguments.value(QStringLiteral("filter")), parentId);
    if (!rows)
        return sayError(rows.error());
    printTable(*rows, *format);
    const bool isWhole = sayState(**session, session::stateName(resource, parentId));
    return isWhole || !(*session)->client() ? Done : PartialData;
}

int show(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    addReadOptions(arguments);
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.positional().size() != 1)
        return arguments.wrongUsage(tr("Name one key."));
    const QString key = arguments.positional().first();
    const Listing listing = listingOf(command.noun);
    auto session = openSource(arguments);
    if (!session)
        return sayError(session.error());
    const bool asksService = isLive(**session, arguments) && !listing.resource->showPath.isEmpty();
    const auto record = asksService ? waitFor((*session)->client()->find(listing.resource->name, key))
                                    : recordOf(**session, listing, key, arguments.value(QStringLiteral("of")));
    if (!record)
        return sayError(record.error());
    printAnswer(jsonToText(*record));
    return Done;
}

int writePages(const QString &folder)
{
    const auto pages = defender::referencePages();
    for (auto it = pages.begin(); it != pages.end(); ++it) {
        QSaveFile file(QDir(folder).filePath(it.key()));
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(it.value()) != it->size() ||
            !file.commit())
            return sayError({Error::Kind::Storage, tr("%1 cannot be written.").arg(file.fileName()), {}});
    }
    return Done;
}

/// One line a resource: its nouns, what it is, and what can be done.
int listResources(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addFormat();
    arguments.add(QStringLiteral("pages"), tr("Writes the reference of the API to this folder instead."),
                  QStringLiteral("FOLDER"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.has(QStringLiteral("pages")))
        return writePages(arguments.value(QStringLiteral("pages")));
    const auto format = formatOf(arguments);
    if (!format)
        return WrongUsage;
    QList<ColumnSchema> columns;
    for (const char *name : {"noun", "alias", "family", "of", "table", "verbs", "permissions", "meaning"})
        columns.append({QLatin1String(name), ColumnType::String});
    Table table(columns);
    for (const defender::Resource &resource : defender::resources()) {
        QStringList verbs;
        for (const Command &each : resourceCommands(resource))
            verbs.append(each.verb);
        const QStringList cells{resource.name,
                                resource.alias,
                                resource.family,
                                resource.parent,
                                resource.table,
                                verbs.join(u' '),
                                resource.permissions.join(u' '),
                                resource.meaning};
        for (qsizetype column = 0; column < cells.size(); ++column)
            table.column(column).appendText(cells.at(column));
    }
    printTable(table, *format);
    return Done;
}

QString readUsage(const QString &noun, const defender::Resource &resource)
{
    QString usage = noun + QStringLiteral(" list");
    if (resource.isRelation())
        usage += QStringLiteral(" --of KEY");
    for (const defender::ResourceParameter &parameter : resource.parameters) {
        if (parameter.required && !resource.isPost)
            usage += QStringLiteral(" --with %1=…").arg(parameter.name);
    }
    return usage + QStringLiteral(" [source] [--filter EXPRESSION]");
}

} // namespace

QList<Command> resourceCommands(const defender::Resource &resource)
{
    QList<Command> commands;
    for (const QString &noun : {resource.name, resource.alias}) {
        if (noun.isEmpty())
            continue;
        if (resource.canList())
            commands.append({noun, QStringLiteral("list"), readUsage(noun, resource), resource.meaning, list, true});
        if (!resource.key.isEmpty() && !resource.table.isEmpty())
            commands.append({noun, QStringLiteral("show"), noun + QStringLiteral(" show KEY [source]"),
                             tr("One record, with every property."), show, true});
    }
    return commands + actionCommands(resource);
}

QList<Command> listCommands()
{
    QList<Command> commands{
        {QStringLiteral("resources"),
         {},
         QStringLiteral("resources"),
         tr("Lists what can be read and done at the service: the nouns of RESOURCE list, show and the rest."),
         listResources,
         false},
        {QStringLiteral("external"), QStringLiteral("list"),
         QStringLiteral("external list [source] [--filter EXPRESSION]"), tr("Lists the alerts of other products."),
         list, false}};
    for (const defender::Resource &resource : defender::resources())
        commands += resourceCommands(resource);
    return commands;
}

} // namespace watchdesk::ctl
