// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/networksettings.h"

#include <QCoreApplication>
#include <QSslCertificate>

namespace watchdesk::net {

namespace {

tl::unexpected<Error> invalid(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

} // namespace

Result<void> checkSettings(const NetworkSettings &settings)
{
    if (!settings.proxy.isEmpty()) {
        const QString scheme = settings.proxy.scheme();
        if (!settings.proxy.userInfo().isEmpty())
            return invalid(QCoreApplication::translate(
                "net", "A proxy's address must not hold a user name or password: it would be saved with the profile."));
        if (scheme != QLatin1String("http") && scheme != QLatin1String("socks5"))
            return invalid(QCoreApplication::translate("net", "A proxy's address begins with http:// or socks5://."));
        if (settings.proxy.host().isEmpty() || settings.proxy.port() <= 0)
            return invalid(QCoreApplication::translate("net", "A proxy's address names a host and a port."));
    }
    if (!settings.caPem.isEmpty() && QSslCertificate::fromData(settings.caPem, QSsl::Pem).isEmpty())
        return invalid(QCoreApplication::translate(
            "net", "The file of certificate authorities holds no certificate in PEM form."));
    return {};
}

} // namespace watchdesk::net
