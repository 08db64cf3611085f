// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/base/ticks.h"
#include "app/kql/schema.h"

#include <QHash>
#include <QList>
#include <QString>

namespace watchdesk::session {

/// A hunting table that a sync loads.
struct SyncTable
{
    TableSchema schema;
    bool hasTime = false; ///< has a Timestamp; the others are loaded as a whole
    QStringList keys;     ///< what makes two rows the same
    Ticks since = 0;      ///< only rows from here on are asked for; 0 = all
};

/// What the service has of a table since SyncTable::since.
struct TableExtent
{
    qint64 rows = 0;
    Ticks first = 0;
    Ticks last = 0;
};

/// Rows with from <= Timestamp < to.
struct Slice
{
    Ticks from = 0;
    Ticks to = 0;
};

/// A query's result may have 100,000 rows and 50 MB; a wide event takes 2 KB as JSON.
inline constexpr qint64 kRowsPerSlice = 20'000;
inline constexpr qint64 kServiceRowLimit = 100'000;

/// Pure functions around hunting: which tables to load, what to ask, how to cut it. The first of a pair of lists is
/// offered by every tenant (Device*, AlertInfo, AlertEvidence), the second (Identity*) by few.
QList<QList<SyncTable>> tablesToSync(const kql::Schema &schema);

/// One query for the extents of all the tables; its answer read by extentsFrom().
QString extentQuery(const QList<SyncTable> &tables);
QHash<QString, TableExtent> extentsFrom(const Table &answer);

/// Counts per stretch of time; the answer goes to slicesFrom().
QString histogramQuery(const SyncTable &table, const TableExtent &extent);
/// Stretches of at most kRowsPerSlice rows as far as the histogram tells, oldest first.
QList<Slice> slicesFrom(const Table &histogram, const TableExtent &extent);
QList<Slice> singleSlice(const TableExtent &extent);
/// Two halves; nothing where a slice is one tick long.
QList<Slice> halved(const Slice &slice);

QString sliceQuery(const SyncTable &table, const Slice &slice);

/// The answer without columns that the store's table does not have or has with another kind of type.
Table fitted(Table answer, const TableSchema &schema);

} // namespace watchdesk::session
