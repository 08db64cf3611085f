// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/defender/scriptedserver.h"

#include <QTcpSocket>

namespace watchdesk::test {

namespace {

/// A whole request out of the bytes so far, which are then taken away.
bool takeRequest(QByteArray &bytes, Asked &asked)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        asked.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qint64 length = asked.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return false;
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    asked.method = words.value(0);
    asked.target = words.value(1);
    asked.body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    return true;
}

} // namespace

ScriptedServer::ScriptedServer(Handler handler)
    : m_handler(std::move(handler))
{
    m_clock.start();
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, &ScriptedServer::accept);
}

QUrl ScriptedServer::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

void ScriptedServer::accept()
{
    QTcpSocket *socket = nextPendingConnection();
    ++connections;
    connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_pending.remove(socket);
        socket->deleteLater();
    });
}

void ScriptedServer::read(QTcpSocket &socket)
{
    m_pending[&socket] += socket.readAll();
    Asked request;
    while (takeRequest(m_pending[&socket], request)) {
        request.at = m_clock.elapsed();
        answer(socket, request);
        request = Asked();
    }
}

Answer ScriptedServer::tokenAnswer()
{
    const int number = int(tokens.size());
    if (tokenHandler)
        return tokenHandler(number);
    return {200,
            R"({"token_type":"Bearer","expires_in":3599,"access_token":"token-)" + QByteArray::number(number) + "\"}"};
}

void ScriptedServer::answer(QTcpSocket &socket, const Asked &request)
{
    const bool isToken = request.target == "/tenant/oauth2/v2.0/token";
    (isToken ? tokens : asked).append(request);
    const Answer answer = isToken ? tokenAnswer() : m_handler(request);
    if (answer.silent)
        return;
    if (answer.cut)
        return socket.abort();
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(answer.status) + " Whatever\r\nContent-Type: application/json\r\n";
    if (answer.flood == 0)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const QByteArray &line : answer.headers)
        head += line + "\r\n";
    socket.write(head + "\r\n" + (answer.half ? answer.body.left(answer.body.size() / 2) : answer.body));
    for (qint64 sent = 0; sent < answer.flood; sent += 65536)
        socket.write(QByteArray(65536, ' '));
    if (answer.half || answer.flood > 0)
        socket.disconnectFromHost();
}

} // namespace watchdesk::test
