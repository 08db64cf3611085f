// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/rowsink.h"
#include "app/base/table.h"
#include "app/base/ticks.h"

#include <QString>
#include <QStringList>

namespace watchdesk::hunt {

/// How far a hunt may go.
struct HuntOptions
{
    qint64 rowLimit = 100'000; ///< -1 = no limit of ours
    Ticks now = 0;             ///< what now() means; 0 = the engine's own clock
    Ticks span = 0;            ///< only the last so long, whatever the query says; 0 = as it says. Graph alone takes it
    QStringList external = {}; ///< hosts and folders whose files externaldata may read; none by default
    qsizetype table = 0;       ///< which of the tables of a query that gives several; the held data alone takes it
    RowSink rows = {};         ///< takes rows as they come, from an engine that can; the others give all in the result
};

/// What a hunt answered, and how much of the truth that is.
struct HuntResult
{
    enum class Completeness {
        Complete,
        Truncated, ///< there are more rows than the limit
        Partial,   ///< a table that the query reads is itself incomplete; `detail` names it
    };

    TablePointer table; ///< the rows that the options' sink was not given
    Completeness completeness = Completeness::Complete;
    QString detail;
    qint64 elapsedMs = 0;
    bool isCutByService = false; ///< the engine's own caps were reached, not the row limit
    int slices = 0;              ///< of time, of which the result was put together; 0 = it came in one
    qint64 firstRowMs = -1;      ///< when the first rows were there; -1 where the engine cannot tell
    QStringList results = {};    ///< what the tables that the query gives are called, or "": one for each, if known
};

/// For those who cannot limit a query in time: InvalidInput. A range that is not kept to would be a wrong answer.
FutureResult<HuntResult> refusedSpan();

Table firstRows(const Table &table, qsizetype count);
/// A complete result, or a truncated one where the limit (-1 = none) cuts it.
HuntResult limited(Table table, qint64 rowLimit, qint64 elapsedMs);

/// Runs a KQL query somewhere: in the held store, at the Defender service, in a Kusto cluster.
///
/// Owned by whoever hunts; lives on the main thread, results come through the future. Cancel the future to stop.
class Engine
{
public:
    virtual ~Engine() = default;

    /// "local", "defender", "graph", "kusto", "both": as in `--engine`.
    virtual QString name() const = 0;
    virtual FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) = 0;
};

} // namespace watchdesk::hunt
