// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::net {

/// What a sign-in error is about, so that whoever edits a profile knows where to look.
enum class SignInCause { Unknown, Secret, Certificate, App, Tenant, Consent, Audience, Policy, User, Session, Clock };

/// One number of the sign-in service ("Microsoft Entra authentication error codes") in plain words.
struct SignInExplanation
{
    SignInCause cause = SignInCause::Unknown;
    QString sentence; ///< translated; what to do about it
};

/// From "AADSTS7000215" and the OAuth error ("invalid_client"); a number that is not in the table gives the general
/// sentence for the OAuth error.
SignInExplanation explainSignIn(const QString &aadsts, const QString &oauthError);

/// The cause's stable name, for scripts: "secret", "consent" ...
QString causeName(SignInCause cause);

} // namespace watchdesk::net
