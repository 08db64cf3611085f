// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/tokenissuer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kMaxToken = 8'192;

} // namespace

const QString TokenIssuer::kUser = QStringLiteral("analyst@lab.example");
const QString TokenIssuer::kUserId = QStringLiteral("3d5c9f0e-8b1a-4c7e-9f2d-6a7b8c9d0e1f");

bool TokenClaims::hasAny(const QStringList &permissions) const
{
    return std::any_of(permissions.begin(), permissions.end(), [this](const QString &permission) {
        const QString delegated = permission.endsWith(QLatin1String(".All")) ? permission.chopped(4) : permission;
        return roles.contains(permission) || scopes.contains(permission) || scopes.contains(delegated);
    });
}

TokenIssuer::TokenIssuer(QString tenantId)
    : m_tenantId(std::move(tenantId))
{
}

qint64 TokenIssuer::now() const { return QDateTime::currentSecsSinceEpoch() + m_skew; }

QByteArray TokenIssuer::token(const TokenClaims &claims) const
{
    QJsonObject payload{
        {QStringLiteral("aud"), claims.audience},
        {QStringLiteral("iss"), QStringLiteral("https://sts.windows.net/%1/").arg(m_tenantId)},
        {QStringLiteral("tid"), m_tenantId},
        {QStringLiteral("appid"), claims.clientId},
        {QStringLiteral("iat"), now()},
        {QStringLiteral("nbf"), now()},
        {QStringLiteral("exp"), claims.expires},
        {QStringLiteral("ver"), QStringLiteral("1.0")},
        {QStringLiteral("uti"), QString::fromLatin1(randomText(12))},
    };
    if (claims.scopes.isEmpty()) {
        payload.insert(QStringLiteral("roles"), QJsonArray::fromStringList(claims.roles));
    } else {
        payload.insert(QStringLiteral("scp"), claims.scopes.join(u' '));
        payload.insert(QStringLiteral("oid"), kUserId);
        payload.insert(QStringLiteral("upn"), kUser);
    }
    return m_key.token(payload);
}

QByteArray TokenIssuer::idToken(const QString &clientId, const QString &issuer, const QString &nonce,
                                int lifetime) const
{
    QJsonObject payload{
        {QStringLiteral("aud"), clientId},
        {QStringLiteral("iss"), issuer},
        {QStringLiteral("iat"), now()},
        {QStringLiteral("nbf"), now()},
        {QStringLiteral("exp"), now() + lifetime},
        {QStringLiteral("tid"), m_tenantId},
        {QStringLiteral("oid"), kUserId},
        {QStringLiteral("sub"), kUserId},
        {QStringLiteral("name"), QStringLiteral("Lab Analyst")},
        {QStringLiteral("preferred_username"), kUser},
        {QStringLiteral("ver"), QStringLiteral("2.0")},
    };
    if (!nonce.isEmpty())
        payload.insert(QStringLiteral("nonce"), nonce);
    return m_key.token(payload);
}

tl::expected<TokenClaims, TokenFault> TokenIssuer::claims(const QByteArray &authorization) const
{
    if (authorization.isEmpty())
        return tl::unexpected(TokenFault::Missing);
    const QByteArray token = authorization.mid(7).trimmed();
    const bool isBearer = authorization.left(7).toLower() == "bearer " && token.size() <= kMaxToken;
    if (!isBearer || !m_key.hasSigned(token))
        return tl::unexpected(TokenFault::Invalid);
    const QJsonObject payload = payloadOf(token);
    TokenClaims claims{payload.value(u"aud").toString(),
                       {},
                       {},
                       payload.value(u"exp").toInteger(),
                       payload.value(u"appid").toString()};
    for (const QJsonValue &role : payload.value(u"roles").toArray())
        claims.roles.append(role.toString());
    claims.scopes = payload.value(u"scp").toString().split(u' ', Qt::SkipEmptyParts);
    if (claims.expires <= now())
        return tl::unexpected(TokenFault::Expired);
    return claims;
}

} // namespace watchdesk::lab
