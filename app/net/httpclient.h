// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"
#include "app/net/networksettings.h"
#include "app/net/reply.h"
#include "app/net/request.h"
#include "app/net/signin/tokenclaims.h"
#include "app/net/tokensource.h"

#include <QObject>

#include <memory>
#include <optional>

namespace watchdesk::net {

class QuotaBook;

/// Calls one API host with a bearer token. The only class of the program, with its TokenSource, that speaks HTTP.
///
/// Lives on the main thread, owned by a defender::Client. Calls to another scheme, host or port than the API's are
/// Refused, and redirects are not followed, so a token never leaves for elsewhere; plain HTTP only on loopback. 401:
/// one new token, then again. 429: the operation pauses for Retry-After, in every client of the same service and
/// tenant; no call goes out that would exceed what its operation is allowed (QuotaBook). 5xx and lost connections:
/// again, with growing pauses, if the request may be repeated, never otherwise. Cancelling a future aborts its call.
/// Errors are those of errorFromReply(), plus Network, Quota (patience is over), Refused and NotSignedIn.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    HttpClient(const QUrl &apiUrl, const Credentials &credentials, const Limits &limits = {},
               const NetworkSettings &network = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    QUrl apiUrl() const;
    const Limits &limits() const;
    /// A token without a call, to see whether sign-in works. What the newest one says is claims().
    FutureResult<QByteArray> signIn();
    std::optional<TokenClaims> claims() const;
    QuotaBook &quotas() const; ///< shared with other clients of this service and tenant

    FutureResult<Reply> send(const Request &request);
    FutureResult<Reply> fetch(const QUrl &url); ///< GET
    FutureResult<Reply> post(const QUrl &url, const QByteArray &json, bool idempotent = false);
    FutureResult<Reply> patch(const QUrl &url, const QByteArray &json, bool idempotent = false);
    FutureResult<Reply> erase(const QUrl &url, bool idempotent = false); ///< DELETE

Q_SIGNALS:
    void signedIn(); ///< a new token came; its claims may differ from the last one's
    /// The service asked for quiet; no call goes out for so long.
    void paused(qint64 milliseconds);
    void sent(); ///< a request went out, repeated ones too; for quota meters

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::net
