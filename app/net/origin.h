// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QUrl>

namespace watchdesk::net {

bool sameOrigin(const QUrl &left, const QUrl &right); ///< scheme, host and port, defaults filled in
bool isLoopback(const QUrl &url);

/// HTTPS anywhere, HTTP on this computer only, no user name in it; anything else is Refused.
Result<void> checkUrl(const QUrl &url);

} // namespace watchdesk::net
