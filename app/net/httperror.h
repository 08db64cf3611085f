// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QUrl>

namespace watchdesk::net {

/// The one place where an HTTP status becomes an Error. Reads Defender's body {"error":{"code","message","target"}};
/// the service's message is shown as plain text, hidden characters marked, bounded. Context: "status", "code",
/// "requestId" (the header's or the body's target), "url" without query.
Error errorFromReply(int status, const QByteArray &body, const QString &requestId, const QUrl &url);

/// The same for a refused token request: {"error","error_description":"AADSTS7000215: ..."}. Context "aadsts", "oauth"
/// (the OAuth error), "cause" (see causeName()).
Error errorFromTokenReply(int status, const QByteArray &body);

} // namespace watchdesk::net
