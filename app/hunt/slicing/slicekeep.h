// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/slicing/sliceplan.h"

#include "app/base/table.h"

#include <QHash>
#include <QList>
#include <QMutex>

namespace watchdesk::hunt {

/// The slices that a hunt has already, so that one that was broken off goes on where it stopped: in memory, and in a
/// folder where one is given (plan.json and a file a slice), for another run of the program.
///
/// A folder that belongs to another query is left alone. Blocking: called on workers, and thread-safe.
class SliceKeep
{
public:
    explicit SliceKeep(QString folder = {})
        : m_folder(std::move(folder))
    {
    }

    /// Begins, or goes on: then `now` is the first run's. Refused for a folder with another query's slices; Storage.
    Result<Ticks> begin(const QString &engine, const QString &query, Ticks now);
    QList<TimeSlice> slices(); ///< all that are kept
    Result<Table> read(const TimeSlice &slice);
    Result<void> keep(const TimeSlice &slice, const Table &table);
    /// The hunt is whole: nothing is needed any more.
    void end();

private:
    QString pathOf(const TimeSlice &slice) const;

    QMutex m_mutex;
    QString m_folder;
    QString m_engine;
    QString m_query;
    Ticks m_now = 0;
    QHash<QString, std::pair<TimeSlice, TablePointer>> m_kept; ///< by name; without a table where a file has it
};

} // namespace watchdesk::hunt
