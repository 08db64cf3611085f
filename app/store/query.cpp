// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/query.h"

#include "app/store/resultstream.h"
#include "app/store/storeerror.h"
#include "app/store/vectorreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace watchdesk::store {

namespace {

Result<QList<ColumnSchema>> columnsOf(ResultStream &stream, const Query &query)
{
    const QList<ColumnSchema> columns = stream.columns();
    if (query.types.isEmpty())
        return columns;
    if (query.types.size() != columns.size())
        return failure(
            storeError(DUCKDB_ERROR_INVALID, "the query has another number of columns than declared", query.sql));
    return query.types;
}

Result<void> appendChunk(const DataChunk &chunk, idx_t rows, Table &table)
{
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        if (appendVector(chunk.vector(idx_t(column)), rows, table.column(column)))
            continue;
        const ColumnSchema &schema = table.schema()[column];
        return failure(
            Error::Kind::Storage,
            QCoreApplication::translate("watchdesk::store", "The column %1 holds a value that cannot be read as %2.")
                .arg(schema.name, typeName(schema.type)));
    }
    return {};
}

} // namespace

Result<Table> runQuery(Connection &connection, const Query &query, RunNotes *notes)
{
    RunNotes unread;
    RunNotes &run = notes ? *notes : unread;
    QElapsedTimer timer;
    timer.start();
    auto stream = ResultStream::start(connection, query.sql, query.parameters);
    if (!stream)
        return failure(stream.error());
    auto columns = columnsOf(*stream, query);
    if (!columns)
        return failure(columns.error());
    Table table(*columns);
    qint64 count = 0;
    for (;;) {
        auto chunk = stream->next();
        if (!chunk)
            return failure(chunk.error());
        if (chunk->rowCount() == 0)
            return table;
        if (run.firstRowMs < 0)
            run.firstRowMs = timer.elapsed();
        const idx_t room = query.rowLimit < 0 ? chunk->rowCount() : idx_t(query.rowLimit - count);
        const idx_t taken = std::min(room, chunk->rowCount());
        if (auto done = appendChunk(*chunk, taken, table); !done)
            return failure(done.error());
        count += qint64(taken);
        // At once: nobody knows when the next ones come.
        if (query.rows && taken > 0)
            query.rows(std::exchange(table, Table(*columns)));
        if (taken == chunk->rowCount())
            continue;
        run.hasMore = true;
        return table;
    }
}

} // namespace watchdesk::store
