// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/priority.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <functional>

namespace watchdesk {

/// The threads for everything that must not hold up the window; any thread may ask. The application's end waits for
/// what still runs. Qt's own global pool is left to Qt: up to 6.4 it fills large areas with it, and painting then waits
/// for a thread that a query would hold (https://bugreports.qt.io/browse/QTBUG-84857).
QThreadPool &workers();

/// Runs `work` with copies of `arguments` on a thread of `pool`, giving way to the interface; the future has what it
/// returns. The pool must outlive the work.
template <class Work, class... Arguments>
auto onWorkerOf(QThreadPool &pool, Work work, Arguments... arguments)
{
    return QtConcurrent::run(&pool, [work = std::move(work), ... arguments = std::move(arguments)] {
        giveWayToInterface();
        return std::invoke(work, arguments...);
    });
}

/// The same on the shared workers.
template <class Work, class... Arguments>
auto onWorker(Work work, Arguments... arguments)
{
    return onWorkerOf(workers(), std::move(work), std::move(arguments)...);
}

} // namespace watchdesk
