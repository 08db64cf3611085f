// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/session/profile.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace watchdesk::session {

/// A person signs in to a profile by browser or device code; what that gives goes into the keychain.
/// Lives on the main thread, for one sign-in; deleting it breaks that off.
class ProfileSignIn : public QObject
{
    Q_OBJECT

public:
    explicit ProfileSignIn(const Profile &profile, QObject *parent = nullptr);
    ~ProfileSignIn() override;

    /// The person's name, once it is done and kept. Errors: those of net::InteractiveSignIn, Storage.
    FutureResult<QString> start();

Q_SIGNALS:
    void browserWanted(const QUrl &url); ///< open it
    void codeIssued(const QString &code, const QUrl &page);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::session
