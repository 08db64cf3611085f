// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/tokenclaims.h"

#include "app/base/safetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::net {

namespace {

constexpr qsizetype kMostNames = 500;

QString textOf(const QJsonObject &claims, const char *name)
{
    return visibleText(claims.value(QLatin1String(name)).toString(), 200);
}

} // namespace

std::optional<TokenClaims> claimsOf(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding));
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    TokenClaims claims{textOf(json, "aud"), textOf(json, "tid"), textOf(json, "preferred_username"), {}, {}, {}};
    if (claims.user.isEmpty())
        claims.user = textOf(json, json.contains(u"upn") ? "upn" : "unique_name");
    const QJsonArray roles = json.value(u"roles").toArray();
    for (qsizetype i = 0; i < qMin(roles.size(), kMostNames); ++i)
        claims.roles.append(visibleText(roles[i].toString(), 200));
    claims.scopes = textOf(json, "scp").isEmpty()
                        ? QStringList()
                        : visibleText(json.value(u"scp").toString(), 20'000).split(u' ', Qt::SkipEmptyParts);
    claims.expires = QDateTime::fromSecsSinceEpoch(json.value(u"exp").toInteger(), Qt::UTC);
    return claims;
}

} // namespace watchdesk::net
