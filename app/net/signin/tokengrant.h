// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/signin/credentials.h"

#include <QByteArray>
#include <QList>
#include <QPair>

namespace watchdesk::net {

using FormFields = QList<QPair<QByteArray, QString>>;

/// application/x-www-form-urlencoded; everything but unreserved characters is escaped, as secrets may hold any.
QByteArray formText(const FormFields &fields);

/// The fields with which these credentials ask for an access token (v2.0 endpoint). InvalidInput for a certificate
/// that cannot be used, NotSignedIn for a user whose session is over.
Result<FormFields> grantFields(const Credentials &credentials);

/// What proves the application's own identity: "client_secret", or the assertion that a certificate signs; nothing for
/// a public client.
Result<FormFields> proofFields(const Credentials &credentials);

} // namespace watchdesk::net
