// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/httpcall.h"

#include "app/base/logging.h"
#include "app/net/httperror.h"
#include "app/net/offlineswitch.h"
#include "app/net/origin.h"
#include "app/net/quotanotice.h"
#include "app/net/replybody.h"
#include "app/net/retryafter.h"
#include "app/net/singleuse.h"

#include <QCoreApplication>
#include <QTimer>

namespace watchdesk::net {

namespace {

std::optional<std::chrono::milliseconds> pauseAskedFor(const QNetworkReply &reply)
{
    const QDateTime now = httpDate(reply.rawHeader("Date")).value_or(QDateTime::currentDateTimeUtc());
    return retryAfter(reply.rawHeader("Retry-After"), now);
}

QString requestIdOf(const QNetworkReply &reply)
{
    for (const char *name : {"request-id", "x-ms-request-id", "x-request-id"}) {
        if (reply.hasRawHeader(name))
            return QString::fromLatin1(reply.rawHeader(name));
    }
    return {};
}

bool isPassing(int status) { return status == 500 || status == 502 || status == 503 || status == 504; }

} // namespace

HttpShared::HttpShared(const QUrl &url, const Credentials &credentials, const Limits &bounds,
                       const NetworkSettings &settings)
    : apiUrl(url)
    , limits(bounds)
    , network(settings)
    , tokens(network, credentials, bounds)
    , throttle(bounds.maximumParallel,
               QuotaBook::shared(url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString(), credentials.tenantId))
{
}

HttpCall::HttpCall(HttpShared &shared, const Request &request, QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_request(request)
{
    m_promise.start();
    connect(&m_own, &QFutureWatcherBase::canceled, this, &HttpCall::stop);
}

HttpCall::~HttpCall()
{
    if (m_isDone)
        return;
    leave();
    m_promise.addResult(
        failure(Error::Kind::Cancelled, QCoreApplication::translate("net", "The connection was closed.")));
    m_promise.finish();
}

FutureResult<Reply> HttpCall::start()
{
    const FutureResult<Reply> future = m_promise.future();
    m_own.setFuture(future);
    m_begun.start();
    if (const auto safe = mayCall(m_request.url); !safe)
        finish(failure(safe.error()));
    else if (!sameOrigin(m_request.url, m_shared.apiUrl))
        finish(failure(Error::Kind::Refused,
                       QCoreApplication::translate("net", "%1 is not the tenant's service: nothing is sent there.")
                           .arg(m_request.url.host())));
    else
        enter();
    return future;
}

void HttpCall::enter()
{
    m_shared.throttle.enter({this, m_request.operation, m_request.quota, patienceLeft(),
                             [this](QuotaBucket::Ticket ticket) {
                                 m_holdsPlace = true;
                                 m_ticket = ticket;
                                 authorise();
                             },
                             [this](std::chrono::milliseconds needed) { quotaRunsTooLong(needed); }});
}

void HttpCall::quotaRunsTooLong(std::chrono::milliseconds needed)
{
    if (m_isDone)
        return;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(needed).count();
    finish(failure(
        Error{Error::Kind::Quota,
              QCoreApplication::translate("net", "The quota is used up; the next call may go in %1 s.").arg(seconds),
              {{QStringLiteral("retryAfter"), QString::number(seconds)}}}));
}

void HttpCall::authorise()
{
    if (m_isDone)
        return leave();
    if (const auto still = mayCall(m_request.url); !still) // it may have waited long
        return finish(failure(still.error()));
    m_shared.tokens.token().then(this, [this](const Result<QByteArray> &token) {
        if (m_isDone)
            return;
        if (token)
            transmit(*token);
        else
            finish(failure(token.error()));
    });
}

void HttpCall::transmit(const QByteArray &token)
{
    m_token = token;
    const auto silence = m_request.patience.count() > 0 ? m_request.patience : m_shared.limits.transferTimeout;
    QNetworkRequest request = plainRequest(m_request.url, silence, m_shared.limits.maximumReplyBytes);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Accept", "application/json");
    if (!m_request.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType.isEmpty()
                                                                  ? QByteArrayLiteral("application/json")
                                                                  : m_request.contentType);
    m_reply = dispatch(request);
    m_body = new ReplyBody(*m_reply, m_shared.limits.maximumReplyBytes, m_shared.limits.callTimeout);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::answered);
    m_shared.bucketOf(m_request).sent(m_ticket, QuotaBook::now());
    m_sent.start();
    ++m_tries;
    Q_EMIT sent();
}

QNetworkReply *HttpCall::dispatch(const QNetworkRequest &request)
{
    const QByteArray method = methodName(m_request.method);
    if (m_request.mayRepeat())
        return m_shared.network.sendCustomRequest(request, method, m_request.body);
    return sendOnce(m_shared.network, request, method, m_request.body);
}

void HttpCall::answered()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    noteRunTime();
    if (!m_body->isLost())
        noteQuota(*reply);
    leave();
    if (m_body->isLost()) {
        Error error = m_body->error();
        if (!m_request.mayRepeat() && !m_body->neverLeft())
            error.context.insert(QStringLiteral("uncertain"), QStringLiteral("true"));
        return stumble(error, m_shared.limits.backOff(m_tries));
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCDebug(lcNet) << methodName(m_request.method) << m_request.url.path() << status;
    judge({status, m_body->take(), reply->header(QNetworkRequest::ContentTypeHeader).toString(), requestIdOf(*reply),
           m_request.url},
          *reply);
}

/// What was lost on its way, or given up, may have run all the same.
void HttpCall::noteRunTime()
{
    m_shared.bucketOf(m_request).ran(std::chrono::milliseconds(m_sent.elapsed()), QuotaBook::now());
}

/// An answer is proof that the call was counted; a lost connection is none.
void HttpCall::noteQuota(const QNetworkReply &reply)
{
    QuotaBucket &bucket = m_shared.bucketOf(m_request);
    bucket.answered(m_ticket, QuotaBook::now());
    bucket.learn(quotaPolicy(reply.rawHeader("RateLimit-Policy")));
}

void HttpCall::judge(const Reply &reply, const QNetworkReply &source)
{
    if (reply.status >= 200 && reply.status < 300)
        return finish(reply);
    Error error = errorFromReply(reply.status, reply.body, reply.requestId, reply.url);
    if (reply.status == 401 && !m_isRenewed)
        return renewToken();
    if (reply.status == 429)
        return waitForQuota(error, source);
    if (!isPassing(reply.status))
        return finish(failure(error));
    if (!m_request.mayRepeat())
        error.context.insert(QStringLiteral("uncertain"), QStringLiteral("true"));
    stumble(error, pauseAskedFor(source).value_or(m_shared.limits.backOff(m_tries)));
}

void HttpCall::renewToken()
{
    m_isRenewed = true;
    m_shared.tokens.discard(m_token);
    enter();
}

/// The service did nothing but count: what it refused so may be sent again, whatever it is.
void HttpCall::waitForQuota(const Error &error, const QNetworkReply &source)
{
    const Limits &limits = m_shared.limits;
    // A service that says "at once" each time is not asked in a tight loop.
    const QuotaNotice notice = quotaNotice(error.message);
    m_shared.bucketOf(m_request).learn(notice.limits);
    const auto asked = pauseAskedFor(source).value_or(notice.pause.value_or(limits.defaultPause));
    const auto pause = std::max<std::chrono::milliseconds>(asked, limits.firstBackOff);
    m_shared.throttle.pause(m_request.operation, m_request.quota, std::min(pause, limits.longestBlock));
    if (pause > limits.longestPause || !hasPatienceFor(pause))
        return finish(failure(error.with(QStringLiteral("retryAfter"),
                                         QString::number(std::chrono::ceil<std::chrono::seconds>(pause).count()))));
    enter();
}

void HttpCall::stumble(const Error &error, std::chrono::milliseconds pause)
{
    if (!m_request.mayRepeat() || m_tries >= m_shared.limits.maximumTries || pause > m_shared.limits.longestPause ||
        !hasPatienceFor(pause) || error.kind == Error::Kind::Refused)
        return finish(failure(error));
    qCDebug(lcNet) << methodName(m_request.method) << m_request.url.path() << "again in" << pause.count() << "ms";
    QTimer::singleShot(pause, this, &HttpCall::enter);
}

std::chrono::milliseconds HttpCall::patienceLeft() const
{
    return m_shared.limits.patience - std::chrono::milliseconds(m_begun.elapsed());
}

void HttpCall::leave()
{
    if (const QuotaBucket::Ticket ticket = std::exchange(m_ticket, -1); ticket >= 0)
        m_shared.bucketOf(m_request).withdraw(ticket); // of use only where it was never sent
    if (std::exchange(m_holdsPlace, false))
        m_shared.throttle.leave();
}

void HttpCall::stop()
{
    if (m_isDone)
        return;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        noteRunTime();
        reply->abort();
        reply->deleteLater();
    }
    m_isDone = true;
    m_promise.finish();
    leave();
    deleteLater();
}

void HttpCall::finish(Result<Reply> result)
{
    m_isDone = true;
    leave();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace watchdesk::net
