// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/usersession.h"

namespace watchdesk::net {

void UserSession::renew(const QString &refreshToken)
{
    if (refreshToken.isEmpty() || refreshToken == m_refreshToken)
        return;
    m_refreshToken = refreshToken;
    Q_EMIT renewed();
}

void UserSession::end()
{
    m_refreshToken.clear();
    Q_EMIT ended();
}

} // namespace watchdesk::net
