// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace watchdesk::net {

/// What an access token says about itself. For showing and for greying out buttons only: nobody checks the signature
/// here, the service does.
struct TokenClaims
{
    QString audience;
    QString tenantId;
    QString user;       ///< "" for an application's token
    QStringList roles;  ///< what the application may do
    QStringList scopes; ///< what it may do for the user
    QDateTime expires;  ///< UTC
    bool isDelegated() const { return !scopes.isEmpty(); }
    QStringList permissions() const { return roles + scopes; }
};

/// Nothing for a token that is no JWT: then nothing is known, which is not the same as nothing being permitted.
std::optional<TokenClaims> claimsOf(const QByteArray &token);

} // namespace watchdesk::net
