// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/benchmarks.h"
#include "app/ctl/bench/labprocess.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/defender/client.h"
#include "app/defender/resource.h"
#include "app/lab/laboptions.h"
#include "app/lab/scenario/content.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>
#include <ctime>

namespace watchdesk::ctl {

namespace {

const QStringList &lists()
{
    static const QStringList tables{QStringLiteral("Devices"), QStringLiteral("Alerts")};
    return tables;
}

/// The most memory that this process has held so far, in megabytes; 0 where the system does not tell.
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1'024;
    }
    return 0;
}

/// Of all threads of this process, and of no other; 0 where the system does not tell.
double cpuSeconds()
{
#ifdef Q_OS_UNIX
    return double(std::clock()) / CLOCKS_PER_SEC; // elsewhere it is the time that passed
#else
    return 0;
#endif
}

/// The calls that were made, and how long the documented quota makes them take: each list has an allowance of its own.
struct Calls
{
    int made = 0;
    double minutesByMinute = 0, minutesByHour = 0;
};

/// The documented limits are the descriptors'; what a lab without quotas tells of itself is no yardstick.
Calls callsOf(const defender::Client &client)
{
    Calls calls;
    const auto uses = client.quotaUse();
    for (const defender::OperationQuota &use : uses) {
        for (const auto &resource : defender::resources()) {
            if (!lists().contains(resource.table) || use.operation != QStringLiteral("GET ") + resource.path)
                continue;
            const defender::Quota quota = defender::quotaNamed(resource.quota);
            calls.made += use.lastHour;
            calls.minutesByMinute = std::max(calls.minutesByMinute, double(use.lastHour) / quota.perMinute);
            calls.minutesByHour = std::max(calls.minutesByHour, 60.0 * use.lastHour / quota.perHour);
        }
    }
    return calls;
}

double megabytesOf(const QString &path)
{
    return double(QFileInfo(path).size() + QFileInfo(path + QStringLiteral(".wal")).size()) / (1'024 * 1'024);
}

/// How many rows, and one number of all their keys, whatever their order.
Result<QString> fingerprint(const store::Store &store, const QString &table)
{
    const auto rows = store.read(
        QStringLiteral("SELECT CAST(count(*) AS VARCHAR) || ' ' || CAST(bit_xor(hash(id)) AS VARCHAR) FROM %1")
            .arg(table));
    if (!rows)
        return failure(rows.error());
    return rows->column(0).string(0);
}

/// The lab's own store is what the answer is compared with, not what came over the network.
Result<bool> isAllThere(const store::Store &held, const lab::LabOptions &options)
{
    const auto content = lab::builtInContent(options);
    if (!content)
        return failure(content.error());
    const auto source = store::Store::open(content->storePath, store::OpenMode::ReadOnly);
    if (!source)
        return failure(source.error());
    for (const QString &table : lists()) {
        const auto wanted = fingerprint(**source, table);
        const auto found = fingerprint(held, table);
        if (!wanted || !found)
            return failure(wanted ? found.error() : wanted.error());
        if (*wanted != *found)
            return false;
    }
    return true;
}

struct Cost
{
    double seconds = 0, cpuSeconds = 0, peakMegabytes = 0;
};

int report(session::Session &session, const lab::LabOptions &options, const Cost &cost)
{
    const auto isComplete = isAllThere(*session.store(), options);
    if (!isComplete)
        return sayError(isComplete.error());
    const Calls calls = callsOf(*session.client());
    const double minutes = std::max(0.001, cost.seconds) / 60;
    printFigure(QStringLiteral("sync"), calls.made / minutes, QStringLiteral("calls/min"),
                QStringLiteral("the documented calls a minute of each list"), calls.minutesByMinute / minutes,
                {{QStringLiteral("devices"), options.devices},
                 {QStringLiteral("alerts"), options.alerts},
                 {QStringLiteral("calls"), calls.made},
                 {QStringLiteral("seconds"), cost.seconds},
                 {QStringLiteral("cpuSeconds"), cost.cpuSeconds},
                 {QStringLiteral("allowed"), calls.made / calls.minutesByMinute},
                 {QStringLiteral("ratioByHour"), calls.minutesByHour / minutes},
                 {QStringLiteral("peakMB"), cost.peakMegabytes},
                 {QStringLiteral("storeMB"), megabytesOf(session.store()->path())},
                 {QStringLiteral("complete"), *isComplete}});
    if (*isComplete)
        return 0;
    say(QCoreApplication::translate("watchdesk::ctl", "The store does not hold what the lab has."));
    return PartialData;
}

} // namespace

int benchSync(const QString &folder, int devices, int alerts)
{
    const QString path = folder + QStringLiteral("/sync.duckdb");
    if (QFileInfo::exists(path))
        return sayError({Error::Kind::Refused,
                         QCoreApplication::translate("watchdesk::ctl", "%1 is there already.").arg(path),
                         {}});
    LabProcess lab;
    auto reached = lab.start(
        {QStringLiteral("--devices"), QString::number(devices), QStringLiteral("--alerts"), QString::number(alerts)});
    if (!reached)
        return sayError(reached.error());
    reached->storePath = path;
    const auto session = waitFor(session::Session::open(*reached));
    if (!session)
        return sayError(session.error());
    const double cpuBefore = cpuSeconds();
    const auto synced = syncNow(**session, session::SyncScope::onlyEntities(lists()));
    Cost cost{0, cpuSeconds() - cpuBefore, peakMegabytes()};
    if (!synced)
        return sayError(synced.error());
    if (!synced->errors.isEmpty())
        return sayError(synced->errors.first());
    lab::LabOptions options;
    options.devices = devices;
    options.alerts = alerts;
    cost.seconds = double(synced->elapsedMs) / 1'000;
    return report(**session, options, cost);
}

} // namespace watchdesk::ctl
