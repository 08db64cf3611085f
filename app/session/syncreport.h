// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace watchdesk::session {

/// What to load; everything unless something is said.
struct SyncScope
{
    QStringList entityTables; ///< empty = all: "Devices", "Alerts" ...
    bool telemetry = true;
    bool sensors = true;
    bool correlation = true;

    bool hasTable(const QString &table) const { return entityTables.isEmpty() || entityTables.contains(table); }
    /// These tables of entities and nothing else.
    static SyncScope onlyEntities(const QStringList &tables) { return {tables, false, false, false}; }
    /// Nothing is loaded; what is held is related anew: alerts to devices, indicators to their hits.
    static SyncScope onlyCorrelation() { return {{QStringLiteral("none")}, false, false, true}; }
};

/// Where a running sync is.
struct SyncProgress
{
    QString table;   ///< what is being loaded
    qint64 rows = 0; ///< new rows of this table so far
    int tablesDone = 0;
    int tableCount = 0;
    qint64 remainingMs = -1; ///< about so long until the end; -1 = not known yet
};

/// What became of one table.
struct TableReport
{
    QString table;
    QString completeness; ///< "complete", "truncated", "partial", "empty"
    qint64 rows = 0;      ///< new or replaced
    QString detail;       ///< why it is not complete
};

/// What a sync did. A table that failed is in `errors` and partial; the others are kept.
struct SyncReport
{
    QList<TableReport> tables;
    QList<Error> errors;
    qint64 rows = 0;
    qint64 correlations = 0;
    qint64 elapsedMs = 0;
    bool cancelled = false;
};

} // namespace watchdesk::session

Q_DECLARE_METATYPE(watchdesk::session::SyncProgress)
