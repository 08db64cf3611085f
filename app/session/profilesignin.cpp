// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/profilesignin.h"

#include "app/net/chain.h"
#include "app/net/signin/interactivesignin.h"
#include "app/session/profileconnection.h"
#include "app/session/secrets.h"

namespace watchdesk::session {

class ProfileSignIn::Private
{
public:
    Profile profile;
    std::unique_ptr<net::InteractiveSignIn> signIn;
};

ProfileSignIn::ProfileSignIn(const Profile &profile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->profile = profile;
}

ProfileSignIn::~ProfileSignIn() = default;

FutureResult<QString> ProfileSignIn::start()
{
    const auto connection = connectionOf(d->profile, QString());
    if (!connection)
        return readyFuture<QString>(failure(connection.error()));
    net::Credentials credentials = defender::credentialsOf(*connection, defender::defenderScope(*connection));
    credentials.user = nullptr; // there is none yet
    d->signIn = std::make_unique<net::InteractiveSignIn>(credentials, connection->network);
    connect(d->signIn.get(), &net::InteractiveSignIn::browserWanted, this, &ProfileSignIn::browserWanted);
    connect(d->signIn.get(), &net::InteractiveSignIn::codeIssued, this, &ProfileSignIn::codeIssued);
    using Way = net::InteractiveSignIn::Way;
    const auto future =
        d->signIn->start(d->profile.signIn == Profile::SignIn::Browser ? Way::Browser : Way::DeviceCode);
    return net::chained<QString, net::SignedIn>(future, this, [this](const Result<net::SignedIn> &done) {
        if (!done)
            return readyFuture<QString>(failure(done.error()));
        const QString user = done->claims ? done->claims->user : QString();
        return net::mapped<QString, bool>(secrets().write(secretKey(d->profile), done->refreshToken), this,
                                          [user](const Result<bool> &kept) -> Result<QString> {
                                              if (!kept)
                                                  return failure(kept.error());
                                              return user;
                                          });
    });
}

} // namespace watchdesk::session
