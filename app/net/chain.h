// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace watchdesk::net {

/// One future after another, as one: QFuture::then() does not hand a cancellation up to what it waits for, this does.
///
/// Results are copied: takeResult() would make the future look unfinished to its own promise, which then cancels it.
///
/// Lives as a child of `context`, on its thread, until it is done. When `context` goes first, what is waited for is
/// cancelled, and so is the future.
template <class From, class To>
class Chain final : public QObject
{
public:
    using Next = std::function<FutureResult<To>(Result<From>)>;

    static FutureResult<To> begin(FutureResult<From> first, QObject *context, Next next)
    {
        auto *chain = new Chain(context, std::move(next));
        const FutureResult<To> future = chain->m_promise.future();
        chain->m_own.setFuture(future);
        chain->m_first.setFuture(first);
        return future;
    }

    ~Chain() override
    {
        m_first.cancel();
        m_second.cancel();
    }

private:
    Chain(QObject *context, Next next)
        : QObject(context)
        , m_next(std::move(next))
    {
        m_promise.start();
        connect(&m_own, &QFutureWatcherBase::canceled, this, &Chain::stop);
        connect(&m_first, &QFutureWatcherBase::finished, this, &Chain::goOn);
        connect(&m_second, &QFutureWatcherBase::finished, this, &Chain::end);
    }

    void stop()
    {
        m_first.cancel();
        m_second.cancel();
    }

    void goOn()
    {
        if (m_promise.isCanceled() || m_first.future().resultCount() == 0)
            finish();
        else
            m_second.setFuture(m_next(m_first.future().result()));
    }

    void end()
    {
        if (m_second.future().resultCount() > 0)
            m_promise.addResult(m_second.future().result());
        finish();
    }

    void finish()
    {
        if (m_promise.future().isFinished())
            return;
        if (m_promise.future().resultCount() == 0)
            m_promise.future().cancel();
        m_promise.finish();
        deleteLater();
    }

    Next m_next;
    QPromise<Result<To>> m_promise;
    QFutureWatcher<Result<To>> m_own;
    QFutureWatcher<Result<From>> m_first;
    QFutureWatcher<Result<To>> m_second;
};

template <class To, class From>
FutureResult<To> chained(FutureResult<From> first, QObject *context, typename Chain<From, To>::Next next)
{
    return Chain<From, To>::begin(std::move(first), context, std::move(next));
}

/// The same where the second step takes no time.
template <class To, class From>
FutureResult<To> mapped(FutureResult<From> first, QObject *context, std::function<Result<To>(Result<From>)> map)
{
    return chained<To, From>(std::move(first), context, [map = std::move(map)](Result<From> result) {
        return readyFuture<To>(map(std::move(result)));
    });
}

} // namespace watchdesk::net
