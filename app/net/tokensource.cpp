// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/tokensource.h"

#include "app/base/logging.h"
#include "app/net/httperror.h"
#include "app/net/origin.h"
#include "app/net/replybody.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTimer>

namespace watchdesk::net {

namespace {

void addField(QByteArray &form, const char *name, const QString &value)
{
    if (!form.isEmpty())
        form += '&';
    // Everything but unreserved characters is escaped: a secret may hold '+' and '&'.
    form += QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

/// A token is put into a header: anything but the characters of RFC 6750 would be somebody's game.
bool isToken(const QByteArray &token)
{
    for (const char c : token) {
        if (c <= 0x20 || c >= 0x7f)
            return false;
    }
    return !token.isEmpty() && token.size() < 64 * 1024;
}

} // namespace

TokenSource::TokenSource(QNetworkAccessManager &network, Credentials credentials, Limits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_credentials(std::move(credentials))
    , m_limits(limits)
    , m_renewAt(0)
{
}

TokenSource::~TokenSource()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    answerAll(failure(Error::Kind::Cancelled, QCoreApplication::translate("net", "The connection was closed.")));
}

FutureResult<QByteArray> TokenSource::token()
{
    if (isFresh())
        return readyFuture<QByteArray>(m_token);
    m_waiting.emplace_back();
    m_waiting.back().start();
    const FutureResult<QByteArray> future = m_waiting.back().future();
    if (m_tries == 0)
        request();
    return future;
}

void TokenSource::discard(const QByteArray &used)
{
    if (m_token == used)
        m_token.clear();
}

QUrl TokenSource::tokenUrl() const
{
    QUrl url = m_credentials.authority;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString tenant = QString::fromLatin1(QUrl::toPercentEncoding(m_credentials.tenantId));
    url.setPath(path + u'/' + tenant + QStringLiteral("/oauth2/v2.0/token"), QUrl::StrictMode);
    url.setQuery(QString());
    return url;
}

QByteArray TokenSource::form() const
{
    QByteArray form;
    addField(form, "grant_type", QStringLiteral("client_credentials"));
    addField(form, "client_id", m_credentials.clientId);
    addField(form, "client_secret", m_credentials.clientSecret);
    addField(form, "scope", m_credentials.scope);
    return form;
}

void TokenSource::request()
{
    const QUrl url = tokenUrl();
    if (const auto safe = checkUrl(url); !safe)
        return answerAll(failure(safe.error()));
    ++m_tries;
    QNetworkRequest request = plainRequest(url, m_limits.tokenTimeout, m_limits.maximumTokenReplyBytes);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Accept", "application/json");
    m_reply = m_network.post(request, form());
    new ReplyBody(*m_reply, m_limits.maximumTokenReplyBytes, m_limits.tokenTimeout);
    connect(m_reply, &QNetworkReply::finished, this, &TokenSource::answered);
}

void TokenSource::answered()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    auto *body = reply->findChild<ReplyBody *>();
    if (body->isLost())
        return failed(body->error(), true);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray bytes = body->take();
    if (status != 200)
        return failed(errorFromTokenReply(status, bytes), status >= 500 || status == 429);
    if (const auto taken = take(bytes); !taken)
        return failed(taken.error(), false);
    qCDebug(lcNet) << "signed in for" << m_renewAt.remainingTime() / 1000 << "s";
    answerAll(m_token);
}

/// Sign-in may be repeated: asking twice for a token harms nobody.
void TokenSource::failed(const Error &error, bool mayPass)
{
    if (mayPass && m_tries < m_limits.maximumTries)
        QTimer::singleShot(m_limits.backOff(m_tries), this, &TokenSource::request);
    else
        answerAll(failure(error));
}

Result<void> TokenSource::take(const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QByteArray token = answer.value(QStringLiteral("access_token")).toString().toUtf8();
    if (!isToken(token))
        return failure(Error::Kind::Service,
                       QCoreApplication::translate("net", "The sign-in service's answer holds no token."));
    // Some token services write the number as text.
    const qint64 seconds = answer.value(QStringLiteral("expires_in")).toVariant().toLongLong();
    const std::chrono::milliseconds lifetime = std::chrono::seconds(qBound(qint64(1), seconds, qint64(86'400)));
    const auto margin = std::min<std::chrono::milliseconds>(m_limits.tokenMargin, lifetime / 2);
    m_token = token;
    m_renewAt.setRemainingTime(lifetime - margin);
    return {};
}

void TokenSource::answerAll(const Result<QByteArray> &result)
{
    m_tries = 0;
    // Continuations may ask for a token again at once.
    std::vector<Promise> waiting = std::exchange(m_waiting, {});
    for (Promise &promise : waiting) {
        promise.addResult(result);
        promise.finish();
    }
}

} // namespace watchdesk::net
