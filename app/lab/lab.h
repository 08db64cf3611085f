// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/lab/laboptions.h"

#include <QStringList>
#include <QUrl>

#include <memory>

namespace watchdesk::lab {

struct Content; // app/lab/scenario/content.h

/// A tenant in a box: a server on 127.0.0.1 that behaves like the Defender API and its sign-in service, over content
/// that is only read. What changes (actions, isolation, alert edits, indicators) lives in memory and is gone with it.
///
/// Whoever calls start() owns it; its destructor closes every connection and joins the server's threads. start() blocks
/// (a moment for cached content, seconds when content has to be made): call it on a worker. Everything else is
/// thread-safe and constant. Errors: those of the content; Network when the port is taken; Storage.
///
/// Beside the API, with "Authorization: Bearer <client secret>": GET/POST/DELETE /lab/faults (latency, throttling, cut
/// connections ...; FaultDial), GET /lab/devices/{id} (isolation as the "device" has it), GET/POST /lab/apps
/// (AppRegistry), DELETE /lab/sessions (ends every person's sign-in), GET /lab/calls
/// (how many were taken and refused, by operation).
class Lab
{
public:
    static Result<std::unique_ptr<Lab>> start(const LabOptions &options);
    /// The same over content that is there already; `options` scenario fields are not looked at.
    static Result<std::unique_ptr<Lab>> startWith(const Content &content, const LabOptions &options);
    ~Lab();
    Lab(const Lab &) = delete;
    Lab &operator=(const Lab &) = delete;

    QUrl url() const;         ///< "http://127.0.0.1:port": API paths are below /api
    QUrl authority() const;   ///< the sign-in service: <authority>/<tenant>/oauth2/v2.0/token
    QString tenantId() const; ///< the same for equal content
    QString clientId() const;
    QString kustoDatabase() const;   ///< of the cluster that url() is, too
    QString clientSecret() const;    ///< made at random for each start
    QByteArray authorityPem() const; ///< the certificate authority of a TLS lab; "" = plain HTTP
    QList<QJsonObject> apps() const; ///< LabOptions::apps with their ids and secrets
    Clock clock() const;             ///< started at the content's end
    QStringList sensorFiles() const;
    QString title() const;
    QString contentKey() const; ///< names the content; for whoever keeps what was loaded from it

private:
    struct Parts;
    explicit Lab(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace watchdesk::lab
