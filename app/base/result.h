// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QFuture>
#include <QPromise>

#include <tl/expected.hpp>

namespace watchdesk {

/// A value, or the reason there is none. Everything that can fail for reasons outside the program returns one.
template <class T>
using Result = tl::expected<T, Error>;

/// The one way to wait: continue it with `.then(context, ...)`, stop it with `.cancel()`.
template <class T>
using FutureResult = QFuture<Result<T>>;

inline tl::unexpected<Error> failure(Error error) { return tl::unexpected<Error>(std::move(error)); }

inline tl::unexpected<Error> failure(Error::Kind kind, const QString &message)
{
    return tl::unexpected<Error>(Error{kind, message, {}});
}

/// A future that is finished already.
template <class T>
FutureResult<T> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace watchdesk
