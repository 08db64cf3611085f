// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace watchdesk::net {

/// Sends a request that must not go out twice. Qt quietly sends a request again when a connection closes before the
/// answer, a POST too; it needs the body from its beginning for that, and this body cannot be rewound.
QNetworkReply *sendOnce(QNetworkAccessManager &network, const QNetworkRequest &request, const QByteArray &method,
                        const QByteArray &body);

} // namespace watchdesk::net
