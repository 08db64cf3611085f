// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/profile.h"

#include "app/session/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace watchdesk::session {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::session", text); }

/// Names become file names by way of tenantFolder(), which lets nothing through that could leave the folder.
QString profilePath(const QString &name)
{
    return dataFolder() + QStringLiteral("/profiles/") + QFileInfo(tenantFolder(name)).fileName() +
           QStringLiteral(".json");
}

} // namespace

Result<Profile> loadProfile(const QString &name)
{
    QFile file(profilePath(name));
    if (!file.exists())
        return failure(Error::Kind::NotFound, tr("There is no profile “%1”.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable, tr("The profile “%1” cannot be read.").arg(name));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    Profile profile{name, QUrl(json.value(QStringLiteral("apiUrl")).toString()),
                    QUrl(json.value(QStringLiteral("authority")).toString()),
                    json.value(QStringLiteral("tenantId")).toString(),
                    json.value(QStringLiteral("clientId")).toString()};
    if (!profile.apiUrl.isValid() || profile.apiUrl.isEmpty() || profile.tenantId.isEmpty())
        return failure(Error::Kind::Unreadable, tr("The profile “%1” is damaged.").arg(name));
    return profile;
}

Result<void> saveProfile(const Profile &profile)
{
    const QString path = profilePath(profile.name);
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, tr("The profile “%1” cannot be saved.").arg(profile.name));
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("apiUrl"), profile.apiUrl.toString()},
                                         {QStringLiteral("authority"), profile.authority.toString()},
                                         {QStringLiteral("tenantId"), profile.tenantId},
                                         {QStringLiteral("clientId"), profile.clientId}})
                   .toJson());
    if (!file.commit())
        return failure(Error::Kind::Storage, tr("The profile “%1” cannot be saved.").arg(profile.name));
    return {};
}

} // namespace watchdesk::session
