// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/replybody.h"

#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QSslError>
#include <QTimer>

#include <algorithm>

namespace watchdesk::net {

/// Room that is made for what a service announces; more is made as it comes.
constexpr qint64 kMostReserved = 16 * 1024 * 1024;

QNetworkRequest plainRequest(const QUrl &url, std::chrono::milliseconds silence, qint64 maximumBytes)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(int(silence.count()));
    // ReplyBody counts what comes out of the decompression; lists of alerts do shrink more than 40 to 1.
    request.setDecompressedSafetyCheckThreshold(maximumBytes);
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Watchdesk/%1").arg(QCoreApplication::applicationVersion()));
    return request;
}

ReplyBody::ReplyBody(QNetworkReply &reply, qint64 maximumBytes, std::chrono::milliseconds maximumTime)
    : QObject(&reply)
    , m_reply(reply)
    , m_maximumBytes(maximumBytes)
{
    reply.setReadBufferSize(1024 * 1024); // so that a flood waits in the socket, not in memory
    connect(&reply, &QIODevice::readyRead, this, &ReplyBody::read);
    connect(&reply, &QNetworkReply::finished, this, &ReplyBody::read);
    connect(&reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsError = visibleText(errors.first().errorString(), 200);
    });
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this] { stop(m_isTooSlow); });
    timer->start(maximumTime);
}

void ReplyBody::read()
{
    if (m_isTooLarge || !m_reply.isOpen())
        return;
    const qint64 announced = m_reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_bytes.isEmpty() && announced <= m_maximumBytes)
        m_bytes.reserve(std::min(announced, kMostReserved));
    readAvailable();
    if (m_bytes.size() > m_maximumBytes || announced > m_maximumBytes)
        stop(m_isTooLarge);
}

/// As `m_bytes += readAll()`, without a buffer of its own for each part.
void ReplyBody::readAvailable()
{
    const qsizetype held = m_bytes.size();
    const qsizetype wanted = held + m_reply.bytesAvailable();
    if (wanted > m_bytes.capacity())
        m_bytes.reserve(std::max(wanted, 2 * m_bytes.capacity()));
    m_bytes.resize(wanted);
    const qint64 got = m_reply.read(m_bytes.data() + held, wanted - held);
    m_bytes.resize(held + std::max<qint64>(got, 0));
}

void ReplyBody::stop(bool &reason)
{
    reason = true;
    m_bytes.clear();
    if (!m_reply.isFinished())
        m_reply.abort();
}

bool ReplyBody::isLost() const
{
    const int status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isTooLarge || m_isTooSlow || status == 0)
        return true;
    // Errors below 200 are the connection's and the proxy's, the others tell of the status, but for these three.
    switch (const int code = m_reply.error()) {
    case QNetworkReply::ContentReSendError:
        return true;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return status < 400;
    default:
        return code != QNetworkReply::NoError && code < QNetworkReply::ContentAccessDenied;
    }
}

bool ReplyBody::neverLeft() const
{
    switch (m_reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return true;
    default:
        return false;
    }
}

Error ReplyBody::error() const
{
    const QString host = m_reply.url().host();
    const auto text = [&](const char *sentence) { return QCoreApplication::translate("net", sentence).arg(host); };
    if (m_isTooLarge)
        return {Error::Kind::Service, text(QT_TRANSLATE_NOOP("net", "%1 sent more than is taken.")), {}};
    const QMap<QString, QString> context = {{QStringLiteral("network"), QString::number(m_reply.error())},
                                            {QStringLiteral("detail"), visibleText(m_reply.errorString(), 300)}};
    switch (m_reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Kind::Network, text(QT_TRANSLATE_NOOP("net", "%1 takes no connection.")), context};
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Network, text(QT_TRANSLATE_NOOP("net", "There is no host %1.")), context};
    case QNetworkReply::SslHandshakeFailedError:
        return {Error::Kind::Network,
                text(QT_TRANSLATE_NOOP("net", "No safe connection to %1: its certificate is not accepted. %2"))
                    .arg(m_tlsError),
                context};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return {Error::Kind::Network, text(QT_TRANSLATE_NOOP("net", "The proxy on the way to %1 cannot be reached.")),
                context};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {
            Error::Kind::Network,
            text(QT_TRANSLATE_NOOP("net", "The proxy on the way to %1 asks for a sign-in, which is not supported.")),
            context};
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return {Error::Kind::Network, text(QT_TRANSLATE_NOOP("net", "%1 does not answer in time.")), context};
    default:
        return {Error::Kind::Network, text(QT_TRANSLATE_NOOP("net", "The connection to %1 was lost.")), context};
    }
}

} // namespace watchdesk::net
