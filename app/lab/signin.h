// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/http.h"
#include "app/lab/tokenissuer.h"

#include <atomic>
#include <optional>

namespace watchdesk::lab {

/// The audiences whose tokens the API's families take.
inline constexpr QStringView kDefenderAudience = u"https://api.securitycenter.microsoft.com";
inline constexpr QStringView kXdrAudience = u"https://api.security.microsoft.com";
inline constexpr QStringView kGraphAudience = u"https://graph.microsoft.com";
inline constexpr QStringView kKustoAudience = u"https://kusto.kusto.windows.net"; ///< also the cluster's own address

/// The sign-in service: client credentials at /{tenant}/oauth2/v2.0/token and /{tenant}/oauth2/token, with the error
/// bodies and AADSTS numbers of the real one. Thread-safe.
class SignIn
{
public:
    struct App
    {
        QString tenantId;
        QString clientId;
        QByteArray clientSecret;
        int tokenLifetime = 3'599;
        QStringList deniedPermissions;
    };

    SignIn(App app, const TokenIssuer &issuer);

    /// True for paths that belong to the sign-in service, whatever is wrong with the request otherwise.
    static bool ownsPath(const QStringList &segments);
    /// Where the server listens; known only after it was started.
    void setPort(quint16 port) { m_port = port; }
    HttpReply answer(const HttpRequest &request, const QStringList &segments) const;

private:
    struct Form;
    HttpReply grant(const Form &form) const;
    std::optional<HttpReply> refusedApp(const Form &form) const;
    HttpReply issued(const Form &form, const QString &audience) const;

    App m_app;
    const TokenIssuer &m_issuer;
    std::atomic<quint16> m_port = 0;
};

} // namespace watchdesk::lab
