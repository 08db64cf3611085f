// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

class QTcpSocket;

namespace watchdesk::net {

/// Where a browser comes back to after a sign-in (RFC 8252, 7.3): a server on this computer's loopback addresses, on a
/// port of the moment. It takes the one request that carries the expected state, and tells the browser that the window
/// can be closed; whatever else comes is turned away. Lives on the main thread for as long as the sign-in takes.
class LoopbackRedirect : public QObject
{
    Q_OBJECT

public:
    explicit LoopbackRedirect(QByteArray state, QObject *parent = nullptr);

    bool listen();
    QUrl address() const; ///< "http://localhost:port"

Q_SIGNALS:
    void arrived(const QUrlQuery &query);

private:
    void accept(QTcpServer &server);
    void read(QTcpSocket &socket);
    void answer(QTcpSocket &socket, int status, const QString &text);

    QByteArray m_state;
    QTcpServer m_fourth;
    QTcpServer m_sixth; ///< browsers try ::1 first
    bool m_isOver = false;
};

} // namespace watchdesk::net
