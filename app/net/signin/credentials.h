// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <memory>

namespace watchdesk::net {

class UserSession;

/// Who asks for tokens, how they prove who they are, and for which service the token is to be.
///
/// Exactly one proof counts: a user's session, else a certificate, else the secret. All of them live in memory only.
struct Credentials
{
    QUrl authority; ///< "https://login.microsoftonline.com"
    QString tenantId;
    QString clientId;
    QString clientSecret;
    QString scope;                          ///< "https://api.securitycenter.microsoft.com/.default"
    QByteArray certificatePem = {};         ///< a certificate and its private key, unencrypted PEM
    std::shared_ptr<UserSession> user = {}; ///< a person who signed in by browser or device code
};

/// {authority}/{tenant}/oauth2/v2.0/{endpoint}: "token", "authorize", "devicecode".
QUrl endpointUrl(const Credentials &credentials, const QString &endpoint);

} // namespace watchdesk::net
