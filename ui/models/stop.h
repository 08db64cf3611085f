// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>

namespace watchdesk::ui {

/// Cancels what still runs. Qt 6.4's cancel() on a finished future follows a pointer to its continuation, which may be
/// gone; call this on the thread that the continuation runs on.
template <class T>
void stopIfRunning(QFuture<T> &future)
{
    if (!future.isFinished())
        future.cancel();
}

} // namespace watchdesk::ui
