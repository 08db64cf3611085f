// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/lastcontact.h"

#include <QStringList>

namespace watchdesk::response {

namespace {

/// What a device's own sensor reports.
const char *const kTables[] = {"DeviceEvents",      "DeviceFileEvents",    "DeviceImageLoadEvents",
                               "DeviceInfo",        "DeviceLogonEvents",   "DeviceNetworkEvents",
                               "DeviceNetworkInfo", "DeviceProcessEvents", "DeviceRegistryEvents"};

} // namespace

QString lastContactSql()
{
    QStringList newest;
    for (const char *table : kTables)
        newest.append(QStringLiteral("SELECT max(\"Timestamp\") AS \"Seen\", '%1' AS \"Source\" FROM \"%1\" "
                                     "WHERE \"DeviceId\" = $1")
                          .arg(QLatin1String(table)));
    return QStringLiteral("SELECT \"Seen\", \"Source\" FROM (%1) WHERE \"Seen\" IS NOT NULL ORDER BY ALL DESC LIMIT 1")
        .arg(newest.join(QStringLiteral(" UNION ALL ")));
}

} // namespace watchdesk::response
