// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace watchdesk::lab {

/// What a bearer token says. Times are the computer's clock, as clients cache tokens by it.
struct TokenClaims
{
    QString audience;
    QStringList roles;
    qint64 expires = 0; ///< Unix seconds
};

enum class TokenFault { Missing, Invalid, Expired };

/// Makes and checks access tokens: JWT-shaped, signed (HS256) with a key made at random, so that a lab's tokens are
/// worth nothing to another one and need no table. Thread-safe: constant after construction.
class TokenIssuer
{
public:
    explicit TokenIssuer(QString tenantId);

    QByteArray token(const TokenClaims &claims, const QString &clientId) const;
    /// From an Authorization header's value.
    tl::expected<TokenClaims, TokenFault> claims(const QByteArray &authorization) const;

private:
    QByteArray signature(const QByteArray &text) const;

    QString m_tenantId;
    QByteArray m_key;
};

/// `count` random bytes of the system as base64url text.
QByteArray randomText(int count);

/// Takes as long wherever the texts differ, so that a secret cannot be guessed letter by letter.
bool isSameSecret(const QByteArray &left, const QByteArray &right);

} // namespace watchdesk::lab
