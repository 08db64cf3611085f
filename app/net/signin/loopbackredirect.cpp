// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/loopbackredirect.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

namespace watchdesk::net {

namespace {

constexpr qsizetype kLargestRequest = 32 * 1'024;
constexpr int kPatience = 10'000; ///< milliseconds for a request to arrive

/// The target of "GET /?code=… HTTP/1.1"; "" for anything else.
QByteArray targetOf(const QByteArray &request)
{
    const QList<QByteArray> words = request.left(request.indexOf("\r\n")).split(' ');
    return words.size() == 3 && words[0] == "GET" && words[2].startsWith("HTTP/1.") ? words[1] : QByteArray();
}

} // namespace

LoopbackRedirect::LoopbackRedirect(QByteArray state, QObject *parent)
    : QObject(parent)
    , m_state(std::move(state))
{
    for (QTcpServer *server : {&m_fourth, &m_sixth})
        connect(server, &QTcpServer::newConnection, this, [this, server] { accept(*server); });
}

bool LoopbackRedirect::listen()
{
    if (!m_fourth.listen(QHostAddress::LocalHost, 0))
        return false;
    m_sixth.listen(QHostAddress::LocalHostIPv6, m_fourth.serverPort()); // a computer may have none
    return true;
}

QUrl LoopbackRedirect::address() const
{
    return QUrl(QStringLiteral("http://localhost:%1").arg(m_fourth.serverPort()));
}

void LoopbackRedirect::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        socket->setReadBufferSize(kLargestRequest);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(kPatience, socket, [socket] { socket->abort(); });
    }
}

void LoopbackRedirect::read(QTcpSocket &socket)
{
    const QByteArray request = socket.peek(kLargestRequest);
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= kLargestRequest)
            socket.abort();
        return;
    }
    socket.readAll();
    const QUrl target = QUrl::fromEncoded("http://localhost" + targetOf(request), QUrl::StrictMode);
    QString text = target.query(QUrl::FullyEncoded);
    const QUrlQuery query(text.replace(u'+', QLatin1String("%20")));
    const QByteArray state = query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded).toUtf8();
    if (m_isOver || state != m_state)
        return answer(socket, 404, QCoreApplication::translate("net", "There is nothing here."));
    m_isOver = true;
    answer(socket, 200, QCoreApplication::translate("net", "Watchdesk has the answer. You can close this window."));
    Q_EMIT arrived(query);
}

void LoopbackRedirect::answer(QTcpSocket &socket, int status, const QString &text)
{
    const QByteArray body =
        "<!DOCTYPE html><meta charset=\"utf-8\"><title>Watchdesk</title><p>" + text.toHtmlEscaped().toUtf8() + "</p>\n";
    socket.write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK" : " Not Found") +
                 "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                 "Content-Security-Policy: default-src 'none'\r\nConnection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.disconnectFromHost();
}

} // namespace watchdesk::net
