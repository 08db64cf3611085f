// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>

class QNetworkAccessManager;

namespace watchdesk::net {

/// One form post to a sign-in service, and its JSON answer. Not repeated. Errors: errorFromTokenReply() for a refusal,
/// Network for a lost connection, Refused for an address without TLS that is not this computer; context "passing" is
/// "true" where the same may work a moment later. Cancelling the future aborts the post. Lives on the thread of
/// `network`, and ends with Cancelled when that goes first.
FutureResult<QJsonObject> postForm(QNetworkAccessManager &network, const QUrl &url, const QByteArray &form,
                                   const Limits &limits);

} // namespace watchdesk::net
