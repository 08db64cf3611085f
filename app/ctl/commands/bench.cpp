// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/arguments.h"
#include "app/ctl/bench/benchmarks.h"
#include "app/ctl/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// hunt and store fill a store of their own, in the folder for temporary files unless told otherwise.
int benchRows(const Arguments &arguments, const QString &name)
{
    qsizetype rows = 200'000;
    if (arguments.has(QStringLiteral("rows"))) {
        const auto number = arguments.number(QStringLiteral("rows"), 1, 100'000'000);
        if (!number)
            return WrongUsage;
        rows = qsizetype(*number);
    }
    const bool isHunt = name == QStringLiteral("hunt");
    const QTemporaryDir fresh;
    const QDir folder(isHunt && arguments.has(QStringLiteral("keep")) ? arguments.value(QStringLiteral("keep"))
                                                                      : fresh.path());
    auto store = store::Store::open(folder.filePath(QStringLiteral("bench.duckdb")));
    if (!store)
        return sayError(store.error());
    if (!isHunt)
        return benchStore(**store, rows);
    const QString sqlite =
        arguments.has(QStringLiteral("sqlite")) ? folder.filePath(QStringLiteral("bench.sqlite")) : QString();
    return benchHunt(**store, rows, sqlite, arguments.value(QStringLiteral("only")));
}

int benchTenant(const Arguments &arguments)
{
    const auto number = [&](const char *name, qint64 least, qint64 most, qint64 usual) {
        const QString option = QString::fromLatin1(name);
        return arguments.has(option) ? arguments.number(option, least, most) : std::optional(usual);
    };
    const auto devices = number("devices", 3, 1'000'000, 20'000);
    const auto alerts = number("alerts", 1, 2'000'000, 40'000);
    if (!devices || !alerts)
        return WrongUsage;
    const QTemporaryDir folder;
    return benchSync(arguments.has(QStringLiteral("keep")) ? arguments.value(QStringLiteral("keep")) : folder.path(),
                     int(*devices), int(*alerts));
}

int bench(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.add(QStringLiteral("rows"), tr("How many rows; 200,000 unless told."), QStringLiteral("N"));
    arguments.add(QStringLiteral("only"), tr("hunt: this query alone."), QStringLiteral("NAME"));
    arguments.add(QStringLiteral("sqlite"), tr("hunt: SQLite on the same rows as well, by the program sqlite3."));
    arguments.add(QStringLiteral("schema"), tr("kql: tables that the queries may name, as JSON."),
                  QStringLiteral("FILE"));
    arguments.add(QStringLiteral("devices"), tr("sync: how many devices; 20,000 unless told."), QStringLiteral("N"));
    arguments.add(QStringLiteral("alerts"), tr("sync: how many alerts; 40,000 unless told."), QStringLiteral("N"));
    arguments.add(QStringLiteral("keep"), tr("hunt, sync: keep the store, in this folder; hunt uses it again."),
                  QStringLiteral("FOLDER"));
    if (const auto status = arguments.parse(given))
        return *status;
    const QStringList words = arguments.positional();
    const QString name = words.value(0);
    if (name == QStringLiteral("kql") && words.size() == 2)
        return benchKql(words[1], arguments.value(QStringLiteral("schema")));
    if (words.size() == 1 && (name == QStringLiteral("store") || name == QStringLiteral("hunt")))
        return benchRows(arguments, name);
    if (words.size() == 1 && name == QStringLiteral("sync"))
        return benchTenant(arguments);
    return arguments.wrongUsage(tr("There are the benchmarks hunt, store, sync and kql FILE."));
}

} // namespace

QList<Command> benchCommands()
{
    return {
        {QStringLiteral("bench"),
         {},
         QStringLiteral(
             "bench hunt [--rows N] [--sqlite] [--only NAME] [--keep FOLDER] | store [--rows N] | sync [--devices N] [--alerts N] [--keep FOLDER] | kql [--schema FILE] FILE"),
         tr("The program's own benchmarks: figures as JSON."),
         bench}};
}

} // namespace watchdesk::ctl
