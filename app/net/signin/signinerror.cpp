// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/signinerror.h"

#include <QCoreApplication>

namespace watchdesk::net {

namespace {

using Cause = SignInCause;

struct Entry
{
    int number;
    Cause cause;
    const char *sentence;
};

constexpr Entry kTable[] = {
    {7000215, Cause::Secret, QT_TRANSLATE_NOOP("net", "The client secret is wrong.")},
    {7000216, Cause::Secret, QT_TRANSLATE_NOOP("net", "The app needs a secret or a certificate, and none was given.")},
    {7000218, Cause::App,
     QT_TRANSLATE_NOOP("net", "The app does not allow public client flows: allow them in its registration, or use a "
                              "secret or a certificate.")},
    {7000222, Cause::Secret, QT_TRANSLATE_NOOP("net", "The client secret has expired: make a new one for the app.")},
    {700027, Cause::Certificate,
     QT_TRANSLATE_NOOP("net", "The app does not know this certificate: upload it to the app's registration.")},
    {700024, Cause::Clock,
     QT_TRANSLATE_NOOP("net", "The signed request is not valid at this time: check this computer's clock.")},
    {700021, Cause::Certificate,
     QT_TRANSLATE_NOOP("net", "The signed request does not name this app: check the client id.")},
    {700023, Cause::Certificate,
     QT_TRANSLATE_NOOP("net", "The signed request is made out to another address: check the authority.")},
    {700030, Cause::Certificate, QT_TRANSLATE_NOOP("net", "The certificate is not of a kind that is accepted.")},
    {700016, Cause::App, QT_TRANSLATE_NOOP("net", "The tenant does not know this app: check the client id.")},
    {7000112, Cause::App, QT_TRANSLATE_NOOP("net", "The app is disabled in this tenant.")},
    {7000229, Cause::Consent,
     QT_TRANSLATE_NOOP("net", "The app was never accepted in this tenant: an administrator has to consent to it.")},
    {700054, Cause::App, QT_TRANSLATE_NOOP("net", "The app does not allow this kind of sign-in.")},
    {50194, Cause::Tenant,
     QT_TRANSLATE_NOOP("net", "The app belongs to one tenant: name that tenant instead of \"common\".")},
    {90002, Cause::Tenant, QT_TRANSLATE_NOOP("net", "There is no such tenant: check the tenant id.")},
    {900023, Cause::Tenant, QT_TRANSLATE_NOOP("net", "There is no such tenant: check the tenant id.")},
    {900382, Cause::Tenant, QT_TRANSLATE_NOOP("net", "The tenant belongs to another cloud: choose the right one.")},
    {900439, Cause::Tenant, QT_TRANSLATE_NOOP("net", "The tenant belongs to another cloud: choose the right one.")},
    {50049, Cause::Tenant, QT_TRANSLATE_NOOP("net", "There is no such sign-in service: check the authority.")},
    {65001, Cause::Consent,
     QT_TRANSLATE_NOOP("net", "Nobody has consented to what the app asks for: an administrator has to.")},
    {65004, Cause::Consent, QT_TRANSLATE_NOOP("net", "The consent was declined.")},
    {90094, Cause::Consent, QT_TRANSLATE_NOOP("net", "Only an administrator can consent to what the app asks for.")},
    {90095, Cause::Consent, QT_TRANSLATE_NOOP("net", "Only an administrator can consent to what the app asks for.")},
    {500011, Cause::Audience,
     QT_TRANSLATE_NOOP("net", "The tenant does not offer this API to the app: check its consent.")},
    {1002012, Cause::Audience,
     QT_TRANSLATE_NOOP("net", "The tenant does not offer this API to the app: check its consent.")},
    {650057, Cause::Audience,
     QT_TRANSLATE_NOOP("net", "The app's registration does not list this API: add its permissions.")},
    {70011, Cause::Audience, QT_TRANSLATE_NOOP("net", "The service does not know the permission that is asked for.")},
    {53000, Cause::Policy, QT_TRANSLATE_NOOP("net", "A policy wants a compliant device.")},
    {53001, Cause::Policy, QT_TRANSLATE_NOOP("net", "A policy wants a device that is joined to the domain.")},
    {53003, Cause::Policy, QT_TRANSLATE_NOOP("net", "A conditional access policy forbids the sign-in.")},
    {50076, Cause::Policy, QT_TRANSLATE_NOOP("net", "A second factor is needed: sign in with the browser.")},
    {50079, Cause::Policy,
     QT_TRANSLATE_NOOP("net", "The user has to set up a second factor: sign in with the browser.")},
    {50158, Cause::Policy, QT_TRANSLATE_NOOP("net", "A policy wants a further check: sign in with the browser.")},
    {50034, Cause::User, QT_TRANSLATE_NOOP("net", "The tenant does not know this user.")},
    {50020, Cause::User, QT_TRANSLATE_NOOP("net", "The user belongs to another tenant and is no guest of this one.")},
    {50053, Cause::User, QT_TRANSLATE_NOOP("net", "The user's account is locked.")},
    {50055, Cause::User, QT_TRANSLATE_NOOP("net", "The user's password has expired.")},
    {50057, Cause::User, QT_TRANSLATE_NOOP("net", "The user's account is disabled.")},
    {50105, Cause::User, QT_TRANSLATE_NOOP("net", "The user is not assigned to the app.")},
    {50126, Cause::User, QT_TRANSLATE_NOOP("net", "User name or password are wrong.")},
    {50011, Cause::App,
     QT_TRANSLATE_NOOP("net", "The app's registration lacks the redirect address http://localhost (platform \"Mobile "
                              "and desktop applications\").")},
    {500113, Cause::App,
     QT_TRANSLATE_NOOP("net", "The app's registration lacks the redirect address http://localhost (platform \"Mobile "
                              "and desktop applications\").")},
    {70008, Cause::Session, QT_TRANSLATE_NOOP("net", "The sign-in has expired: sign in again.")},
    {70000, Cause::Session, QT_TRANSLATE_NOOP("net", "The sign-in is no longer valid: sign in again.")},
    {70043, Cause::Session, QT_TRANSLATE_NOOP("net", "A policy ended the sign-in: sign in again.")},
    {700082, Cause::Session, QT_TRANSLATE_NOOP("net", "The sign-in was not used for too long: sign in again.")},
    {700084, Cause::Session, QT_TRANSLATE_NOOP("net", "The sign-in has expired: sign in again.")},
    {50173, Cause::Session, QT_TRANSLATE_NOOP("net", "The user's password was changed: sign in again.")},
    {54005, Cause::Session, QT_TRANSLATE_NOOP("net", "The code was used already: sign in again.")},
    {70016, Cause::User, QT_TRANSLATE_NOOP("net", "The code has not been entered yet.")},
    {70018, Cause::User, QT_TRANSLATE_NOOP("net", "The code that was entered is wrong.")},
    {70019, Cause::User, QT_TRANSLATE_NOOP("net", "The code has expired: begin again.")},
    {70020, Cause::User, QT_TRANSLATE_NOOP("net", "The code has expired: begin again.")},
};

QString translated(const char *text) { return QCoreApplication::translate("net", text); }

SignInExplanation general(const QString &oauthError)
{
    if (oauthError == QLatin1String("invalid_client"))
        return {Cause::Secret, translated(QT_TRANSLATE_NOOP("net", "The client secret is wrong."))};
    if (oauthError == QLatin1String("access_denied") || oauthError == QLatin1String("authorization_declined"))
        return {Cause::Consent, translated(QT_TRANSLATE_NOOP("net", "The sign-in was declined."))};
    if (oauthError == QLatin1String("expired_token"))
        return {Cause::User, translated(QT_TRANSLATE_NOOP("net", "The code has expired: begin again."))};
    if (oauthError == QLatin1String("invalid_grant"))
        return {Cause::Session, translated(QT_TRANSLATE_NOOP("net", "The sign-in is no longer valid: sign in again."))};
    return {Cause::Unknown, translated(QT_TRANSLATE_NOOP("net", "The sign-in was refused."))};
}

} // namespace

SignInExplanation explainSignIn(const QString &aadsts, const QString &oauthError)
{
    const int number = aadsts.startsWith(QLatin1String("AADSTS")) ? aadsts.mid(6).toInt() : 0;
    for (const Entry &entry : kTable) {
        if (entry.number == number)
            return {entry.cause, translated(entry.sentence)};
    }
    return number > 0 ? SignInExplanation{Cause::Unknown, general(QString()).sentence} : general(oauthError);
}

QString causeName(SignInCause cause)
{
    switch (cause) {
    case Cause::Secret:
        return QStringLiteral("secret");
    case Cause::Certificate:
        return QStringLiteral("certificate");
    case Cause::App:
        return QStringLiteral("app");
    case Cause::Tenant:
        return QStringLiteral("tenant");
    case Cause::Consent:
        return QStringLiteral("consent");
    case Cause::Audience:
        return QStringLiteral("audience");
    case Cause::Policy:
        return QStringLiteral("policy");
    case Cause::User:
        return QStringLiteral("user");
    case Cause::Session:
        return QStringLiteral("session");
    case Cause::Clock:
        return QStringLiteral("clock");
    case Cause::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace watchdesk::net
