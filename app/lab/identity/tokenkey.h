// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/randomtext.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace watchdesk::lab {

/// The RSA key that a lab signs its tokens with, made at random for each start, so that a lab's tokens are worth
/// nothing to another one. Making it takes a moment: that begins at once on a thread of its own, and the first who
/// needs the key waits. Thread-safe.
class TokenKey
{
public:
    TokenKey();
    ~TokenKey();

    /// A JWT with this payload, RS256.
    QByteArray token(const QJsonObject &payload) const;
    /// True for a token of this key's; what it says is not looked at.
    bool hasSigned(const QByteArray &token) const;
    /// {"keys":[...]}: what clients verify tokens with (RFC 7517).
    QJsonObject published() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// True if the JWT's signature (RS256 or PS256) is by the key of this certificate (PEM), and its header names the
/// certificate by "x5t#S256" or "x5t".
bool isSignedBy(const QByteArray &token, const QByteArray &certificatePem);

/// The payload of a JWT, whoever signed it.
QJsonObject payloadOf(const QByteArray &token);

/// Takes as long wherever the texts differ, so that a secret cannot be guessed letter by letter.
bool isSameSecret(const QByteArray &left, const QByteArray &right);

} // namespace watchdesk::lab
