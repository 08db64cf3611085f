// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QUrl>

#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace watchdesk::net {

/// Who asks for tokens, and for what.
struct Credentials
{
    QUrl authority; ///< "https://login.microsoftonline.com"
    QString tenantId;
    QString clientId;
    QString clientSecret;
    QString scope; ///< "https://api.securitycenter.microsoft.com/.default"
};

/// Access tokens by OAuth 2.0 client credentials (v2.0 endpoint, a form post to
/// {authority}/{tenant}/oauth2/v2.0/token).
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

private:
    using Promise = QPromise<Result<QByteArray>>;

    bool isFresh() const { return !m_token.isEmpty() && !m_renewAt.hasExpired(); }
    QUrl tokenUrl() const;
    QByteArray form() const;
    void request();
    void answered();
    void failed(const Error &error, bool mayPass);
    Result<void> take(const QByteArray &body);
    void answerAll(const Result<QByteArray> &result);

    QNetworkAccessManager &m_network;
    Credentials m_credentials;
    Limits m_limits;
    QByteArray m_token;
    QDeadlineTimer m_renewAt;
    std::vector<Promise> m_waiting;
    QNetworkReply *m_reply = nullptr;
    int m_tries = 0; ///< of the renewal that is under way; 0 = none is
};

} // namespace watchdesk::net
