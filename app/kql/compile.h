// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"
#include "app/kql/diagnostic.h"
#include "app/kql/schema.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>

namespace watchdesk::kql {

/// What the language service would say about a query: its remarks and the columns that come out.
struct Analysis
{
    bool ok = false; ///< no diagnostic of severity Error
    QList<Diagnostic> diagnostics;
    QList<ColumnSchema> columns; ///< of the last expression; empty where it cannot be told
    QList<qsizetype> untyped;    ///< the places of columns whose type depends on data
    QStringList external;        ///< the addresses that externaldata names
};

/// Reads and binds `query`. Any text is fine, of any size; nesting is bounded and reported. Thread-safe.
Analysis analyze(const QString &query, const Schema &schema);

/// What stands at the addresses that externaldata names, as it was read there.
using ExternalData = QHash<QString, QByteArray>;

struct CompileOptions
{
    Ticks now = 0; ///< what now() and ago() mean; fixed for the whole query
    /// Runs SQL and gives its rows as texts. A few operators need it: their columns depend on the data (bag_unpack,
    /// pivot). Without it they are refused. It is called while the query is compiled, on the same thread.
    std::function<Result<QList<QStringList>>(const QString &sql)> ask = {};
    ExternalData external = {}; ///< addresses that are not in it are refused
    /// Columns as the language service foretells them, where it names one that answers do not have (scan's match_id).
    bool foretold = false;
    /// Which of the tables of a query that gives several: of its statements in their order, of fork and of facet.
    qsizetype table = 0;
};

/// A query as one DuckDB SELECT. Datetimes and timespans are ticks (BIGINT), dynamic is JSON text; `columns` gives the
/// KQL names and types of the result's columns in order (SQL's own names are c0, c1, …: KQL tells Foo from foo).
struct Compiled
{
    QString sql;
    QList<ColumnSchema> columns;
    QStringList tables;         ///< the stored tables it reads
    QStringList results;        ///< what the tables that the query gives are called, or "": one for each
    QList<Diagnostic> warnings; ///< e.g. a function whose data is not to be had offline
    bool ordered = false;       ///< the rows come in an order that the query asked for
};

/// Compiles `query`, or says why not: InvalidInput for a query the official service rejects, Refused for a construct
/// that is valid but not supported; both with context "start", "end" (UTF-16 units) and "code". Thread-safe.
/// The SQL needs nativeFunctions() and preludeSql() on its connection.
Result<Compiled> compile(const QString &query, const Schema &schema, const CompileOptions &options);

} // namespace watchdesk::kql
