// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace watchdesk::test {

/// One request as it came in.
struct Asked
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    qint64 at = 0;                         ///< milliseconds since the server began
};

/// What is said to it.
struct Answer
{
    int status = 200;
    QByteArray body = "{}";
    QList<QByteArray> headers = {}; ///< whole lines
    bool cut = false;               ///< closes without a word
    bool half = false;              ///< closes in the middle of the body
    bool silent = false;            ///< never answers
    qint64 flood = 0;               ///< sends so many bytes more than it says nothing about
};

/// A loopback HTTP server that answers as told, for what no decent service does. It knows how to hand out tokens
/// ("token-1", "token-2" ...) at /tenant/oauth2/v2.0/token; everything else goes to `handler`.
class ScriptedServer : public QTcpServer
{
    Q_OBJECT

public:
    using Handler = std::function<Answer(const Asked &)>;

    explicit ScriptedServer(Handler handler);

    QUrl url() const;
    QList<Asked> asked;                             ///< without those for tokens
    QList<Asked> tokens;                            ///< those for tokens
    std::function<Answer(int number)> tokenHandler; ///< instead of the usual token
    int connections = 0;

private:
    void accept();
    void read(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const Asked &asked);
    Answer tokenAnswer();

    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QElapsedTimer m_clock;
};

} // namespace watchdesk::test
