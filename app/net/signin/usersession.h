// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace watchdesk::net {

/// A person's sign-in: the refresh token, of which the tokens for each service are made.
///
/// Lives on the main thread, shared by the token sources of one tenant. The service hands out a new refresh token with
/// each use; whoever keeps it in the keychain listens to renewed().
class UserSession : public QObject
{
    Q_OBJECT

public:
    explicit UserSession(QString refreshToken = {})
        : m_refreshToken(std::move(refreshToken))
    {
    }

    bool isSignedIn() const { return !m_refreshToken.isEmpty(); }
    const QString &refreshToken() const { return m_refreshToken; }
    void renew(const QString &refreshToken);
    void end(); ///< the service does not take it any more

Q_SIGNALS:
    void renewed();
    void ended();

private:
    QString m_refreshToken;
};

} // namespace watchdesk::net
