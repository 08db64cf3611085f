// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/httpserver.h"
#include "app/lab/identity/certificate.h"
#include "app/net/httpclient.h"
#include "tests/defender/clientfixture.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace watchdesk;
using namespace watchdesk::net;
using namespace watchdesk::test;
using lab::CertificatePair;
using lab::makeCertificate;

/// Who is spoken to over TLS, and who is not; the certificates are made here and now.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refuses_data();
    void refuses();
    void acceptsItsAuthority();
    void acceptsNothingElse();
    void checksSettings_data();
    void checksSettings();
    void goesThroughProxy();

private:
    /// A server with this certificate that hands out tokens and answers; `asked` counts its requests.
    std::unique_ptr<lab::HttpServer> serverWith(const CertificatePair &pair)
    {
        auto server = lab::HttpServer::start(
            0,
            [this](const lab::HttpRequest &) {
                ++asked;
                lab::HttpReply reply;
                reply.body = R"({"access_token":"t","expires_in":100})";
                return reply;
            },
            pair);
        return server ? std::move(*server) : nullptr;
    }
    Result<Reply> fetch(const lab::HttpServer &server, const QString &host, const NetworkSettings &settings)
    {
        const QUrl url(QStringLiteral("https://%1:%2/").arg(host).arg(server.port()));
        HttpClient client(url, Fixture::credentials(url), quick(), settings);
        const auto future = client.fetch(url);
        return waitFor(future) ? future.result() : failure(Error::Kind::Internal, QStringLiteral("it never ended"));
    }
    CertificatePair serverPair(const QStringList &hosts, qint64 from = -60, qint64 to = 3'600) const
    {
        return makeCertificate({QStringLiteral("server"), hosts, from, to}, m_authority);
    }

    CertificatePair m_authority;
    std::atomic<int> asked = 0;
};

void TestTls::initTestCase()
{
    m_authority = makeCertificate({QStringLiteral("Test authority"), {}, -3'600, 86'400, true});
    QVERIFY(!m_authority.certificate.isEmpty());
}

void TestTls::refuses_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<bool>("isSelfSigned");
    const QStringList here{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    QTest::newRow("wrong host") << QStringList{QStringLiteral("api.example.com")} << qint64(-60) << qint64(3'600)
                                << false;
    QTest::newRow("expired") << here << qint64(-7'200) << qint64(-3'600) << false;
    QTest::newRow("not yet valid") << here << qint64(3'600) << qint64(7'200) << false;
    QTest::newRow("self-signed") << here << qint64(-60) << qint64(3'600) << true;
}

void TestTls::refuses()
{
    QFETCH(QStringList, hosts);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(bool, isSelfSigned);
    const auto server = serverWith(isSelfSigned ? makeCertificate({QStringLiteral("server"), hosts, from, to})
                                                : serverPair(hosts, from, to));
    QVERIFY(server);
    asked = 0;
    const auto refused = fetch(*server, QStringLiteral("localhost"), {{}, m_authority.certificate});
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::Network));
    QVERIFY2(refused.error().message.contains(QStringLiteral("certificate")), qPrintable(refused.error().message));
    QCOMPARE(asked.load(), 0); // neither the secret nor a token went out
}

void TestTls::acceptsItsAuthority()
{
    const auto server = serverWith(serverPair({QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}));
    QVERIFY(server);
    for (const char *host : {"127.0.0.1", "localhost"}) {
        const auto answer = fetch(*server, QString::fromLatin1(host), {{}, m_authority.certificate});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    }
}

void TestTls::acceptsNothingElse()
{
    const auto server = serverWith(serverPair({QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}));
    QVERIFY(server);
    asked = 0;
    QVERIFY(!fetch(*server, QStringLiteral("localhost"), {}));
    const CertificatePair other = makeCertificate({QStringLiteral("Other authority"), {}, -3'600, 86'400, true});
    QVERIFY(!fetch(*server, QStringLiteral("localhost"), {{}, other.certificate}));
    QCOMPARE(asked.load(), 0);
}

void TestTls::checksSettings_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<bool>("good");
    QTest::newRow("nothing") << QString() << QByteArray() << true;
    QTest::newRow("http") << QStringLiteral("http://proxy.example:8080") << QByteArray() << true;
    QTest::newRow("socks") << QStringLiteral("socks5://10.0.0.1:1080") << QByteArray() << true;
    QTest::newRow("password") << QStringLiteral("http://user:word@proxy.example:8080") << QByteArray() << false;
    QTest::newRow("no port") << QStringLiteral("http://proxy.example") << QByteArray() << false;
    QTest::newRow("kind") << QStringLiteral("ftp://proxy.example:21") << QByteArray() << false;
    QTest::newRow("no certificate") << QString() << QByteArray("hello") << false;
}

void TestTls::checksSettings()
{
    QFETCH(QString, proxy);
    QFETCH(QByteArray, pem);
    QTEST(checkSettings({QUrl(proxy), pem}).has_value(), "good");
}

/// Loopback takes no proxy, so what is called here does not exist; the proxy is asked for it and says no.
void TestTls::goesThroughProxy()
{
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    QByteArray first;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&first, socket] {
            first = first.isEmpty() ? socket->readLine() : first;
            socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    const QUrl url(QStringLiteral("https://tenant.example/"));
    Limits limits = quick();
    limits.maximumTries = 1;
    HttpClient client(url, Fixture::credentials(url), limits,
                      {QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort())), {}});
    const auto future = client.fetch(url);
    QVERIFY(waitFor(future));
    QVERIFY(!future.result());
    QVERIFY2(first.startsWith("CONNECT tenant.example:443"), first.constData());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
