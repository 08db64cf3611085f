// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QDateTime>
#include <QList>
#include <QThreadPool>

namespace watchdesk::ui {

/// A query that was run.
struct HistoryEntry
{
    QDateTime when; ///< UTC
    QString query;
    QString engine; ///< "local", "defender"
    qint64 rows = -1;
    qint64 elapsedMs = 0;
    QString error; ///< empty if it answered

    bool operator==(const HistoryEntry &) const = default;
};

/// The queries that were run, newest first, in a file with a line of JSON each. Lines that cannot be read are skipped
/// and counted. GUI thread; lines are written on a thread of its own, in order.
class QueryHistory
{
public:
    explicit QueryHistory(const QString &path); ///< empty: nothing is kept
    ~QueryHistory();
    Q_DISABLE_COPY_MOVE(QueryHistory)

    const QList<HistoryEntry> &entries() const { return m_entries; }
    int unreadable() const { return m_unreadable; }
    void add(const HistoryEntry &entry);

private:
    void load();

    QString m_path;
    QList<HistoryEntry> m_entries;
    int m_unreadable = 0;
    QThreadPool m_writer;
};

} // namespace watchdesk::ui
