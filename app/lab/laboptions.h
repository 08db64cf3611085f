// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace watchdesk::lab {

/// How long a device action takes on the lab's machines, in milliseconds.
struct ActionTimes
{
    int pending = 700;      ///< Pending, until the device takes the order
    int inProgress = 1'100; ///< InProgress, until it is carried out (or fails: a device with an impaired sensor)
    int offline =
        15'000; ///< how long an inactive device is waited for before the action is TimeOut; three days in a tenant
};

/// Which lab tenant to start, and how it is to behave. A value type; the defaults are the built-in lab.
struct LabOptions
{
    QString scenario;    ///< "" or a built-in name, or a folder of recorded telemetry
    int devices = 0;     ///< built-in scenarios: 0 = the scenario's own number
    int days = 0;        ///< likewise
    quint64 seed = 0;    ///< likewise
    int alerts = 0;      ///< > 0: a bulk tenant of `devices` and so many alerts instead of a scenario, without events
    quint16 port = 0;    ///< 0 = any free one
    QString cacheFolder; ///< where made content is kept; "" = the user's cache

    ActionTimes actionTimes;
    int tokenLifetime = 3'599;  ///< seconds
    int pageSize = 10'000;      ///< rows of a list page when the client asks for no $top; the API's own by default
    qint64 huntRows = 100'000;  ///< where hunting cuts a result without a word
    qint64 kustoRows = 500'000; ///< where the Kusto API cuts one and says so
    bool documentedQuotas =
        false;                 ///< true: Defender's calls a minute and an hour; false: generous, for full-speed sync
    bool isTls = false;        ///< HTTPS, with a certificate of its own authority (Lab::authorityPem())
    QJsonObject faults;        ///< the dials' first setting, as POST /lab/faults takes it
    QList<QJsonObject> apps;   ///< more app registrations, as POST /lab/apps takes them
    QByteArray certificatePem; ///< with which the lab's own app may prove itself instead of its secret
    QStringList deniedPermissions; ///< roles the app was not granted, e.g. "Machine.Isolate" (→ 403)
};

} // namespace watchdesk::lab
