// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace watchdesk::net {

/// What a PEM file with certificate and key says of itself.
struct CertificateFacts
{
    QString subject; ///< "CN=..."
    QString sha1;    ///< the thumbprint that the portal shows, upper case
    QDateTime until; ///< UTC
};

/// Reads a PEM with a certificate and the private key that belongs to it. InvalidInput, in plain words, for one that
/// lacks either, is encrypted, or whose halves do not belong together; also for keys other than RSA of 2048 bits or
/// more. The error never holds a part of the text.
Result<CertificateFacts> certificateFacts(const QByteArray &pem);

/// A signed JWT that proves an application's identity in place of a secret: PS256, header "x5t#S256", claims aud, iss,
/// sub, jti, nbf, exp ("Microsoft identity platform application authentication certificate credentials").
Result<QByteArray> clientAssertion(const QByteArray &pem, const QString &clientId, const QUrl &tokenUrl);

} // namespace watchdesk::net
