// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/secretstore.h"
#include "app/session/profile.h"

namespace watchdesk::session {

/// The program's one way to the keychain; what it has to keep in memory where there is none, every window shares.
/// Main thread.
net::SecretStore &secrets();

/// What is kept there for a profile, by its way to sign in: the client secret, certificate and key as PEM, or a user's
/// refresh token.
QString secretKey(const Profile &profile);

} // namespace watchdesk::session
