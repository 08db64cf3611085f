// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store_p.h"

#include "app/kql/compile.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QPromise>

namespace watchdesk::store {

Store::Private::~Private()
{
    workers.clear();
    interrupter.stopAll();
    workers.waitForDone();
}

Result<Table> Store::Private::read(const Query &query, Interrupter::IsCancelled isCancelled)
{
    auto loan = pool.lend();
    if (!loan)
        return failure(loan.error());
    if (!isCancelled)
        isCancelled = [] { return false; };
    const Interrupter::Watch watch(interrupter, **loan, std::move(isCancelled));
    return runQuery(**loan, query);
}

Result<Table> Store::Private::readKql(const QString &query, Ticks now, qint64 rowLimit,
                                      Interrupter::IsCancelled isCancelled)
{
    auto compiled = kql::compile(query, schema(), kql::CompileOptions{now});
    if (!compiled)
        return failure(compiled.error());
    return read({compiled->sql, {}, compiled->columns, rowLimit}, std::move(isCancelled));
}

FutureResult<TablePointer> Store::Private::later(std::function<Result<Table>(Interrupter::IsCancelled)> work)
{
    auto promise = std::make_shared<QPromise<Result<TablePointer>>>();
    promise->start();
    workers.start([promise, work = std::move(work)] {
        if (!promise->isCanceled()) {
            auto table = work([promise] { return promise->isCanceled(); });
            if (table)
                promise->addResult(Result<TablePointer>(std::make_shared<const Table>(std::move(*table))));
            else
                promise->addResult(Result<TablePointer>(failure(table.error())));
        }
        promise->finish();
    });
    return promise->future();
}

Result<qint64> Store::Private::inTransaction(const std::function<Result<qint64>(Connection &)> &change)
{
    if (mode == OpenMode::ReadOnly) {
        return failure(
            Error::Kind::Storage,
            QCoreApplication::translate("watchdesk::store", "The store %1 is open for reading only.").arg(path));
    }
    const QMutexLocker lock(&writeMutex);
    Transaction transaction(*writer);
    auto rows = change(*writer);
    if (!rows)
        return rows;
    if (auto done = transaction.commit(); !done)
        return failure(done.error());
    return rows;
}

Result<TableSchema> Store::Private::tableSchema(const QString &table) const
{
    const QMutexLocker lock(&catalogueMutex);
    if (const TableSchema *found = catalogue.find(table))
        return *found;
    return failure(Error::Kind::InvalidInput,
                   QCoreApplication::translate("watchdesk::store", "The store has no table %1.").arg(table));
}

kql::Schema Store::Private::schema() const
{
    const QMutexLocker lock(&catalogueMutex);
    return kqlSchema;
}

} // namespace watchdesk::store
