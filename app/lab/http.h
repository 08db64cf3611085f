// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <string>

namespace watchdesk::lab {

/// One request as the lab's handlers see it. A value type; sizes are bounded by HttpServer.
struct HttpRequest
{
    QByteArray method;        ///< upper case
    QString path;             ///< percent-decoded, without the query
    QByteArray query;         ///< as sent, without '?'
    QByteArray authorization; ///< the header's value
    QByteArray contentType;
    QByteArray body;
};

/// One answer. The body is UTF-8 in a std::string because pages of megabytes are moved, not copied, to the socket.
struct HttpReply
{
    int status = 200;
    std::string contentType = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
    std::string body;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    qint64 cutAfter = -1; ///< ≥ 0: the connection is reset once so many bytes were sent
};

/// "a=b&c=d+e" decoded, in order; '+' is a blank.
QList<QPair<QString, QString>> formPairs(const QByteArray &text);

} // namespace watchdesk::lab
