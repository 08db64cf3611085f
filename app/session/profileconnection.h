// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/connection.h"
#include "app/session/profile.h"

namespace watchdesk::session {

/// InvalidInput, in plain words, for what cannot be the profile's secret: a certificate without its key ... The value
/// says in words what it is, for a certificate whose and until when.
Result<QString> checkSecret(const Profile &profile, const QString &secret);

/// The proxy and the certificate authorities of a profile; their file is read. Errors: InvalidInput, Unreadable.
Result<net::NetworkSettings> networkOf(const Profile &profile);

/// A profile and what its keychain entry holds, as a connection. Reads the file of certificate authorities. Errors:
/// InvalidInput for a file that holds none, Unreadable.
Result<defender::Connection> connectionOf(const Profile &profile, const QString &secret);

} // namespace watchdesk::session
