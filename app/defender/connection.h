// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace watchdesk::defender {

/// How one tenant is reached. The secret lives in memory only; it comes from the keychain or from the environment.
struct Connection
{
    QUrl apiUrl;    ///< "https://api.security.microsoft.com", without /api
    QUrl authority; ///< "https://login.microsoftonline.com"
    QString tenantId;
    QString clientId;
    QString clientSecret;
};

} // namespace watchdesk::defender
