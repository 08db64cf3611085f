// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/identity/tokenkey.h"

#include <QString>
#include <QStringList>

#include <atomic>

#include <tl/expected.hpp>

namespace watchdesk::lab {

/// What a bearer token says.
struct TokenClaims
{
    QString audience;
    QStringList roles;  ///< of an application's token
    QStringList scopes; ///< of a person's
    qint64 expires = 0; ///< Unix seconds
    QString clientId;

    /// One of these application permissions, or a person's form of it, which has no ".All" (permission names).
    bool hasAny(const QStringList &permissions) const;
};

enum class TokenFault { Missing, Invalid, Expired };

/// Makes and checks access tokens: JWTs signed with the lab's key. Times are the computer's clock, as clients cache
/// tokens by it, unless the lab's is told to be off. Thread-safe.
class TokenIssuer
{
public:
    explicit TokenIssuer(QString tenantId);

    QByteArray token(const TokenClaims &claims) const;
    /// Who signed in, for the app: OpenID Connect's.
    QByteArray idToken(const QString &clientId, const QString &issuer, const QString &nonce, int lifetime) const;
    /// From an Authorization header's value.
    tl::expected<TokenClaims, TokenFault> claims(const QByteArray &authorization) const;

    QJsonObject keys() const { return m_key.published(); }
    qint64 now() const; ///< Unix seconds, as this service sees them
    void setSkew(int seconds) { m_skew = seconds; }
    int skew() const { return m_skew; }

    static const QString kUser;   ///< the lab's one person
    static const QString kUserId; ///< a GUID

private:
    QString m_tenantId;
    TokenKey m_key;
    std::atomic<int> m_skew = 0;
};

} // namespace watchdesk::lab
