// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"
#include "app/net/signin/credentials.h"
#include "app/net/signin/tokenclaims.h"

#include <QDeadlineTimer>
#include <QFutureWatcher>
#include <QJsonObject>
#include <QObject>

#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace watchdesk::net {

/// Access tokens for one scope by OAuth 2.0 (v2.0 endpoint, a form post to {authority}/{tenant}/oauth2/v2.0/token):
/// client credentials with a secret or a certificate, or a signed-in user's refresh token.
///
/// Owned by an HttpClient, on its thread. However many callers wait, one request is on its way at a time; a token is
/// renewed before it expires. Errors: NotSignedIn for what the sign-in service refuses (context "aadsts"), Network,
/// Refused for an authority without TLS that is not this computer. A token never appears in a message or a log.
class TokenSource : public QObject
{
    Q_OBJECT

public:
    TokenSource(QNetworkAccessManager &network, Credentials credentials, Limits limits, QObject *parent = nullptr);
    ~TokenSource() override;

    /// A token that lasts for a while. Cancelling one future leaves the other callers' alone.
    FutureResult<QByteArray> token();
    /// The service refused `used`: it is not given out again. Another, newer token stays.
    void discard(const QByteArray &used);
    /// What the newest token says; nothing before there was one, or where it is no JWT.
    std::optional<TokenClaims> claims() const { return m_claims; }

Q_SIGNALS:
    void renewed();

private:
    using Promise = QPromise<Result<QByteArray>>;

    bool isFresh() const { return !m_token.isEmpty() && !m_renewAt.hasExpired(); }
    void request();
    void answered();
    void refused(const Error &error);
    void failed(const Error &error, bool mayPass);
    Result<void> take(const QJsonObject &answer);
    void answerAll(const Result<QByteArray> &result);

    QNetworkAccessManager &m_network;
    Credentials m_credentials;
    Limits m_limits;
    QByteArray m_token;
    std::optional<TokenClaims> m_claims;
    QDeadlineTimer m_renewAt;
    QFutureWatcher<Result<QJsonObject>> m_answer;
    std::vector<Promise> m_waiting;
    int m_tries = 0; ///< of the renewal that is under way; 0 = none is
};

} // namespace watchdesk::net
