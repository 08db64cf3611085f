// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/network.h"

#include "app/net/origin.h"

#include <QNetworkProxyFactory>

namespace watchdesk::net {

namespace {

/// The proxy that was chosen, or the system's; none for this computer.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(const QUrl &url)
    {
        if (url.isEmpty())
            return;
        const auto kind =
            url.scheme() == QLatin1String("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
        m_proxy = QNetworkProxy(kind, url.host(), quint16(url.port()));
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_proxy.type() != QNetworkProxy::DefaultProxy)
            return {m_proxy};
        return systemProxyForQuery(query);
    }

private:
    QNetworkProxy m_proxy;
};

} // namespace

Network::Network(const NetworkSettings &settings, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!settings.caPem.isEmpty())
        m_tls.setCaCertificates(m_tls.caCertificates() + QSslCertificate::fromData(settings.caPem, QSsl::Pem));
    setProxyFactory(new ProxyChoice(settings.proxy)); // takes it over
    setAutoDeleteReplies(false);
}

QNetworkReply *Network::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *data)
{
    QNetworkRequest secured(request);
    secured.setSslConfiguration(m_tls);
    return QNetworkAccessManager::createRequest(operation, secured, data);
}

} // namespace watchdesk::net
