// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>

namespace watchdesk::net {

/// What all our requests have in common: no redirects, no cookies, no cache, a bound on silence.
QNetworkRequest plainRequest(const QUrl &url, std::chrono::milliseconds silence, qint64 maximumBytes);

/// Collects an answer's body and breaks it off when it grows too large or takes too long. A child of the reply.
class ReplyBody : public QObject
{
    Q_OBJECT

public:
    ReplyBody(QNetworkReply &reply, qint64 maximumBytes, std::chrono::milliseconds maximumTime);

    QByteArray take() { return std::move(m_bytes); }
    /// True if the answer never came in whole: connection, TLS, time, size. An HTTP error status is an answer.
    bool isLost() const;
    /// True if the request cannot have reached the service.
    bool neverLeft() const;
    /// Why; for isLost().
    Error error() const;

private:
    void read();
    void readAvailable();
    void stop(bool &reason);

    QNetworkReply &m_reply;
    qint64 m_maximumBytes;
    QByteArray m_bytes;
    QString m_tlsError;
    bool m_isTooLarge = false;
    bool m_isTooSlow = false;
};

} // namespace watchdesk::net
