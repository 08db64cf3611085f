// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/appregistry.h"

#include "app/lab/identity/tokenkey.h"

#include <QSslCertificate>
#include <QUuid>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kMostApps = 1'000;

} // namespace

AppRegistry::AppRegistry(AppRegistration own)
    : m_apps{std::move(own)}
{
}

std::optional<AppRegistration> AppRegistry::find(const QString &clientId) const
{
    const std::lock_guard lock(m_mutex);
    for (const AppRegistration &app : m_apps) {
        if (app.clientId.compare(clientId, Qt::CaseInsensitive) == 0)
            return app;
    }
    return std::nullopt;
}

Result<AppRegistration> AppRegistry::add(const QJsonObject &wish)
{
    AppRegistration app;
    app.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    app.name = wish.value(u"name").toString(QStringLiteral("app")).left(100);
    app.secret = randomText(30);
    app.certificatePem = wish.value(u"certificate").toString().toLatin1();
    app.isPublic = wish.value(u"public").toBool(false);
    if (!app.certificatePem.isEmpty() && QSslCertificate(app.certificatePem, QSsl::Pem).isNull())
        return failure(Error::Kind::InvalidInput, QStringLiteral("The certificate is no PEM."));
    if (wish.contains(u"roles")) {
        app.granted = QStringList();
        for (const QJsonValue &role : wish.value(u"roles").toArray())
            app.granted->append(role.toString());
    }
    const std::lock_guard lock(m_mutex);
    if (m_apps.size() >= kMostApps)
        return failure(Error::Kind::InvalidInput, QStringLiteral("There are too many apps already."));
    m_apps.append(app);
    return app;
}

QJsonArray AppRegistry::listed() const
{
    const std::lock_guard lock(m_mutex);
    QJsonArray list;
    for (const AppRegistration &app : m_apps)
        list.append(jsonOf(app, false));
    return list;
}

QJsonObject jsonOf(const AppRegistration &app, bool withSecret)
{
    QJsonObject json{{QStringLiteral("clientId"), app.clientId},
                     {QStringLiteral("name"), app.name},
                     {QStringLiteral("public"), app.isPublic},
                     {QStringLiteral("hasCertificate"), !app.certificatePem.isEmpty()}};
    if (app.granted)
        json.insert(QStringLiteral("roles"), QJsonArray::fromStringList(*app.granted));
    if (withSecret)
        json.insert(QStringLiteral("clientSecret"), QString::fromLatin1(app.secret));
    return json;
}

} // namespace watchdesk::lab
