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

Result<Table> Store::Private::read(const Query &query, Interrupter::IsCancelled isCancelled, RunNotes *notes)
{
    const CacheTrim::Reading reading(cacheTrim);
    auto loan = pool.lend();
    if (!loan)
        return failure(loan.error());
    if (!isCancelled)
        isCancelled = [] { return false; };
    const Interrupter::Watch watch(interrupter, **loan, std::move(isCancelled));
    return runQuery(**loan, query, notes);
}

Result<kql::Compiled> Store::Private::compile(const QString &query, Ticks now, const kql::ExternalData &external,
                                              const Interrupter::IsCancelled &isCancelled, qsizetype which)
{
    const auto ask = [this, &isCancelled](const QString &sql) -> Result<QList<QStringList>> {
        auto table = read({sql, {}, {}}, isCancelled);
        if (!table)
            return failure(table.error());
        QList<QStringList> rows;
        for (qsizetype row = 0; row < table->rowCount(); ++row) {
            QStringList cells;
            for (qsizetype column = 0; column < table->columnCount(); ++column)
                cells.append(table->display(row, column));
            rows.append(cells);
        }
        return rows;
    };
    return kql::compile(query, schema(), {now, ask, external, false, which});
}

Result<HuntRows> Store::Private::hunt(const HuntRequest &request, Interrupter::IsCancelled isCancelled)
{
    auto compiled = compile(request.query, request.now, request.external, isCancelled, request.table);
    if (!compiled)
        return failure(compiled.error());
    HuntRows rows;
    rows.results = compiled->results;
    RunNotes notes;
    const Query query{compiled->sql, {}, compiled->columns, request.rowLimit, request.rows};
    auto table = read(query, std::move(isCancelled), &notes);
    if (!table)
        return failure(table.error());
    rows.hasMore = notes.hasMore;
    rows.firstRowMs = notes.firstRowMs;
    rows.table = std::make_shared<const Table>(std::move(*table));
    auto missing = incomplete(compiled->tables);
    if (!missing)
        return failure(missing.error());
    rows.incomplete = *missing;
    return rows;
}

Result<QStringList> Store::Private::incomplete(const QStringList &tables)
{
    QStringList names;
    auto states =
        read({QStringLiteral("SELECT TableName FROM TableStates WHERE Completeness IN ('truncated', 'partial') "
                             "ORDER BY TableName"),
              {},
              {}},
             {});
    if (!states)
        return failure(states.error());
    for (qsizetype row = 0; row < states->rowCount(); ++row) {
        if (tables.contains(states->column(0).string(row)))
            names.append(states->column(0).string(row));
    }
    return names;
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
    cacheTrim.run(*writer, *rows);
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
