// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/benchmarks.h"
#include "app/ctl/bench/sqliteshell.h"
#include "app/ctl/bench/typicalqueries.h"
#include "app/ctl/console.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <optional>

namespace watchdesk::ctl {

namespace {

constexpr int kRuns = 5;
constexpr int kSlowRuns = 3;
constexpr double kSlow = 3000; // milliseconds from which fewer runs are enough
constexpr qsizetype kStep = 1'000'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::ctl)
};

/// In steps, so that a large table does not have to fit into memory at once.
Result<void> fill(store::Store &store, const QString &table, const QList<MadeColumn> &columns, qsizetype rows)
{
    QStringList names;
    QStringList made;
    for (const auto &column : columns) {
        names.append(column.name);
        made.append(column.expression);
    }
    for (qsizetype first = 0; first < rows; first += kStep) {
        const auto done = store.write(QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM range(%4, %5) AS t(i)")
                                          .arg(table, names.join(u','), made.join(u','))
                                          .arg(first)
                                          .arg(std::min(first + kStep, rows)));
        if (!done)
            return failure(done.error());
    }
    return {};
}

double median(QList<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// Takes the two in turns, so that both see the same machine.
class Race
{
public:
    Race(store::Store &store, const TypicalQuery &query)
        : m_store(store)
        , m_query(query)
    {
    }

    Result<void> run()
    {
        if (auto done = once(false); !done) // both are warm then
            return done;
        for (int i = 0; i < (m_kql.isEmpty() || m_kql.last() < kSlow ? kRuns : kSlowRuns); ++i) {
            if (auto done = once(true); !done)
                return done;
        }
        return {};
    }

    double kql() const { return median(m_kql); }
    double sql() const { return median(m_sql); }

private:
    Result<void> once(bool counts)
    {
        QElapsedTimer timer;
        timer.start();
        const auto hunted = m_store.readKql(m_query.kql, *ticksFromIso(u"2024-06-01"));
        const double first = double(timer.nsecsElapsed()) / 1e6;
        timer.start();
        const auto queried = m_store.read(m_query.sql);
        const double second = double(timer.nsecsElapsed()) / 1e6;
        if (!hunted || !queried)
            return failure(hunted ? queried.error() : hunted.error());
        if (hunted->rowCount() != queried->rowCount())
            return failure(Error::Kind::Storage, Words::tr("%1: %2 rows by KQL, %3 by SQL")
                                                     .arg(m_query.name)
                                                     .arg(hunted->rowCount())
                                                     .arg(queried->rowCount()));
        if (counts) {
            m_kql.append(first);
            m_sql.append(second);
        }
        return {};
    }

    store::Store &m_store;
    const TypicalQuery &m_query;
    QList<double> m_kql;
    QList<double> m_sql;
};

Result<void> fillBoth(store::Store &store, std::optional<SqliteShell> &sqlite, qsizetype rows)
{
    for (const auto &[table, columns] : {std::pair(QStringLiteral("DeviceProcessEvents"), madeProcesses()),
                                         std::pair(QStringLiteral("DeviceNetworkEvents"), madeConnections())}) {
        if (auto done = fill(store, table, columns, rows); !done)
            return done;
        if (!sqlite)
            continue;
        if (auto done = sqlite->fill(table, columns, rows); !done)
            return done;
        // Without one its joins would take hours.
        if (auto done = sqlite->run(QStringLiteral("CREATE INDEX Key%1 ON %1 (DeviceId, ReportId)").arg(table)); !done)
            return failure(done.error());
    }
    return {};
}

} // namespace

int benchHunt(store::Store &store, qsizetype rows, bool withSqlite, const QString &only)
{
    const QTemporaryDir folder;
    std::optional<SqliteShell> sqlite;
    if (withSqlite && !SqliteShell::isThere())
        say(Words::tr("There is no program sqlite3 here."));
    else if (withSqlite)
        sqlite.emplace(folder.filePath(QStringLiteral("bench.sqlite")));
    if (auto filled = fillBoth(store, sqlite, rows); !filled)
        return sayError(filled.error());
    double logs = 0;
    int count = 0;
    double worst = 0;
    for (const auto &query : typicalQueries()) {
        if (!only.isEmpty() && query.name != only)
            continue;
        ++count;
        Race race(store, query);
        if (auto done = race.run(); !done)
            return sayError(done.error().with(QStringLiteral("query"), query.name));
        const double ratio = race.kql() / race.sql();
        logs += std::log(ratio);
        worst = std::max(worst, ratio);
        QJsonObject more{{QStringLiteral("sqlMs"), race.sql()}};
        if (sqlite && !query.sqlite.isEmpty()) {
            const auto time = sqlite->run(query.sqlite);
            more.insert(QStringLiteral("sqliteMs"), time ? *time : -1); // -1: no answer within its time
            if (time)
                more.insert(QStringLiteral("sqliteRatio"), *time / race.kql());
        }
        printFigure(query.name, race.kql(), QStringLiteral("ms"), query.sql, ratio, more);
    }
    printFigure(QStringLiteral("geometric mean of the ratios"), std::exp(logs / std::max(1, count)),
                QStringLiteral("ratio"), QStringLiteral("SQL by hand"), worst,
                {{QStringLiteral("rows"), double(rows)}});
    return 0;
}

} // namespace watchdesk::ctl
