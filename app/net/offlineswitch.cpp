// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/offlineswitch.h"

#include "app/net/origin.h"

#include <QCoreApplication>

namespace watchdesk::net {

OfflineSwitch &OfflineSwitch::instance()
{
    static OfflineSwitch only;
    return only;
}

void OfflineSwitch::setOffline(bool offline)
{
    if (m_offline.exchange(offline) != offline)
        Q_EMIT changed(offline);
}

Result<void> mayCall(const QUrl &url)
{
    if (OfflineSwitch::instance().isOffline())
        return failure(Error::Kind::Refused, offlineText());
    return checkUrl(url);
}

QString offlineText() { return QCoreApplication::translate("net", "Working offline: nothing is sent."); }

} // namespace watchdesk::net
