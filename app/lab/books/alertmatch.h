// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/entityset.h"

#include <QJsonArray>

namespace watchdesk::lab {

/// What an alert is about: its evidence by kind. Values are lower case; URLs give their host to `domains`.
struct AlertEntities
{
    QStringList sha1s;
    QStringList sha256s;
    QStringList ips;
    QStringList domains;
    QStringList users; ///< account names
};

AlertEntities entitiesOf(const QJsonObject &alert);
/// The host in a URL or a bare host name; "" where there is none.
QString hostOf(const QString &url);

/// The alerts about a device, file, address, domain or user: `relation` is the descriptor's name, "machine-alerts",
/// "file-alerts", "ip-alerts", "domain-alerts" or "user-alerts".
QJsonArray alertsAbout(const EntitySet &alerts, const QString &relation, const QString &key);

} // namespace watchdesk::lab
