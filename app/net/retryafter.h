// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace watchdesk::net {

/// RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
std::optional<QDateTime> httpDate(const QByteArray &header);

/// The pause that a Retry-After header asks for: seconds, or an HTTP date counted from `now` (the answer's own Date
/// where it has one, so that clocks that differ do no harm). Nothing for what is neither.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, const QDateTime &now);

} // namespace watchdesk::net
