// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"
#include "app/net/networksettings.h"
#include "app/net/signin/credentials.h"
#include "app/net/signin/tokenclaims.h"

#include <QObject>

#include <memory>

namespace watchdesk::net {

/// What a person's sign-in gave. The refresh token belongs into a UserSession and the keychain, nowhere else.
struct SignedIn
{
    QString refreshToken;
    std::optional<TokenClaims> claims;
};

/// A person signs in, once. Two ways: browser (a code by redirect to this computer, with PKCE) and device code (a short
/// code that is entered on any computer).
///
/// Lives on the main thread, owned by whoever waits; goes with its context. Errors: NotSignedIn for a refusal in plain
/// words, Network, Cancelled. Cancelling the future ends it.
class InteractiveSignIn : public QObject
{
    Q_OBJECT

public:
    enum class Way { Browser, DeviceCode };

    InteractiveSignIn(Credentials credentials, const NetworkSettings &network, const Limits &limits = {},
                      QObject *parent = nullptr);
    ~InteractiveSignIn() override;

    FutureResult<SignedIn> start(Way way);

Q_SIGNALS:
    void browserWanted(const QUrl &url); ///< open it
    void codeIssued(const QString &code, const QUrl &page);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::net
