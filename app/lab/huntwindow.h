// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/compile.h"
#include "app/store/store.h"

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>

namespace watchdesk::lab {

/// Keeps hunting to the days that the service looks back. Most content is younger than that, and then nothing need be
/// done; otherwise the tables that reach further are replaced by their younger part for the query. Thread-safe.
class HuntWindow
{
public:
    explicit HuntWindow(std::shared_ptr<store::Store> store);

    /// True if one of these tables has rows before `from`.
    bool cuts(const QStringList &tables, Ticks from);
    /// The compiled query over the tables' rows from `from` on.
    QString cutSql(const kql::Compiled &query, Ticks from);

private:
    void measure();
    bool reachesBefore(const QString &table, Ticks from) const;

    std::shared_ptr<store::Store> m_store;
    std::once_flag m_once;
    QHash<QString, Ticks> m_oldest; ///< by table; tables without rows or without a Timestamp are not there
};

} // namespace watchdesk::lab
