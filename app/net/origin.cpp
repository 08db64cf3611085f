// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/origin.h"

#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace watchdesk::net {

namespace {

int portOf(const QUrl &url) { return url.port(url.scheme() == QStringLiteral("https") ? 443 : 80); }

} // namespace

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    return left.isValid() && right.isValid() && !left.host().isEmpty() && left.scheme() == right.scheme() &&
           left.host().compare(right.host(), Qt::CaseInsensitive) == 0 && portOf(left) == portOf(right);
}

bool isLoopback(const QUrl &url)
{
    if (url.host() == QStringLiteral("localhost"))
        return true;
    // QHostAddress reads "127.1" and the like as well; a name that only looks like an address is none.
    const QHostAddress address(url.host());
    return !address.isNull() && address.isLoopback();
}

Result<void> checkUrl(const QUrl &url)
{
    const QString shown = visibleText(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), 300);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return failure(Error::Kind::Refused,
                       QCoreApplication::translate("net", "\"%1\" is no address of a service.").arg(shown));
    if (url.scheme() == QStringLiteral("https") || (url.scheme() == QStringLiteral("http") && isLoopback(url)))
        return {};
    return failure(
        Error::Kind::Refused,
        QCoreApplication::translate("net", "Without TLS (https) only this computer is called, not \"%1\".").arg(shown));
}

} // namespace watchdesk::net
