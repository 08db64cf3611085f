// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QCoreApplication>
#include <QFutureWatcher>

#include <memory>

namespace watchdesk::hunt {

/// A future for what `convert` makes of the source's value; errors pass through. Unlike a future from then(),
/// cancelling it cancels the source. `convert` runs on this thread, whose event loop has to run.
template <class To, class From, class Convert>
FutureResult<To> relay(const FutureResult<From> &source, Convert convert)
{
    auto promise = std::make_shared<QPromise<Result<To>>>();
    promise->start();

    auto *outgoing = new QFutureWatcher<Result<To>>;
    QObject::connect(outgoing, &QFutureWatcherBase::canceled, outgoing,
                     [running = FutureResult<From>(source)]() mutable { running.cancel(); });
    QObject::connect(outgoing, &QFutureWatcherBase::finished, outgoing, &QObject::deleteLater);
    outgoing->setFuture(promise->future());

    auto *incoming = new QFutureWatcher<Result<From>>;
    QObject::connect(incoming, &QFutureWatcherBase::finished, incoming, [incoming, promise, convert]() mutable {
        const FutureResult<From> done = incoming->future();
        if (done.resultCount() == 0) {
            promise->addResult(
                failure(Error::Kind::Cancelled, QCoreApplication::translate("watchdesk::hunt", "Cancelled.")));
        } else if (const Result<From> value = done.result()) {
            promise->addResult(Result<To>(convert(*value)));
        } else {
            promise->addResult(failure(value.error()));
        }
        promise->finish();
        incoming->deleteLater();
    });
    incoming->setFuture(source);
    return promise->future();
}

} // namespace watchdesk::hunt
