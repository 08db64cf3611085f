// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace watchdesk::session {

/// Where a session's data comes from. The first of `lab`, `profile`, `apiUrl` that is set names the service; with none
/// of them the session is offline and reads `storePath` alone.
struct SessionOptions
{
    bool lab = false;
    QString scenario; ///< "" = the default one, a built-in name, or a folder of telemetry
    int labDevices = 0;
    int labDays = 0;
    quint64 labSeed = 0;

    QString profile; ///< a saved tenant profile's name
    QUrl apiUrl;     ///< a tenant without a saved profile
    QUrl authority;  ///< its token service; empty = Microsoft's
    QString tenantId;
    QString clientId;
    QString secret; ///< the client secret, or what else the profile's way to sign in wants; "" = from the keychain
    QUrl kustoUrl;  ///< a Kusto cluster to hunt in; empty = the profile's, or a lab's own
    QString kustoDatabase;
    QUrl proxy;     ///< empty = the profile's, or the system's
    QString caFile; ///< certificate authorities to trust besides the system's; "" = the profile's

    QString storePath; ///< "" = the profile's own, or the lab's in the cache
    bool readOnly = false;
    bool offline = false; ///< no call goes out until Session::setOffline() says otherwise
};

} // namespace watchdesk::session
