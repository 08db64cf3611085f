// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/ctl/arguments.h"
#include "app/ctl/console.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

namespace watchdesk::ctl {

namespace {

constexpr int kRuns = 5;
constexpr qsizetype kBatch = 20'000;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// Made-up processes; every hundredth is a shell with an encoded command.
Table processes(qsizetype first, qsizetype count)
{
    Table rows({{QStringLiteral("Timestamp"), ColumnType::DateTime},
                {QStringLiteral("DeviceId"), ColumnType::String},
                {QStringLiteral("FileName"), ColumnType::String},
                {QStringLiteral("ProcessCommandLine"), ColumnType::String},
                {QStringLiteral("ReportId"), ColumnType::Long}});
    const Ticks start = *ticksFromIso(u"2024-05-01");
    for (qsizetype i = first; i < first + count; ++i) {
        const bool isShell = i % 100 == 0;
        rows.column(0).appendInteger(start + i * kTicksPerSecond);
        rows.column(1).appendText(QStringLiteral("%1").arg(i * 7919 % 500, 40, 16, QLatin1Char('0')));
        rows.column(2).appendText(isShell ? QStringLiteral("powershell.exe")
                                          : QStringLiteral("program%1.exe").arg(i % 211));
        rows.column(3).appendText(
            isShell ? QStringLiteral("powershell.exe -NoProfile -EncodedCommand SQBFAFgA%1").arg(i)
                    : QStringLiteral("C:\\Program Files\\Vendor\\program%1.exe --session %2").arg(i % 211).arg(i));
        rows.column(4).appendInteger(i);
    }
    return rows;
}

/// The median of several runs, in microseconds; -1 if one fails.
qint64 medianOf(const std::function<bool()> &work)
{
    QList<qint64> times;
    for (int i = 0; i < kRuns; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!work())
            return -1;
        times.append(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    return times[kRuns / 2];
}

void printFigure(const QString &name, double value, const QString &unit, const QString &yardstick, double ratio)
{
    printJson(jsonToText(QJsonObject{{QStringLiteral("name"), name},
                                     {QStringLiteral("value"), value},
                                     {QStringLiteral("unit"), unit},
                                     {QStringLiteral("yardstick"), yardstick},
                                     {QStringLiteral("ratio"), ratio}}));
}

Result<qint64> fill(store::Store &store, qsizetype rows)
{
    QElapsedTimer timer;
    timer.start();
    qint64 made = 0; // the time that making the rows took
    for (qsizetype first = 0; first < rows; first += kBatch) {
        QElapsedTimer making;
        making.start();
        const Table batch = processes(first, std::min(kBatch, rows - first));
        made += making.elapsed();
        if (auto done = store.append(QStringLiteral("DeviceProcessEvents"), batch, QStringLiteral("bench")); !done)
            return done;
    }
    return std::max<qint64>(1, timer.elapsed() - made);
}

/// Rows a second into a file, against the same rows copied inside the database.
int benchStore(store::Store &store, qsizetype rows)
{
    const auto appended = fill(store, rows);
    if (!appended)
        return sayError(appended.error());
    QElapsedTimer timer;
    timer.start();
    if (auto done = store.write(QStringLiteral("CREATE TABLE Copy AS SELECT * FROM DeviceProcessEvents")); !done)
        return sayError(done.error());
    const qint64 copied = std::max<qint64>(1, timer.elapsed());
    printFigure(QStringLiteral("append"), double(rows) * 1000 / double(*appended), QStringLiteral("rows/s"),
                QStringLiteral("CREATE TABLE AS SELECT of the same rows"), double(*appended) / double(copied));
    return Done;
}

struct Pair
{
    QString name;
    QString kql;
    QString sql; ///< the yardstick: what one would write by hand
};

const QList<Pair> &pairs()
{
    static const QList<Pair> all{
        {QStringLiteral("count by file"), QStringLiteral("DeviceProcessEvents | summarize count() by FileName"),
         QStringLiteral("SELECT FileName, count(*) FROM DeviceProcessEvents GROUP BY FileName")},
        {QStringLiteral("has"),
         QStringLiteral("DeviceProcessEvents | where ProcessCommandLine has 'encodedcommand' | count"),
         QStringLiteral(
             "SELECT count(*) FROM DeviceProcessEvents WHERE contains(lower(ProcessCommandLine), 'encodedcommand')")},
        {QStringLiteral("newest hundred"), QStringLiteral("DeviceProcessEvents | top 100 by Timestamp desc"),
         QStringLiteral("SELECT * FROM DeviceProcessEvents ORDER BY Timestamp DESC LIMIT 100")},
    };
    return all;
}

/// KQL against the SQL that one would write by hand, in the same store.
int benchHunt(store::Store &store, qsizetype rows)
{
    if (auto filled = fill(store, rows); !filled)
        return sayError(filled.error());
    const Ticks now = *ticksFromIso(u"2024-06-01");
    for (const auto &pair : pairs()) {
        std::optional<Error> error;
        const auto note = [&](const auto &result) {
            if (!result)
                error = result.error();
            return result.has_value();
        };
        const qint64 hunted = medianOf([&] { return note(store.readKql(pair.kql, now)); });
        const qint64 queried = medianOf([&] { return note(store.read(pair.sql)); });
        if (error)
            return sayError(*error);
        printFigure(pair.name, double(hunted) / 1000, QStringLiteral("ms"), pair.sql,
                    double(hunted) / double(std::max<qint64>(1, queried)));
    }
    return Done;
}

int bench(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.add(QStringLiteral("rows"), tr("How many rows; 200,000 unless told."), QStringLiteral("N"));
    if (const auto status = arguments.parse(given))
        return *status;
    qsizetype rows = 200'000;
    if (arguments.has(QStringLiteral("rows"))) {
        const auto number = arguments.number(QStringLiteral("rows"), 1, 100'000'000);
        if (!number)
            return WrongUsage;
        rows = qsizetype(*number);
    }
    const QString name = arguments.positional().value(0);
    const bool isStore = name == QStringLiteral("store");
    if (arguments.positional().size() != 1 || (!isStore && name != QStringLiteral("hunt")))
        return arguments.wrongUsage(tr("There are the benchmarks hunt and store."));
    const QTemporaryDir folder;
    auto store = store::Store::open(folder.filePath(QStringLiteral("bench.duckdb")));
    if (!store)
        return sayError(store.error());
    return isStore ? benchStore(**store, rows) : benchHunt(**store, rows);
}

} // namespace

QList<Command> benchCommands()
{
    return {{QStringLiteral("bench"),
             {},
             QStringLiteral("bench hunt|store [--rows N]"),
             tr("The program's own benchmarks: figures as JSON."),
             bench}};
}

} // namespace watchdesk::ctl
