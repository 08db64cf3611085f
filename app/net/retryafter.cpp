// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/retryafter.h"

#include <QLocale>
#include <QTimeZone>

namespace watchdesk::net {

std::optional<QDateTime> httpDate(const QByteArray &header)
{
    // RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT". QLocale::c() because the names are English everywhere.
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(qBound(qint64(0), seconds, qint64(86'400) * 365));
    const auto then = httpDate(header);
    if (!then)
        return std::nullopt;
    return std::chrono::milliseconds(qMax(qint64(0), now.msecsTo(*then)));
}

} // namespace watchdesk::net
