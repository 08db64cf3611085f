// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/syncrun.h"

#include "app/base/logging.h"
#include "app/base/priority.h"
#include "app/defender/client.h"
#include "app/intake/intake.h"
#include "app/intel/indicatorhits.h"
#include "app/session/resourceload.h"
#include "app/session/snapshots.h"
#include "app/session/tablestate.h"
#include "app/store/store.h"
#include "app/story/correlate.h"

#include <QPointer>

namespace watchdesk::session {

namespace {

/// Events reach the service late; so much before the newest held one is asked for again.
constexpr Ticks kOverlap = kTicksPerHour;

/// The service cuts nothing by size, it refuses.
bool isTooLarge(const Error &error)
{
    QString text = error.message;
    for (const auto &value : error.context)
        text += u' ' + value;
    return text.contains(QStringLiteral("allowed result size")) || text.contains(QStringLiteral("allowed size limit"));
}

QString completenessOf(qint64 held) { return held > 0 ? QStringLiteral("complete") : QStringLiteral("empty"); }

} // namespace

struct SyncRun::TableRun
{
    SyncTable table;
    TableExtent extent;
    std::deque<Slice> slices;
    TableReport report;
};

SyncRun::SyncRun(const Parts &parts)
    : m_parts(parts)
{
    m_worker.setMaxThreadCount(1);
    connect(&m_outgoing, &QFutureWatcherBase::canceled, this, [this] {
        m_steps.clear();
        m_report.cancelled = true;
        for (auto &load : m_loads)
            load.cancel();
        if (m_cancelCurrent)
            m_cancelCurrent();
    });
}

SyncRun::~SyncRun() = default;

FutureResult<SyncReport> SyncRun::start()
{
    m_promise.start();
    m_elapsed.start();
    m_outgoing.setFuture(m_promise.future());
    planSteps();
    QMetaObject::invokeMethod(this, &SyncRun::next, Qt::QueuedConnection);
    return m_promise.future();
}

void SyncRun::next()
{
    m_cancelCurrent = nullptr;
    if (m_steps.empty() && m_loading > 0) { // cancelled, or sign-in failed: the loads end by themselves
        m_isWaitingForLoads = true;
        return;
    }
    if (m_steps.empty()) {
        finish();
        return;
    }
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void SyncRun::finish()
{
    m_report.elapsedMs = m_elapsed.elapsed();
    m_promise.addResult(m_report);
    m_promise.finish();
    deleteLater();
}

template <class T>
void SyncRun::await(const FutureResult<T> &future, std::function<void(Result<T>)> proceed)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    m_cancelCurrent = [running = FutureResult<T>(future)]() mutable { running.cancel(); };
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, proceed = std::move(proceed)] {
        watcher->deleteLater();
        const FutureResult<T> done = watcher->future();
        if (m_report.cancelled || done.resultCount() == 0)
            next();
        else
            proceed(done.result());
    });
    watcher->setFuture(future);
}

template <class T>
void SyncRun::onWorker(std::function<Result<T>()> work, std::function<void(Result<T>)> proceed)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    await<T>(promise->future(), std::move(proceed));
    m_cancelCurrent = nullptr; // what is being written is written to its end
    m_worker.start([promise, work = std::move(work)] {
        giveWayToInterface();
        promise->addResult(work());
        promise->finish();
    });
}

void SyncRun::planSteps()
{
    const SyncScope &scope = m_parts.scope;
    if (m_parts.client) {
        QList<const defender::Resource *> wanted;
        for (const auto &resource : defender::resources()) {
            if (resource.isSynced && scope.hasTable(resource.table))
                wanted.append(&resource);
        }
        m_tableCount += int(wanted.size());
        startLoads(wanted);
        for (const auto &group : scope.telemetry ? tablesToSync(m_parts.store->schema()) : QList<QList<SyncTable>>()) {
            m_tableCount += int(group.size());
            m_steps.push_back([this, group] { prepareGroup(group); });
        }
    }
    if (scope.sensors && !m_parts.sensorFiles.isEmpty())
        m_steps.push_back([this] { takeSensorFiles(); });
    m_steps.push_back([this] { waitForLoads(); });
    if (m_parts.client)
        m_steps.push_back([this] { keepSnapshots(); });
    if (scope.correlation) {
        m_steps.push_back([this] { correlateAll(); });
        m_steps.push_back([this] { countHits(); });
    }
}

/// Without a token, or without the service, every further step would fail for the same reason.
void SyncRun::fail(const Error &error)
{
    m_report.errors.append(error);
    if (error.kind == Error::Kind::NotSignedIn || error.kind == Error::Kind::Network)
        m_steps.clear();
}

void SyncRun::tell(const QString &table, qint64 rows)
{
    Q_EMIT progress({table, rows, int(m_report.tables.size()), m_tableCount, remaining()});
}

/// From the hunting queries that are left: as long as they took so far, or as the service's quota spreads them, which
/// ever is more. -1 before the first has answered.
qint64 SyncRun::remaining() const
{
    if (m_huntsDone == 0 || !m_parts.client)
        return -1;
    const qint64 left = std::max<qint64>(0, m_huntsPlanned - m_huntsDone);
    const qint64 byPace = m_elapsed.elapsed() / m_huntsDone * left;
    const auto byQuota = m_parts.client->timeFor(QStringLiteral("runQuery"), left);
    return std::max(byPace, byQuota ? qint64(byQuota->count()) : 0);
}

void SyncRun::report(const TableReport &table, const Step &proceed)
{
    m_report.tables.append(table);
    m_report.rows += table.rows;
    tell(table.table, table.rows);
    onWorker<void>([store = m_parts.store, table, now = m_parts.clock.now()] { return noteState(*store, table, now); },
                   [this, proceed](const Result<void> &noted) {
                       if (!noted)
                           m_report.errors.append(noted.error());
                       proceed();
                   });
}

void SyncRun::startLoads(const QList<const defender::Resource *> &resources)
{
    m_loading = int(resources.size());
    for (const defender::Resource *resource : resources) {
        auto *watcher = new QFutureWatcher<Result<TableReport>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, resource] {
            watcher->deleteLater();
            const auto future = watcher->future();
            loaded(*resource, future.resultCount() > 0
                                  ? future.result()
                                  : Result<TableReport>(failure(Error::Kind::Cancelled, QString())));
        });
        const auto progress = [run = QPointer<SyncRun>(this), resource](qint64 rows) {
            if (run)
                run->tell(resource->table, rows);
        };
        m_loads.append(loadResource({*m_parts.client, m_parts.store, m_parts.clock, progress}, *resource));
        watcher->setFuture(m_loads.last());
    }
}

/// What the app was not permitted to read is a state of the table. What it needs for the desk is an error besides.
void SyncRun::loaded(const defender::Resource &resource, const Result<TableReport> &result)
{
    static const QStringList needed{QStringLiteral("Devices"), QStringLiteral("Alerts"), QStringLiteral("Indicators"),
                                    QStringLiteral("MachineActions")};
    if (result) {
        m_report.tables.append(*result);
        m_report.rows += result->rows;
        tell(resource.table, result->rows);
    } else if (result.error().kind != Error::Kind::Cancelled) {
        m_report.tables.append({resource.table, QStringLiteral("partial"), 0, result.error().message});
        if (result.error().kind != Error::Kind::NotAllowed || needed.contains(resource.table))
            fail(result.error());
    }
    if (--m_loading == 0 && m_isWaitingForLoads)
        next();
}

void SyncRun::waitForLoads()
{
    m_isWaitingForLoads = m_loading > 0;
    if (!m_isWaitingForLoads)
        next();
}

void SyncRun::prepareGroup(QList<SyncTable> tables)
{
    onWorker<QList<SyncTable>>(
        [store = m_parts.store, tables]() mutable -> Result<QList<SyncTable>> {
            for (auto &table : tables) {
                if (!table.hasTime)
                    continue;
                const auto newest = watermark(*store, table.schema.name);
                if (!newest)
                    return failure(newest.error());
                table.since = *newest > kOverlap ? *newest - kOverlap : 0;
            }
            return tables;
        },
        [this](const Result<QList<SyncTable>> &prepared) {
            if (prepared) {
                measureGroup(*prepared);
                return;
            }
            m_report.errors.append(prepared.error());
            next();
        });
}

void SyncRun::measureGroup(const QList<SyncTable> &tables)
{
    await<Table>(m_parts.client->hunt(extentQuery(tables)), [this, tables](const Result<Table> &answer) {
        if (answer) {
            enqueueTables(tables, extentsFrom(*answer));
        } else if (answer.error().kind == Error::Kind::InvalidInput || answer.error().kind == Error::Kind::Service) {
            // A tenant without one of the tables refuses the whole question.
            measureOneByOne(tables);
        } else {
            fail(answer.error());
        }
        next();
    });
}

void SyncRun::measureOneByOne(const QList<SyncTable> &tables)
{
    for (auto it = tables.crbegin(); it != tables.crend(); ++it) {
        m_steps.push_front([this, table = *it] {
            await<Table>(m_parts.client->hunt(extentQuery({table})), [this, table](const Result<Table> &answer) {
                if (answer)
                    enqueueTables({table}, extentsFrom(*answer));
                else
                    qCInfo(lcNet, "%s: %s", qPrintable(table.schema.name), qPrintable(answer.error().message));
                next();
            });
        });
    }
}

void SyncRun::enqueueTables(const QList<SyncTable> &tables, const QHash<QString, TableExtent> &extents)
{
    for (auto it = tables.crbegin(); it != tables.crend(); ++it) {
        auto run = std::make_shared<TableRun>();
        run->table = *it;
        run->extent = extents.value(it->schema.name);
        if (run->extent.rows > 0)
            m_huntsPlanned += 1 + run->extent.rows / kRowsPerSlice;
        run->report.table = it->schema.name;
        m_steps.push_front([this, run] { startTable(run); });
    }
}

void SyncRun::startTable(const std::shared_ptr<TableRun> &run)
{
    tell(run->report.table, 0);
    if (run->extent.rows == 0) {
        endTable(run);
        return;
    }
    onWorker<qint64>(
        [store = m_parts.store, table = run->table] {
            return table.since > 0 ? heldSince(*store, table.schema.name, table.since) : Result<qint64>(0);
        },
        [this, run](const Result<qint64> &held) {
            // Everything since the watermark is here already: nothing new.
            if (held && *held == run->extent.rows)
                endTable(run);
            else
                sliceTable(run);
        });
}

void SyncRun::sliceTable(const std::shared_ptr<TableRun> &run)
{
    const auto use = [run](const QList<Slice> &slices) { run->slices.assign(slices.begin(), slices.end()); };
    if (!run->table.hasTime || run->extent.rows <= kRowsPerSlice) {
        use(singleSlice(run->extent));
        nextSlice(run);
        return;
    }
    await<Table>(m_parts.client->hunt(histogramQuery(run->table, run->extent)),
                 [this, run, use](const Result<Table> &histogram) {
                     use(histogram ? slicesFrom(*histogram, run->extent) : singleSlice(run->extent));
                     nextSlice(run);
                 });
}

void SyncRun::nextSlice(const std::shared_ptr<TableRun> &run)
{
    if (run->slices.empty()) {
        endTable(run);
        return;
    }
    const Slice slice = run->slices.front();
    run->slices.pop_front();
    await<Table>(m_parts.client->hunt(sliceQuery(run->table, slice)), [this, run, slice](const Result<Table> &answer) {
        ++m_huntsDone;
        if (answer && answer->rowCount() < kServiceRowLimit) {
            keepSlice(run, *answer);
        } else if (answer || isTooLarge(answer.error())) {
            splitOrGiveUp(run, slice, tr("The service cuts results at 100,000 rows."));
        } else {
            fail(answer.error());
            run->report.completeness = QStringLiteral("partial");
            run->report.detail = answer.error().message;
            run->slices.clear();
            endTable(run);
        }
    });
}

void SyncRun::splitOrGiveUp(const std::shared_ptr<TableRun> &run, const Slice &slice, const QString &reason)
{
    const QList<Slice> halves = run->table.hasTime ? halved(slice) : QList<Slice>();
    if (halves.isEmpty()) {
        run->report.completeness = QStringLiteral("truncated");
        run->report.detail = reason;
    }
    for (auto it = halves.crbegin(); it != halves.crend(); ++it)
        run->slices.push_front(*it);
    nextSlice(run);
}

void SyncRun::keepSlice(const std::shared_ptr<TableRun> &run, const Table &answer)
{
    onWorker<qint64>(
        [store = m_parts.store, table = run->table, answer] {
            const Table rows = fitted(answer, table.schema);
            if (!table.hasTime)
                return store->replace(table.schema.name, rows, {}, {}, serviceSource());
            return store->appendNew(table.schema.name, rows, table.keys, serviceSource());
        },
        [this, run](const Result<qint64> &added) {
            if (!added) {
                m_report.errors.append(added.error());
                run->report.completeness = QStringLiteral("partial");
                run->report.detail = added.error().message;
                run->slices.clear();
            } else {
                run->report.rows += *added;
                tell(run->report.table, run->report.rows);
            }
            nextSlice(run);
        });
}

void SyncRun::endTable(const std::shared_ptr<TableRun> &run)
{
    if (run->report.completeness.isEmpty())
        run->report.completeness = completenessOf(run->extent.rows + run->table.since);
    report(run->report, [this] { next(); });
}

void SyncRun::takeSensorFiles()
{
    tell(QStringLiteral("ExternalAlerts"), 0);
    using Reports = QList<intake::FileReport>;
    onWorker<Reports>(
        [store = m_parts.store, files = m_parts.sensorFiles] {
            intake::Options options;
            options.kinds = intake::Kinds::ExternalOnly;
            return intake::Intake(store).take(files, options);
        },
        [this](const Result<Reports> &reports) {
            if (!reports) {
                m_report.errors.append(reports.error());
                next();
                return;
            }
            qint64 refused = 0;
            QMap<QString, qint64> rows;
            for (const auto &file : *reports) {
                refused += file.refused;
                for (auto it = file.rows.cbegin(); it != file.rows.cend(); ++it)
                    rows[it.key()] += it.value();
            }
            const QString detail = refused > 0 ? tr("%1 records were refused.").arg(refused) : QString();
            const QString completeness = refused > 0 ? QStringLiteral("partial") : QStringLiteral("complete");
            report({QStringLiteral("Flows"), completeness, rows.value(QStringLiteral("Flows")), detail},
                   [this, rows, completeness, detail] {
                       report({QStringLiteral("ExternalAlerts"), completeness,
                               rows.value(QStringLiteral("ExternalAlerts")), detail},
                              [this] { next(); });
                   });
        });
}

void SyncRun::keepSnapshots()
{
    onWorker<qint64>([store = m_parts.store, now = m_parts.clock.now()] { return takeSnapshots(*store, now); },
                     [this](const Result<qint64> &taken) {
                         if (!taken)
                             m_report.errors.append(taken.error());
                         next();
                     });
}

void SyncRun::countHits()
{
    tell(QStringLiteral("IndicatorHits"), 0);
    onWorker<qint64>([store = m_parts.store] { return intel::countIndicatorHits(*store); },
                     [this](const Result<qint64> &hit) {
                         if (!hit)
                             m_report.errors.append(hit.error());
                         next();
                     });
}

void SyncRun::correlateAll()
{
    tell(QStringLiteral("Correlations"), 0);
    onWorker<qint64>([store = m_parts.store] { return story::correlate(*store); },
                     [this](const Result<qint64> &found) {
                         if (found)
                             m_report.correlations = *found;
                         else
                             m_report.errors.append(found.error());
                         next();
                     });
}

} // namespace watchdesk::session
