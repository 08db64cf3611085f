// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QString>
#include <QUrl>

namespace watchdesk::session {

/// How to reach one tenant, saved by name in the data folder as profiles/<name>.json. Never holds a secret.
struct Profile
{
    QString name;
    QUrl apiUrl;
    QUrl authority;
    QString tenantId;
    QString clientId;
};

/// NotFound for a name that was never saved, Unreadable for a file that is no profile.
Result<Profile> loadProfile(const QString &name);
Result<void> saveProfile(const Profile &profile);

} // namespace watchdesk::session
