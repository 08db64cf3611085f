// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/networksettings.h"
#include "app/net/signin/credentials.h"

#include <QString>
#include <QUrl>

namespace watchdesk::defender {

/// How one tenant is reached, and as whom. What proves that lives in memory only; it comes from the keychain or from
/// the environment. The proofs are alternatives: a user's session, else a certificate, else the secret.
struct Connection
{
    QUrl apiUrl;    ///< "https://api.security.microsoft.com", without /api
    QUrl authority; ///< "https://login.microsoftonline.com"
    QString tenantId;
    QString clientId;
    QString clientSecret;
    QByteArray certificatePem = {};
    std::shared_ptr<net::UserSession> user = {};
    QUrl xdrUrl = {};      ///< empty: where the cloud of apiUrl has it
    QUrl graphUrl = {};    ///< empty: where the cloud of apiUrl has it
    QString audience = {}; ///< for tokens of the Defender API; "" = what the cloud of apiUrl wants
    QUrl kustoUrl = {};    ///< a Kusto cluster to hunt in; empty = none
    QString kustoDatabase = {};
    net::NetworkSettings network = {};
};

/// What a token for `scope` is asked for with.
net::Credentials credentialsOf(const Connection &connection, const QString &scope);

/// The three APIs of a tenant: where they are, and the audience that each wants.
QUrl defenderUrl(const Connection &connection);
QString defenderScope(const Connection &connection);
QUrl xdrUrl(const Connection &connection);
QString xdrScope(const Connection &connection);
QUrl graphUrl(const Connection &connection);
QString graphScope(const Connection &connection);

} // namespace watchdesk::defender
