// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/network.h"
#include "app/net/reply.h"
#include "app/net/request.h"
#include "app/net/throttle.h"
#include "app/net/tokensource.h"

#include <QElapsedTimer>
#include <QFutureWatcher>

namespace watchdesk::net {

class ReplyBody;

/// What the calls of one client share.
struct HttpShared
{
    HttpShared(const QUrl &url, const Credentials &credentials, const Limits &bounds, const NetworkSettings &settings);
    QuotaBucket &bucketOf(const Request &request) { return throttle.quotas().bucket(request.operation, request.quota); }

    QUrl apiUrl;
    Limits limits;
    Network network;
    TokenSource tokens;
    Throttle throttle;
};

/// One call from its place in the queue to its last answer, with everything that may come between.
///
/// Lives on the client's thread and deletes itself when done; ended with Cancelled when the client goes first.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    HttpCall(HttpShared &shared, const Request &request, QObject *parent);
    ~HttpCall() override;

    FutureResult<Reply> start();

Q_SIGNALS:
    void sent();

private:
    void enter();
    void authorise();
    void transmit(const QByteArray &token);
    QNetworkReply *dispatch(const QNetworkRequest &request);
    void answered();
    void noteQuota(const QNetworkReply &reply);
    void noteRunTime();
    void judge(const Reply &reply, const QNetworkReply &source);
    void renewToken();
    void waitForQuota(const Error &error, const QNetworkReply &source);
    void quotaRunsTooLong(std::chrono::milliseconds needed);
    void stumble(const Error &error, std::chrono::milliseconds pause);
    std::chrono::milliseconds patienceLeft() const;
    bool hasPatienceFor(std::chrono::milliseconds pause) const { return pause <= patienceLeft(); }
    void leave();
    void stop();
    void finish(Result<Reply> result);

    HttpShared &m_shared;
    Request m_request;
    QPromise<Result<Reply>> m_promise;
    QFutureWatcher<Result<Reply>> m_own;
    QByteArray m_token;
    QNetworkReply *m_reply = nullptr;
    ReplyBody *m_body = nullptr;
    QElapsedTimer m_begun;
    QElapsedTimer m_sent; ///< the last try
    int m_tries = 0;
    bool m_isRenewed = false; ///< a second 401 is meant
    bool m_holdsPlace = false;
    QuotaBucket::Ticket m_ticket = -1; ///< -1 = none
    bool m_isDone = false;
};

} // namespace watchdesk::net
