// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <functional>

namespace watchdesk::ctl {

/// SIGINT and SIGTERM as an event of the main thread's loop instead of the program's end. Made once, in main().
class Interruption : public QObject
{
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;
    static Interruption *instance();
    bool happened() const { return m_happened; }

Q_SIGNALS:
    void interrupted();

private:
    bool m_happened = false;
};

/// The outermost frame's way to wait for a future: the one place with an event loop of its own. Ctrl+C and the time
/// limit (-1 = none) cancel the future; both give Cancelled.
template <class T>
Result<T> waitFor(FutureResult<T> future, int milliseconds = -1)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QTimer timer;
    bool isLate = false;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(Interruption::instance(), &Interruption::interrupted, &loop, [&future] { future.cancel(); });
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        isLate = true;
        future.cancel();
    });
    if (milliseconds >= 0)
        timer.start(milliseconds);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (future.resultCount() > 0 && !isLate)
        return future.result();
    if (isLate)
        return failure(Error::Kind::Service,
                       QCoreApplication::translate("watchdesk::ctl", "The time limit was reached."));
    return failure(Error::Kind::Cancelled, QCoreApplication::translate("watchdesk::ctl", "Interrupted."));
}

} // namespace watchdesk::ctl
