// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/quotabucket.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace watchdesk::net {

/// What a service says about its quota.
struct QuotaNotice
{
    QuotaLimits limits;                             ///< 0 where it says nothing
    std::optional<std::chrono::milliseconds> pause; ///< until calls are taken again
};

/// Reads the message of a 429: "… maximum is 100 calls per minute. Try again in 5 seconds.", "… Maximum allowed 45 …
/// per 00:01:00. You can send requests again in 7 seconds.", "… You can run queries again in 00:12:30.". What is not
/// understood is left out; nothing is guessed.
QuotaNotice quotaNotice(const QString &message);

/// Reads a RateLimit-Policy header (IETF draft, "100;w=60, 1500;w=3600"): the calls allowed in windows of seconds.
QuotaLimits quotaPolicy(const QByteArray &header);

} // namespace watchdesk::net
