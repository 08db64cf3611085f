// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/httpserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace watchdesk;
using namespace watchdesk::lab;

namespace {

HttpReply echo(const HttpRequest &request)
{
    HttpReply reply;
    const QByteArray body = request.method + ' ' + request.path.toUtf8() + '?' + request.query + ' ' + request.body;
    reply.body = body.toStdString();
    if (request.path == QLatin1String("/cut")) {
        reply.body.assign(1'000'000, 'x');
        reply.cutAfter = 1'000;
    }
    return reply;
}

/// What the server sends until it closes, or until `patience` has passed.
QByteArray exchange(quint16 port, const QByteArray &text, int patience = 3'000)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(2'000))
        return {};
    socket.write(text);
    QByteArray all;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patience && socket.state() == QAbstractSocket::ConnectedState) {
        socket.waitForReadyRead(50);
        all += socket.readAll();
    }
    return all + socket.readAll();
}

} // namespace

/// Speaks to the server through raw sockets, as no well-behaved client would.
class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersEachMethod_data();
    void answersEachMethod();
    void refusesWhatItCannotBound_data();
    void refusesWhatItCannotBound();
    void takesPipelinedRequests();
    void cutsAnAnswer();
    void endsWhileClientsAreConnected();
    void servesBesideSilentConnections();
    void survivesAbruptClients();
    void saysWhenThePortIsTaken();

private:
    std::unique_ptr<HttpServer> m_server;
};

void HttpServerTest::init()
{
    m_server.reset();
    auto server = HttpServer::start(0, echo);
    QVERIFY(server);
    m_server = std::move(*server);
}

void HttpServerTest::answersEachMethod_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    const QByteArray end = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    QTest::newRow("get") << QByteArray("GET /a%20b?x=%201+2 " + end + "\r\n") << QByteArray("GET /a b?x=%201+2 ");
    QTest::newRow("post") << QByteArray("POST /a " + end + "Content-Length: 3\r\n\r\nabc")
                          << QByteArray("POST /a? abc");
    QTest::newRow("patch") << QByteArray("PATCH /a " + end + "Content-Length: 3\r\n\r\nabc")
                           << QByteArray("PATCH /a? abc");
    QTest::newRow("delete") << QByteArray("DELETE /a " + end + "\r\n") << QByteArray("DELETE /a? ");
    QTest::newRow("chunked") << QByteArray("POST /a " + end +
                                           "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                             << QByteArray("POST /a? abcde");
}

void HttpServerTest::answersEachMethod()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    const QByteArray answer = exchange(m_server->port(), request);
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    QCOMPARE(answer.mid(answer.indexOf("\r\n\r\n") + 4), body);
}

void HttpServerTest::refusesWhatItCannotBound_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("start"); ///< of the answer; "" = the connection is closed without one
    const QByteArray end = " HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("long path") << QByteArray("GET /" + QByteArray(3'000, 'a') + end + "\r\n")
                               << QByteArray("HTTP/1.1 414");
    QTest::newRow("long body") << QByteArray("POST /a" + end + "Content-Length: 9999999\r\n\r\n")
                               << QByteArray("HTTP/1.1 413");
    QTest::newRow("packed body") << QByteArray("POST /a" + end +
                                               "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
                                 << QByteArray("HTTP/1.1 415");
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << QByteArray("HTTP/1.1 400");
    QTest::newRow("endless headers") << QByteArray("GET / HTTP/1.1\r\n" + QByteArray(6'000'000, 'h')) << QByteArray();
}

void HttpServerTest::refusesWhatItCannotBound()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, start);
    const QByteArray answer = exchange(m_server->port(), request, 5'000);
    QVERIFY2(start.isEmpty() ? !answer.startsWith("HTTP/1.1 200") : answer.startsWith(start),
             answer.left(200).constData());
    QVERIFY(exchange(m_server->port(), "GET /b HTTP/1.1\r\nConnection: close\r\n\r\n").contains("GET /b"));
}

void HttpServerTest::takesPipelinedRequests()
{
    const QByteArray answer = exchange(m_server->port(), "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n"
                                                         "GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(answer.count("HTTP/1.1 200"), 3);
    QVERIFY(answer.indexOf("GET /1") < answer.indexOf("GET /3"));
}

void HttpServerTest::cutsAnAnswer()
{
    const QByteArray answer = exchange(m_server->port(), "GET /cut HTTP/1.1\r\n\r\n");
    QVERIFY2(answer.size() <= 1'000, qPrintable(QString::number(answer.size())));
}

void HttpServerTest::endsWhileClientsAreConnected()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 20; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        QVERIFY(sockets.back()->waitForConnected(2'000));
        sockets.back()->write("GET /half HTTP/1.1\r\nX: ");
        sockets.back()->waitForBytesWritten(100);
    }
    QElapsedTimer timer;
    timer.start();
    m_server.reset();
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
}

void HttpServerTest::servesBesideSilentConnections()
{
    // More idle connections than the server has threads: they have to make room.
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 600; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        QVERIFY(silent.back()->waitForConnected(5'000));
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(exchange(m_server->port(), "GET /b HTTP/1.1\r\nConnection: close\r\n\r\n", 5'000).contains("GET /b"));
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

void HttpServerTest::survivesAbruptClients()
{
    std::vector<std::thread> clients;
    const quint16 port = m_server->port();
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([port] {
            for (int j = 0; j < 100; ++j) {
                QTcpSocket socket;
                socket.connectToHost(QStringLiteral("127.0.0.1"), port);
                if (!socket.waitForConnected(5'000))
                    continue;
                socket.write("GET /cut HTTP/1.1\r\n\r\n");
                socket.waitForBytesWritten(100);
                socket.abort();
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QVERIFY(exchange(port, "GET /b HTTP/1.1\r\nConnection: close\r\n\r\n").contains("GET /b"));
}

void HttpServerTest::saysWhenThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto second = HttpServer::start(other.serverPort(), echo);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Network);
    QVERIFY(second.error().message.contains(QString::number(other.serverPort())));
}

QTEST_GUILESS_MAIN(HttpServerTest)

#include "tst_httpserver.moc"
