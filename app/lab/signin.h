// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/http.h"
#include "app/lab/identity/appregistry.h"
#include "app/lab/identity/grantbook.h"
#include "app/lab/identity/signinform.h"
#include "app/lab/tokenissuer.h"

#include <QUrl>

#include <mutex>
#include <optional>

namespace watchdesk::lab {

/// The audiences whose tokens the API's families take.
inline constexpr QStringView kDefenderAudience = u"https://api.securitycenter.microsoft.com";
inline constexpr QStringView kXdrAudience = u"https://api.security.microsoft.com";
inline constexpr QStringView kGraphAudience = u"https://graph.microsoft.com";
inline constexpr QStringView kKustoAudience = u"https://kusto.kusto.windows.net"; ///< also the cluster's own address

/// The sign-in service, as ordinary OAuth libraries expect it: OpenID configuration and keys, the token endpoints
/// (client secret, certificate, authorization code with PKCE, device code, refresh), the authorize and device pages,
/// with the error bodies and AADSTS numbers of the real one. There is one person, who agrees to everything at the
/// authorize page, and to a device code once it is entered. Thread-safe.
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
        QByteArray certificatePem = {};
    };

    SignIn(App app, TokenIssuer &issuer);

    /// True for paths that belong to the sign-in service, whatever is wrong with the request otherwise.
    static bool ownsPath(const QStringList &segments);
    /// Where the server listens, "https://127.0.0.1:port"; known only after it was started.
    void setAddress(const QUrl &address);
    HttpReply answer(const HttpRequest &request, const QStringList &segments);

    AppRegistry &apps() { return m_apps; }
    GrantBook &grants() { return m_grants; }
    QUrl address() const;

private:
    struct Subject;

    HttpReply openIdConfiguration(const QString &tenant, bool isSecondVersion) const;
    HttpReply instances() const;
    HttpReply authorize(const SignInForm &form);
    HttpReply deviceCode(const SignInForm &form);
    HttpReply devicePage(const HttpRequest &request);
    HttpReply token(const SignInForm &form);
    HttpReply clientCredentials(const SignInForm &form, const AppRegistration &app);
    HttpReply redeemCode(const SignInForm &form, const AppRegistration &app);
    HttpReply redeemDevice(const SignInForm &form, const AppRegistration &app);
    HttpReply redeemRefresh(const SignInForm &form, const AppRegistration &app);
    std::optional<HttpReply> refusedTenant(const QString &tenant) const;
    std::optional<HttpReply> refusedProof(const SignInForm &form, const AppRegistration &app, bool isUser) const;
    std::optional<HttpReply> refusedAssertion(const QByteArray &assertion, const AppRegistration &app) const;
    tl::expected<QString, HttpReply> audienceOf(const QString &scope) const;
    HttpReply issued(const SignInForm &form, const AppRegistration &app, const QString &audience) const;
    HttpReply issuedToUser(const AppRegistration &app, const Grant &grant);

    App m_app;
    TokenIssuer &m_issuer;
    AppRegistry m_apps;
    GrantBook m_grants;
    mutable std::mutex m_mutex;
    QUrl m_address;
};

} // namespace watchdesk::lab
