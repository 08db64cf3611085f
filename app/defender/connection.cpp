// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/connection.h"

#include "app/defender/cloud.h"

#include <QHostAddress>

namespace watchdesk::defender {

namespace {

/// A lab has all its APIs at one address.
bool isLab(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

QUrl urlOf(const QUrl &chosen, const Connection &connection, const Service &service)
{
    if (!chosen.isEmpty())
        return chosen;
    return isLab(connection.apiUrl) ? connection.apiUrl : service.url;
}

} // namespace

net::Credentials credentialsOf(const Connection &connection, const QString &scope)
{
    return {connection.authority,      connection.tenantId, connection.clientId, connection.clientSecret, scope,
            connection.certificatePem, connection.user};
}

QUrl defenderUrl(const Connection &connection) { return connection.apiUrl; }

QString defenderScope(const Connection &connection)
{
    if (!connection.audience.isEmpty())
        return connection.audience + QStringLiteral("/.default");
    return cloudOf(connection.apiUrl).defender.scope();
}

QUrl xdrUrl(const Connection &connection)
{
    return urlOf(connection.xdrUrl, connection, cloudOf(connection.apiUrl).xdr);
}

QString xdrScope(const Connection &connection) { return cloudOf(connection.apiUrl).xdr.scope(); }

QUrl graphUrl(const Connection &connection)
{
    return urlOf(connection.graphUrl, connection, cloudOf(connection.apiUrl).graph);
}

QString graphScope(const Connection &connection) { return cloudOf(connection.apiUrl).graph.scope(); }

} // namespace watchdesk::defender
