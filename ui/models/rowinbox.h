// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <QMutex>

#include <utility>

namespace watchdesk::ui {

/// Rows of a running query on their way from its worker to the GUI thread, which looks when it has time. Shared by
/// both: either may be gone first.
class RowInbox
{
public:
    /// Any thread.
    void add(Table rows)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_rows.rowCount() == 0)
            m_rows = std::move(rows);
        else
            m_rows.append(rows);
    }

    /// All that came since it was last asked; no columns if nothing did.
    Table take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_rows, Table());
    }

private:
    QMutex m_mutex;
    Table m_rows;
};

} // namespace watchdesk::ui
