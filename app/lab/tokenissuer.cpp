// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/tokenissuer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace watchdesk::lab {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kMaxToken = 8'192;

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(kEncoding);
}

} // namespace

QByteArray randomText(int count)
{
    QList<quint32> words((count + 3) / 4);
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.constData()), count).toBase64(kEncoding);
}

bool isSameSecret(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left.at(i) ^ right.at(i);
    return difference == 0;
}

TokenIssuer::TokenIssuer(QString tenantId)
    : m_tenantId(std::move(tenantId))
    , m_key(randomText(48))
{
}

QByteArray TokenIssuer::signature(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256).toBase64(kEncoding);
}

QByteArray TokenIssuer::token(const TokenClaims &claims, const QString &clientId) const
{
    const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("alg"), QStringLiteral("HS256")}};
    const QJsonObject payload{
        {QStringLiteral("aud"), claims.audience},
        {QStringLiteral("iss"), QStringLiteral("https://sts.windows.net/%1/").arg(m_tenantId)},
        {QStringLiteral("tid"), m_tenantId},
        {QStringLiteral("appid"), clientId},
        {QStringLiteral("roles"), QJsonArray::fromStringList(claims.roles)},
        {QStringLiteral("iat"), QDateTime::currentSecsSinceEpoch()},
        {QStringLiteral("exp"), claims.expires},
        {QStringLiteral("uti"), QString::fromLatin1(randomText(12))},
    };
    const QByteArray text = encoded(header) + '.' + encoded(payload);
    return text + '.' + signature(text);
}

tl::expected<TokenClaims, TokenFault> TokenIssuer::claims(const QByteArray &authorization) const
{
    if (authorization.isEmpty())
        return tl::unexpected(TokenFault::Missing);
    const QByteArray token = authorization.mid(7).trimmed();
    const QList<QByteArray> parts = token.split('.');
    const bool isBearer = authorization.left(7).toLower() == "bearer " && token.size() <= kMaxToken;
    if (!isBearer || parts.size() != 3)
        return tl::unexpected(TokenFault::Invalid);
    const QByteArray signedText = parts.at(0) + '.' + parts.at(1);
    if (!isSameSecret(signature(signedText), parts.at(2)))
        return tl::unexpected(TokenFault::Invalid);
    const QJsonObject payload = QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), kEncoding)).object();
    TokenClaims claims{payload.value(u"aud").toString(), {}, payload.value(u"exp").toInteger()};
    for (const QJsonValue &role : payload.value(u"roles").toArray())
        claims.roles.append(role.toString());
    if (claims.expires <= QDateTime::currentSecsSinceEpoch())
        return tl::unexpected(TokenFault::Expired);
    return claims;
}

} // namespace watchdesk::lab
