// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/profileconnection.h"

#include "app/net/signin/clientassertion.h"
#include "app/net/signin/usersession.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace watchdesk::session {

namespace {

constexpr qint64 kLargestCaFile = 4 * 1'024 * 1'024;

} // namespace

Result<net::NetworkSettings> networkOf(const Profile &profile)
{
    net::NetworkSettings settings{profile.proxy, {}};
    if (!profile.caFile.isEmpty()) {
        QFile file(profile.caFile);
        if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestCaFile)
            return failure(Error::Kind::Unreadable,
                           QCoreApplication::translate("watchdesk::session", "%1 cannot be read.").arg(profile.caFile));
        settings.caPem = file.readAll();
        if (settings.caPem.isEmpty())
            settings.caPem = " "; // an empty file is no certificate either
    }
    if (const auto good = net::checkSettings(settings); !good)
        return failure(good.error());
    return settings;
}

Result<QString> checkSecret(const Profile &profile, const QString &secret)
{
    if (profile.signIn != Profile::SignIn::Certificate || secret.isEmpty())
        return QString();
    const auto facts = net::certificateFacts(secret.toUtf8());
    if (!facts)
        return failure(facts.error());
    return QCoreApplication::translate("watchdesk::session", "The certificate “%1” (%2), valid until %3,")
        .arg(facts->subject, facts->sha1, QLocale().toString(facts->until.date(), QLocale::ShortFormat));
}

Result<defender::Connection> connectionOf(const Profile &profile, const QString &secret)
{
    auto network = networkOf(profile);
    if (!network)
        return failure(network.error());
    defender::Connection connection;
    connection.apiUrl = profile.apiUrl;
    connection.authority = profile.authority;
    connection.tenantId = profile.tenantId;
    connection.clientId = profile.clientId;
    connection.xdrUrl = profile.xdrUrl;
    connection.graphUrl = profile.graphUrl;
    connection.audience = profile.audience;
    connection.kustoUrl = profile.kustoUrl;
    connection.kustoDatabase = profile.kustoDatabase;
    connection.network = std::move(*network);
    if (profile.isUsers())
        connection.user = std::make_shared<net::UserSession>(secret);
    else if (profile.signIn == Profile::SignIn::Certificate)
        connection.certificatePem = secret.toUtf8();
    else
        connection.clientSecret = secret;
    return connection;
}

} // namespace watchdesk::session
