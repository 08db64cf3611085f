// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/quotabucket.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace watchdesk::net {

/// One call to the API. `idempotent` means that doing it twice is doing it once, so that it may be repeated after a
/// 5xx or a lost connection; a GET is so always.
struct Request
{
    enum class Method { Get, Post, Patch, Delete };

    Method method = Method::Get;
    QUrl url;
    QByteArray body = {}; ///< empty = none
    bool idempotent = false;
    std::chrono::milliseconds patience{0}; ///< silence that is borne; 0 = Limits::transferTimeout
    QString operation = {};                ///< what the service counts this call as; "" = nothing is known of it
    QuotaLimits quota = {};                ///< of that operation, as documented
    QByteArray contentType = {};           ///< of the body; "" = JSON

    bool mayRepeat() const { return method == Method::Get || idempotent; }
};

QByteArray methodName(Request::Method method);

} // namespace watchdesk::net
