// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/tokensource.h"

#include "app/base/logging.h"
#include "app/net/signin/formpost.h"
#include "app/net/signin/tokengrant.h"
#include "app/net/signin/usersession.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTimer>

namespace watchdesk::net {

namespace {

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
    connect(&m_answer, &QFutureWatcherBase::finished, this, &TokenSource::answered);
}

TokenSource::~TokenSource()
{
    m_answer.disconnect(this);
    m_answer.cancel();
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

void TokenSource::request()
{
    const QUrl url = endpointUrl(m_credentials, QStringLiteral("token"));
    const auto fields = grantFields(m_credentials);
    if (!fields)
        return answerAll(failure(fields.error()));
    ++m_tries;
    m_answer.setFuture(postForm(m_network, url, formText(*fields), m_limits));
}

void TokenSource::answered()
{
    if (m_answer.future().resultCount() == 0)
        return;
    const Result<QJsonObject> answer = m_answer.result();
    if (!answer)
        return refused(answer.error());
    if (const auto taken = take(*answer); !taken)
        return failed(taken.error(), false);
    qCDebug(lcNet) << "signed in for" << m_renewAt.remainingTime() / 1000 << "s";
    Q_EMIT renewed();
    answerAll(m_token);
}

/// A refresh token that was taken back will not be taken again: the person has to sign in anew.
void TokenSource::refused(const Error &error)
{
    const bool isOver = error.context.value(QStringLiteral("oauth")) == QLatin1String("invalid_grant") ||
                        error.context.value(QStringLiteral("oauth")) == QLatin1String("interaction_required");
    if (m_credentials.user && isOver)
        m_credentials.user->end();
    failed(error, error.context.contains(QStringLiteral("passing")));
}

/// Sign-in may be repeated: asking twice for a token harms nobody.
void TokenSource::failed(const Error &error, bool mayPass)
{
    if (mayPass && m_tries < m_limits.maximumTries)
        QTimer::singleShot(m_limits.backOff(m_tries), this, &TokenSource::request);
    else
        answerAll(failure(error));
}

Result<void> TokenSource::take(const QJsonObject &answer)
{
    const QByteArray token = answer.value(QStringLiteral("access_token")).toString().toUtf8();
    if (!isToken(token))
        return failure(Error::Kind::Service,
                       QCoreApplication::translate("net", "The sign-in service's answer holds no token."));
    // Some token services write the number as text.
    const qint64 seconds = answer.value(QStringLiteral("expires_in")).toVariant().toLongLong();
    const std::chrono::milliseconds lifetime = std::chrono::seconds(qBound(qint64(1), seconds, qint64(86'400)));
    const auto margin = std::min<std::chrono::milliseconds>(m_limits.tokenMargin, lifetime / 2);
    m_token = token;
    m_claims = claimsOf(token);
    if (m_credentials.user)
        m_credentials.user->renew(answer.value(QStringLiteral("refresh_token")).toString());
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
