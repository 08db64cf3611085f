// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/secrets.h"

namespace watchdesk::session {

net::SecretStore &secrets()
{
    // For tests and for computers whose keychain asks questions that nobody is there to answer.
    static net::SecretStore store(qEnvironmentVariable("WATCHDESK_KEYCHAIN") == QLatin1String("memory")
                                      ? net::SecretStore::Place::Memory
                                      : net::SecretStore::Place::Keychain);
    return store;
}

QString secretKey(const Profile &profile) { return profile.name + u'/' + signInName(profile.signIn); }

} // namespace watchdesk::session
