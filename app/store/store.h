// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/rowsink.h"
#include "app/base/table.h"
#include "app/base/ticks.h"
#include "app/kql/compile.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>
#include <vector>

namespace watchdesk::store {

enum class OpenMode { ReadWrite, ReadOnly };

/// A hunt in the store.
struct HuntRequest
{
    QString query;
    Ticks now = 0;                   ///< what now() and ago() mean
    qint64 rowLimit = -1;            ///< rows after so many are not computed; -1 = all
    kql::ExternalData external = {}; ///< what the query's externaldata may read
    qsizetype table = 0;             ///< which of the tables of a query that gives several
    RowSink rows = {};               ///< takes rows as they come; empty = all are in the result
};

/// What a hunt in the store found, and what is missing from it.
struct HuntRows
{
    TablePointer table;     ///< the rows that the request's sink was not given
    bool hasMore = false;   ///< the row limit cut it
    QStringList incomplete; ///< tables that the query reads and that TableStates calls truncated or partial
    qint64 firstRowMs = -1; ///< from the start of the query to its first rows; -1 if there were none
    QStringList results;    ///< what the tables that the query gives are called, or "": one for each
};

/// What somebody knows who fills a table with keys that it does not hold.
struct Filling
{
    quint64 revision = 0; ///< the table's, when it was known; fill() keeps it as long as nobody else writes
    bool areNew = false;  ///< the keys that come now were not there then, and did not come since
};

/// A tenant's data in one DuckDB file (":memory:" for none): hunting tables, local tables, entity tables.
///
/// Owned by a session (or a test) as a shared pointer; create it on the main thread. Every function may be called on
/// any thread: reads run side by side on connections of their own, writes take turns. The blocking ones belong on
/// workers; the `…Later` ones run on the store's own threads and stop when their future is cancelled.
///
/// Datetimes and timespans are ticks (BIGINT) in SQL; strings are never NULL there. Errors: Storage for what DuckDB
/// refuses (context "sql"), Cancelled, and what kql::compile says of a query. A locked file → Storage with the context
/// "holder" and "pid".
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the file and brings its tables up to date. A read-only store is neither made nor migrated, and
    /// any number of processes may share it.
    static Result<std::shared_ptr<Store>> open(const QString &path, OpenMode mode = OpenMode::ReadWrite);
    ~Store() override;

    QString path() const;
    bool isReadOnly() const;

    /// Every hunting, local and entity table as KQL sees it.
    kql::Schema schema() const;

    /// Blocking. `types` names the columns' KQL types, in order; without it BIGINT is long and VARCHAR is string.
    Result<Table> read(const QString &sql, const QVariantList &parameters = {},
                       const QList<ColumnSchema> &types = {}) const;
    /// Blocking. `now` is what now() and ago() mean; rows after the first `rowLimit` are not computed (-1 = all).
    Result<Table> readKql(const QString &query, Ticks now, qint64 rowLimit = -1) const;

    FutureResult<TablePointer> readLater(const QString &sql, const QVariantList &parameters = {},
                                         const QList<ColumnSchema> &types = {}) const;
    FutureResult<TablePointer> huntLater(const QString &query, Ticks now, qint64 rowLimit = -1) const;
    /// As huntLater(), with what is missing. Blocking and not.
    Result<HuntRows> huntRows(const HuntRequest &request) const;
    FutureResult<HuntRows> huntRowsLater(const HuntRequest &request) const;

    /// Runs one statement; rows changed. changed() is emitted with `tables`.
    Result<qint64> write(const QString &sql, const QVariantList &parameters = {}, const QStringList &tables = {});

    /// Appends in one transaction. Columns are matched by name and must have the table's types; missing ones become
    /// '' or NULL, unknown ones are an error. `source` goes to _Source where the table has it. Give rows in time order.
    Result<qint64> append(const QString &table, const Table &rows, const QString &source);
    /// As append(), but leaves out rows whose `keys` columns are in the table already, or earlier in `rows`;
    /// the number of rows that were new.
    Result<qint64> appendNew(const QString &table, const Table &rows, const QStringList &keys, const QString &source);
    /// Puts `rows` in the place of those with the same key, in one transaction. The last of equal keys wins.
    Result<qint64> upsert(const QString &table, const Table &rows, const QString &key);
    /// As upsert(), of all parts together. With a `filling` that is still true nothing is looked for, which takes as
    /// long as the table is large, and each part is given up once it is written.
    Result<qint64> fill(const QString &table, std::vector<Table> parts, const QString &key, Filling &filling);
    /// Another number after each write to the table.
    quint64 revision(const QString &table) const;
    /// Puts `rows` in the place of all that the table holds (or of those matching the SQL condition `where`), in one
    /// transaction.
    Result<qint64> replace(const QString &table, const Table &rows, const QString &where = {},
                           const QVariantList &parameters = {}, const QString &source = {});

    /// Makes an entity table, or adds the columns that are new in `schema`.
    Result<void> ensureTable(const TableSchema &schema, const QString &key);

Q_SIGNALS:
    /// These tables have other rows than before. Emitted on the writing thread.
    void changed(const QStringList &tables);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace watchdesk::store
