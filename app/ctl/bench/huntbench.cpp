// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/safetext.h"
#include "app/ctl/bench/benchmarks.h"
#include "app/ctl/bench/sqliteshell.h"
#include "app/ctl/bench/typicalqueries.h"
#include "app/ctl/console.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonObject>

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

/// The rows as lines in no order, numbers as they are stored, whatever their types are called.
QStringList linesOf(const Table &table)
{
    QStringList lines;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (qsizetype i = 0; i < table.columnCount(); ++i) {
            const Column &column = table.column(i);
            const bool isNumber = isIntegral(column.type()) && !column.isNull(row);
            cells.append(isNumber ? QString::number(column.integer(row)) : column.display(row));
        }
        lines.append(cells.join(u'\x1f'));
    }
    lines.sort();
    return lines;
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
        if (!counts && linesOf(*hunted) != linesOf(*queried))
            return failure(Error::Kind::Storage, Words::tr("%1: KQL and SQL answer differently, with %2 and %3 rows.")
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

struct Made
{
    QString table;
    QList<MadeColumn> columns;
};

QList<Made> madeTables()
{
    return {{QStringLiteral("DeviceProcessEvents"), madeProcesses()},
            {QStringLiteral("DeviceNetworkEvents"), madeConnections()}};
}

/// Makes the rows unless a store that was kept has them.
Result<void> fillStore(store::Store &store, qsizetype rows)
{
    for (const Made &made : madeTables()) {
        const auto held = store.read(QStringLiteral("SELECT count(*) FROM %1").arg(made.table));
        if (!held)
            return failure(held.error());
        const qint64 count = held->column(0).integer(0);
        if (count == rows)
            continue;
        if (count > 0)
            return failure(Error::Kind::Refused,
                           Words::tr("The store that was kept has %1 rows of %2.").arg(count).arg(made.table));
        if (auto done = fill(store, made.table, made.columns, rows); !done)
            return done;
    }
    return {};
}

Result<void> fillSqlite(SqliteShell &sqlite, qsizetype rows)
{
    for (const Made &made : madeTables()) {
        if (auto done = sqlite.fill(made.table, made.columns, rows); !done)
            return done;
    }
    // Without one its join would take hours.
    const auto indexed =
        sqlite.run(QStringLiteral("CREATE INDEX ProcessKey ON DeviceProcessEvents (DeviceId, ProcessId)"));
    if (!indexed)
        return failure(indexed.error());
    return {};
}

/// SQLite's figures of one query. What it does not end within two minutes is counted as those.
Result<QJsonObject> measureSqlite(SqliteShell &sqlite, const TypicalQuery &query, double kql)
{
    const int kPatience = 120'000;
    const auto time = sqlite.run(query.sqlite, kPatience);
    if (!time)
        return failure(time.error());
    return QJsonObject{{QStringLiteral("sqliteMs"), time->milliseconds},
                       {QStringLiteral("sqliteEnded"), time->ended},
                       {QStringLiteral("sqliteRatio"), time->milliseconds / kql}};
}

/// The figures of one query; its ratio.
Result<double> measure(store::Store &store, SqliteShell *sqlite, const TypicalQuery &query)
{
    Race race(store, query);
    if (auto done = race.run(); !done)
        return failure(done.error().with(QStringLiteral("query"), query.name));
    const double ratio = race.kql() / race.sql();
    QJsonObject more{{QStringLiteral("sqlMs"), race.sql()}};
    if (sqlite) {
        const auto figures = measureSqlite(*sqlite, query, race.kql());
        if (!figures)
            return failure(figures.error().with(QStringLiteral("query"), query.name));
        for (auto figure = figures->begin(); figure != figures->end(); ++figure)
            more.insert(figure.key(), figure.value());
    }
    printFigure(query.name, race.kql(), QStringLiteral("ms"), query.sql, ratio, more);
    return ratio;
}

} // namespace

int benchHunt(store::Store &store, qsizetype rows, const QString &sqlitePath, const QString &only)
{
    QStringList names;
    for (const auto &query : typicalQueries())
        names.append(query.name);
    if (!only.isEmpty() && !names.contains(only))
        return sayError({Error::Kind::InvalidInput,
                         Words::tr("There is no query \"%1\"; there are: %2.")
                             .arg(visibleText(only, 100), names.join(QStringLiteral(", "))),
                         {}});
    if (auto filled = fillStore(store, rows); !filled)
        return sayError(filled.error());
    std::optional<SqliteShell> sqlite;
    if (!sqlitePath.isEmpty() && !SqliteShell::isThere())
        say(Words::tr("There is no program sqlite3 here."));
    else if (!sqlitePath.isEmpty())
        sqlite.emplace(sqlitePath);
    if (sqlite && !QFileInfo::exists(sqlitePath)) {
        if (auto filled = fillSqlite(*sqlite, rows); !filled)
            return sayError(filled.error());
    }
    double logs = 0;
    int count = 0;
    double worst = 0;
    for (const auto &query : typicalQueries()) {
        if (!only.isEmpty() && query.name != only)
            continue;
        const auto ratio = measure(store, sqlite ? &*sqlite : nullptr, query);
        if (!ratio)
            return sayError(ratio.error());
        ++count;
        logs += std::log(*ratio);
        worst = std::max(worst, *ratio);
    }
    const double mean = std::exp(logs / std::max(1, count));
    printFigure(QStringLiteral("geometric mean of the ratios"), mean, QStringLiteral("ratio"),
                QStringLiteral("SQL by hand"), mean,
                {{QStringLiteral("worst"), worst}, {QStringLiteral("rows"), double(rows)}});
    return 0;
}

} // namespace watchdesk::ctl
