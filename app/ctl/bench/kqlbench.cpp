// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/benchmarks.h"
#include "app/ctl/command.h"
#include "app/ctl/console.h"
#include "app/ctl/kqlinput.h"
#include "app/kql/compile.h"
#include "app/kql/services/completion.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace watchdesk::ctl {

namespace {

constexpr int kRounds = 3;

QStringList queriesOf(const QByteArray &text, bool lines)
{
    if (!lines)
        return {QString::fromUtf8(text)};
    QStringList queries;
    for (const QByteArray &line : text.split('\n')) {
        const QString query = QJsonDocument::fromJson(line)[u"query"].toString();
        if (!query.isEmpty())
            queries.append(query);
    }
    return queries;
}

/// Microseconds of each query, the quickest of some rounds, sorted.
template <class Work>
QList<double> timesOf(const QStringList &queries, Work work)
{
    QList<double> times;
    for (const QString &query : queries) {
        double least = 0;
        for (int round = 0; round < kRounds; ++round) {
            QElapsedTimer timer;
            timer.start();
            work(query);
            const double time = double(timer.nsecsElapsed()) / 1000;
            least = round == 0 ? time : std::min(least, time);
        }
        times.append(least);
    }
    std::sort(times.begin(), times.end());
    return times;
}

void printTimes(const QString &name, const QList<double> &times)
{
    double sum = 0;
    for (const double time : times)
        sum += time;
    const qsizetype last = times.size() - 1;
    printFigure(name, double(times.size()) * 1e6 / sum, QStringLiteral("queries/s"),
                QStringLiteral("5 ms for the slowest of a hundred"), times[last * 99 / 100] / 5000,
                {{QStringLiteral("queries"), double(times.size())},
                 {QStringLiteral("medianUs"), times[last / 2]},
                 {QStringLiteral("p99Us"), times[last * 99 / 100]},
                 {QStringLiteral("mostUs"), times[last]},
                 {QStringLiteral("totalMs"), sum / 1000}});
}

} // namespace

int benchKql(const QString &path, const QString &schemaPath)
{
    kql::Schema schema = wholeSchema();
    if (!schemaPath.isEmpty()) {
        const auto json = readAll(schemaPath);
        if (!json)
            return NothingReadable;
        const auto read = kql::schemaFromJson(*json);
        if (!read)
            return sayError(read.error());
        schema = *read;
    }
    const auto text = readAll(path);
    if (!text)
        return NothingReadable;
    const QStringList queries = queriesOf(*text, path.endsWith(QStringLiteral(".jsonl")));
    if (queries.isEmpty())
        return NothingReadable;
    printTimes(QStringLiteral("read and bind"),
               timesOf(queries, [&schema](const QString &query) { kql::analyze(query, schema); }));
    // Half a query has been typed.
    printTimes(QStringLiteral("complete"), timesOf(queries, [&schema](const QString &query) {
                   const auto half = int(query.size() / 2);
                   kql::complete(query.left(half), half, schema);
               }));
    return Done;
}

} // namespace watchdesk::ctl
