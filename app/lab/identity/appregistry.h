// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <mutex>
#include <optional>

namespace watchdesk::lab {

/// An app that is registered in the lab's tenant.
struct AppRegistration
{
    QString clientId;
    QString name;
    QByteArray secret;
    QByteArray certificatePem;          ///< with which it may prove itself instead; empty = none
    std::optional<QStringList> granted; ///< the permissions it has; nothing = all there are
    QStringList denied;                 ///< of those, the ones that it has not
    bool isPublic = true;               ///< people may sign in through it without its secret

    bool has(const QString &permission) const
    {
        return (!granted || granted->contains(permission)) && !denied.contains(permission);
    }
};

/// The tenant's app registrations: the lab's own, and what POST /lab/apps adds. Thread-safe.
class AppRegistry
{
public:
    explicit AppRegistry(AppRegistration own);

    std::optional<AppRegistration> find(const QString &clientId) const;
    /// {"name", "roles": [...], "certificate": PEM, "public": bool}, all of them optional; id and secret are made.
    Result<AppRegistration> add(const QJsonObject &wish);
    QJsonArray listed() const; ///< without secrets

private:
    mutable std::mutex m_mutex;
    QList<AppRegistration> m_apps;
};

/// {"clientId","name","roles",...}; with the secret for whoever made it.
QJsonObject jsonOf(const AppRegistration &app, bool withSecret);

} // namespace watchdesk::lab
