// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/priority.h"
#include "app/store/cachetrim.h"
#include "app/store/catalogue.h"
#include "app/store/connectionpool.h"
#include "app/store/database.h"
#include "app/store/interrupter.h"
#include "app/store/pathclaim.h"
#include "app/store/query.h"
#include "app/store/store.h"

#include <QMutex>
#include <QPromise>
#include <QThreadPool>

namespace watchdesk::store {

/// The store behind its public face. Members are in the order in which they depend on each other.
class Store::Private
{
public:
    Private(PathClaim pathClaim, Database openDatabase)
        : claim(std::move(pathClaim))
        , database(std::move(openDatabase))
    {
    }
    ~Private();

    Result<Table> read(const Query &query, Interrupter::IsCancelled isCancelled, RunNotes *notes = nullptr);
    Result<kql::Compiled> compile(const QString &query, Ticks now, const kql::ExternalData &external,
                                  const Interrupter::IsCancelled &isCancelled, qsizetype which = 0);
    Result<HuntRows> hunt(const HuntRequest &request, Interrupter::IsCancelled isCancelled);
    /// Which of `tables` are not held completely.
    Result<QStringList> incomplete(const QStringList &tables);
    /// Runs `work` on a worker; its future is cancelled through the interrupter.
    template <class T>
    FutureResult<T> later(std::function<Result<T>(Interrupter::IsCancelled)> work);

    /// Runs `change` in a transaction on the one writing connection, one writer at a time; the rows it reports.
    Result<qint64> inTransaction(const std::function<Result<qint64>(Connection &)> &change);
    Result<TableSchema> tableSchema(const QString &table) const;
    /// The schema of a table that has the column `key`.
    Result<TableSchema> keyedTable(const QString &table, const QString &key) const;
    kql::Schema schema() const;

    QString path;
    OpenMode mode = OpenMode::ReadWrite;
    PathClaim claim;
    Database database;
    ConnectionPool pool{database};
    std::unique_ptr<Connection> writer;
    QMutex writeMutex;
    QHash<QString, quint64> revisions; ///< of tables; under writeMutex
    CacheTrim cacheTrim;
    Interrupter interrupter;

    QMutex ensureMutex; ///< from the look at the catalogue to its change
    mutable QMutex catalogueMutex;
    Catalogue catalogue;
    kql::Schema kqlSchema;

    QThreadPool workers;
};

template <class T>
FutureResult<T> Store::Private::later(std::function<Result<T>(Interrupter::IsCancelled)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    workers.start([promise, work = std::move(work)] {
        giveWayToInterface();
        if (!promise->isCanceled())
            promise->addResult(work([promise] { return promise->isCanceled(); }));
        promise->finish();
    });
    return promise->future();
}

} // namespace watchdesk::store
