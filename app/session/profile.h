// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace watchdesk::session {

/// How to reach one tenant and as whom, saved by name in the data folder as profiles/<name>.json. Never holds a secret:
/// those are in the keychain (SecretStore), under keyOf().
struct Profile
{
    /// How the app, or a person through it, proves who it is.
    enum class SignIn { Secret, Certificate, Browser, DeviceCode };

    QString name;
    QString cloud; ///< "commercial", "gcc", "gccHigh", "dod", "custom"
    QUrl apiUrl;
    QUrl authority;
    QString tenantId;
    QString clientId;
    SignIn signIn = SignIn::Secret;
    QUrl xdrUrl;      ///< empty = the cloud's
    QUrl graphUrl;    ///< empty = the cloud's
    QString audience; ///< of tokens for the Defender API; "" = what the cloud wants
    QUrl kustoUrl;
    QString kustoDatabase;
    QUrl proxy;
    QString caFile; ///< certificate authorities to trust besides the system's
    QString colour; ///< one of tenantColours(); "" = one by its name

    bool isUsers() const { return signIn == SignIn::Browser || signIn == SignIn::DeviceCode; }
    bool operator==(const Profile &) const = default;
};

/// "secret", "certificate", "browser", "device": in files and on the command line.
QString signInName(Profile::SignIn signIn);
std::optional<Profile::SignIn> signInNamed(const QString &name);

/// The names of the colours that tell tenants apart: "blue", "green", "yellow", "orange", "red", "violet".
QStringList tenantColours();
/// The profile's own, or the one that always belongs to its name.
QString colourOf(const Profile &profile);

/// Fills what a cloud decides where it is empty: addresses, for a region of the cloud ("eu") too. InvalidInput for an
/// unknown cloud or region, and for a custom cloud without addresses.
Result<Profile> withCloud(Profile profile, const QString &region = {});
/// InvalidInput, in plain words, for what cannot work: a missing id, an address without TLS that is not this computer.
Result<void> checkProfile(const Profile &profile);

/// Every field by its name in the file, empty ones too; without the profile's own name, which is the file's.
QJsonObject profileJson(const Profile &profile);

/// NotFound for a name that was never saved, Unreadable for a file that is no profile.
Result<Profile> loadProfile(const QString &name);
Result<void> saveProfile(const Profile &profile);
/// The file alone; its secret and its store stay.
Result<void> removeProfile(const QString &name);
QStringList profileNames();
/// Letters, digits, dash, underscore and dot, at most 60: names become file names.
bool isProfileName(const QString &name);

} // namespace watchdesk::session
