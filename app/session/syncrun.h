// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/session/syncplan.h"
#include "app/session/syncreport.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>

namespace watchdesk::defender {
class Client;
struct Resource;
} // namespace watchdesk::defender
namespace watchdesk::store {
class Store;
}

namespace watchdesk::session {

/// One sync from beginning to end: entities side by side, as far as quotas let them, and beside them a queue of steps
/// on the main thread, each waiting for the network or for a worker that writes the store. Deletes itself when it is
/// finished; cancelling its future ends it after the running step.
class SyncRun : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::shared_ptr<store::Store> store;
        defender::Client *client = nullptr; ///< none: nothing is loaded, only correlated
        Clock clock;
        QStringList sensorFiles;
        SyncScope scope;
    };

    explicit SyncRun(const Parts &parts);
    ~SyncRun() override;

    FutureResult<SyncReport> start();

Q_SIGNALS:
    void progress(const watchdesk::session::SyncProgress &progress);

private:
    using Step = std::function<void()>;
    struct TableRun; ///< one hunting table on its way

    void next();
    void finish();
    template <class T>
    void await(const FutureResult<T> &future, std::function<void(Result<T>)> proceed);
    template <class T>
    void onWorker(std::function<Result<T>()> work, std::function<void(Result<T>)> proceed);

    void planSteps();
    void startLoads(const QList<const defender::Resource *> &resources);
    void loaded(const defender::Resource &resource, const Result<TableReport> &result);
    void waitForLoads();
    void prepareGroup(QList<SyncTable> tables);
    void measureGroup(const QList<SyncTable> &tables);
    void measureOneByOne(const QList<SyncTable> &tables);
    void enqueueTables(const QList<SyncTable> &tables, const QHash<QString, TableExtent> &extents);
    void startTable(const std::shared_ptr<TableRun> &run);
    void sliceTable(const std::shared_ptr<TableRun> &run);
    void nextSlice(const std::shared_ptr<TableRun> &run);
    void keepSlice(const std::shared_ptr<TableRun> &run, const Table &answer);
    void splitOrGiveUp(const std::shared_ptr<TableRun> &run, const Slice &slice, const QString &reason);
    void endTable(const std::shared_ptr<TableRun> &run);
    void takeSensorFiles();
    void correlateAll();
    void keepSnapshots();
    void countHits();
    void report(const TableReport &table, const Step &proceed);
    void fail(const Error &error);
    void tell(const QString &table, qint64 rows);
    qint64 remaining() const;

    Parts m_parts;
    QPromise<Result<SyncReport>> m_promise;
    QFutureWatcher<Result<SyncReport>> m_outgoing;
    QThreadPool m_worker;
    std::deque<Step> m_steps;
    QList<FutureResult<TableReport>> m_loads; ///< of entities, side by side with the steps
    int m_loading = 0;
    bool m_isWaitingForLoads = false;
    std::function<void()> m_cancelCurrent;
    SyncReport m_report;
    QElapsedTimer m_elapsed;
    int m_tableCount = 0;
    qint64 m_huntsPlanned = 0;
    qint64 m_huntsDone = 0;
};

} // namespace watchdesk::session
