// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/content.h"

#include "app/base/logging.h"
#include "app/lab/laboptions.h"
#include "app/lab/scenario/bulk.h"
#include "app/lab/scenario/contentfolder.h"
#include "app/lab/scenario/contentstore.h"
#include "app/lab/scenario/generator.h"
#include "app/lab/scenario/recording.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <functional>

namespace watchdesk::lab {

namespace {

constexpr int kFewestDevices = 3; // the story's own
constexpr int kMostDevices = 200'000;
constexpr int kMostDays = 60;
constexpr int kMostBulkDevices = 1'000'000;
constexpr int kMostBulkAlerts = 2'000'000;

Plan planFrom(const LabOptions &options)
{
    Plan plan;
    plan.end = builtInEnd();
    if (options.devices > 0)
        plan.devices = std::max(kFewestDevices, options.devices);
    if (options.days > 0)
        plan.days = options.days;
    if (options.seed > 0)
        plan.seed = options.seed;
    return plan;
}

Result<void> fillStore(const Plan &plan, const QString &folder, Content &content)
{
    Result<std::unique_ptr<ContentStore>> store = ContentStore::create(content.storePath);
    if (!store)
        return tl::unexpected(store.error());
    QElapsedTimer timer;
    timer.start();
    Result<Generated> made =
        generateEvents(plan, (*store)->store()->schema(), **store, folder + QStringLiteral("/sensors"));
    if (!made)
        return tl::unexpected(made.error());
    const Result<TableSchema> devices = (*store)->entitySchema(QStringLiteral("Devices"));
    const Result<TableSchema> indicators = (*store)->entitySchema(QStringLiteral("Indicators"));
    if (!devices || !indicators)
        return tl::unexpected(devices ? indicators.error() : devices.error());
    if (const Result<void> entities = generateEntities(plan, *devices, *indicators, **store); !entities)
        return entities;
    const qint64 generated = timer.elapsed();
    const Result<qint64> alerts = (*store)->raiseAlerts(plan.end);
    if (!alerts)
        return tl::unexpected(alerts.error());
    qCInfo(lcTiming) << "lab content:" << made->events << "events in" << generated << "ms," << *alerts << "alerts after"
                     << timer.elapsed() << "ms";
    content.title = made->title;
    content.sensorFiles = made->sensorFiles;
    return (*store)->close();
}

Result<void> fillBulk(const Plan &plan, int alerts, Content &content)
{
    Result<std::unique_ptr<ContentStore>> store = ContentStore::create(content.storePath);
    if (!store)
        return tl::unexpected(store.error());
    const Result<TableSchema> devices = (*store)->entitySchema(QStringLiteral("Devices"));
    const Result<TableSchema> alertTable = (*store)->entitySchema(QStringLiteral("Alerts"));
    if (!devices || !alertTable)
        return tl::unexpected(devices ? alertTable.error() : devices.error());
    if (const Result<void> made = writeBulk(plan, alerts, *devices, *alertTable, **store); !made)
        return made;
    content.title = QCoreApplication::translate("Lab", "Bulk tenant");
    return (*store)->close();
}

using Fill = std::function<Result<void>(const QString &folder, Content &content)>;

/// What was made of the same numbers before, or made now; `size` is how much there is of it beside the devices.
Result<Content> keptContent(const LabOptions &options, const Plan &plan, const QString &kind, int size,
                            const Fill &fill)
{
    const Result<QString> key =
        contentKey({kind, QString::number(plan.devices), QString::number(size), QString::number(plan.seed)});
    if (!key)
        return tl::unexpected(key.error());
    const ContentFolder folder(options.cacheFolder, *key);
    if (const std::optional<Content> content = folder.existing())
        return *content;
    return folder.make([&](const QString &path) -> Result<Content> {
        Content content;
        content.storePath = path + QStringLiteral("/content.duckdb");
        content.end = plan.end;
        if (const Result<void> filled = fill(path, content); !filled)
            return tl::unexpected(filled.error());
        return content;
    });
}

Result<Content> bulkContent(const LabOptions &options)
{
    if (options.devices < 0 || options.devices > kMostBulkDevices || options.alerts > kMostBulkAlerts)
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("Lab", "A bulk tenant has at most %L1 devices and %L2 alerts.")
                           .arg(kMostBulkDevices)
                           .arg(kMostBulkAlerts));
    const Plan plan = planFrom(options);
    return keptContent(options, plan, QStringLiteral("bulk"), options.alerts,
                       [&](const QString &, Content &content) { return fillBulk(plan, options.alerts, content); });
}

} // namespace

QStringList builtInScenarios() { return {QStringLiteral("intrusion")}; }

Result<Content> builtInContent(const LabOptions &options)
{
    if (!options.scenario.isEmpty() && !builtInScenarios().contains(options.scenario))
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("Lab", "“%1” is neither a scenario nor a folder. There is: %2.")
                           .arg(options.scenario, builtInScenarios().join(QStringLiteral(", "))));
    if (options.alerts > 0)
        return bulkContent(options);
    if (options.devices < 0 || options.devices > kMostDevices || options.days < 0 || options.days > kMostDays)
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("Lab", "A lab has at most %L1 devices and %2 days.")
                           .arg(kMostDevices)
                           .arg(kMostDays));
    const Plan plan = planFrom(options);
    return keptContent(options, plan, QStringLiteral("intrusion"), plan.days,
                       [&](const QString &path, Content &content) { return fillStore(plan, path, content); });
}

Result<Content> recordedContent(const QString &folder, const QString &cacheFolder)
{
    const Result<QStringList> files = Recording::files(folder);
    if (!files)
        return tl::unexpected(files.error());
    QStringList parts{QStringLiteral("recorded"), QFileInfo(folder).absoluteFilePath()};
    for (const QString &file : *files) {
        const QFileInfo info(file);
        parts += {file, QString::number(info.size()), QString::number(info.lastModified().toMSecsSinceEpoch())};
    }
    const Result<QString> key = contentKey(parts);
    if (!key)
        return tl::unexpected(key.error());
    const ContentFolder cache(cacheFolder, *key);
    if (const std::optional<Content> content = cache.existing())
        return *content;
    return cache.make([&](const QString &path) { return Recording(folder, *files).make(path); });
}

} // namespace watchdesk::lab
