// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/interactivesignin.h"

#include "app/base/randomtext.h"
#include "app/base/safetext.h"
#include "app/net/httperror.h"
#include "app/net/network.h"
#include "app/net/offlineswitch.h"
#include "app/net/origin.h"
#include "app/net/signin/formpost.h"
#include "app/net/signin/loopbackredirect.h"
#include "app/net/signin/pkce.h"
#include "app/net/signin/tokengrant.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QTimer>
#include <QUrlQuery>

namespace watchdesk::net {

namespace {

constexpr std::chrono::seconds kLongestWait{900}; ///< for a person in front of a browser
constexpr int kSlowDown = 5;                      ///< seconds more between two questions (RFC 8628, 3.5)

QString scopeOf(const Credentials &credentials)
{
    return credentials.scope + QStringLiteral(" offline_access openid profile");
}

} // namespace

class InteractiveSignIn::Private
{
public:
    Private(InteractiveSignIn &owner, Credentials given, const NetworkSettings &settings, const Limits &bounds)
        : self(owner)
        , credentials(std::move(given))
        , limits(bounds)
        , network(settings)
    {
    }

    void post(const QString &endpoint, const FormFields &fields, void (Private::*then)(const Result<QJsonObject> &));
    void openBrowser();
    void redirected(const QUrlQuery &query);
    void askForCode();
    void codeCame(const Result<QJsonObject> &answer);
    void poll();
    void polled(const Result<QJsonObject> &answer);
    void tokensCame(const Result<QJsonObject> &answer);
    void finish(Result<SignedIn> result);

    InteractiveSignIn &self;
    Credentials credentials;
    Limits limits;
    Network network;
    QPromise<Result<SignedIn>> promise;
    QFutureWatcher<Result<SignedIn>> own;
    QFutureWatcher<Result<QJsonObject>> answer;
    QMetaObject::Connection answerConnection;
    QTimer deadline;
    std::unique_ptr<LoopbackRedirect> redirect;
    Pkce pkce;
    QString deviceCode;
    int interval = 5; ///< seconds
    bool isDone = false;
};

void InteractiveSignIn::Private::post(const QString &endpoint, const FormFields &fields,
                                      void (Private::*then)(const Result<QJsonObject> &))
{
    QObject::disconnect(answerConnection);
    answerConnection = QObject::connect(&answer, &QFutureWatcherBase::finished, &self, [this, then] {
        if (!isDone && answer.future().resultCount() > 0)
            (this->*then)(answer.result());
    });
    answer.setFuture(postForm(network, endpointUrl(credentials, endpoint), formText(fields), limits));
}

void InteractiveSignIn::Private::openBrowser()
{
    const QByteArray state = randomText(18);
    pkce = Pkce::make();
    redirect = std::make_unique<LoopbackRedirect>(state);
    if (!redirect->listen())
        return finish(failure(Error::Kind::Network,
                              QCoreApplication::translate("net", "No port of this computer is free for the browser.")));
    QObject::connect(redirect.get(), &LoopbackRedirect::arrived, &self,
                     [this](const QUrlQuery &query) { redirected(query); });
    QUrl url = endpointUrl(credentials, QStringLiteral("authorize"));
    if (const auto safe = mayCall(url); !safe)
        return finish(failure(safe.error()));
    url.setQuery(QString::fromLatin1(formText({{"client_id", credentials.clientId},
                                               {"response_type", QStringLiteral("code")},
                                               {"response_mode", QStringLiteral("query")},
                                               {"redirect_uri", redirect->address().toString()},
                                               {"scope", scopeOf(credentials)},
                                               {"state", QString::fromLatin1(state)},
                                               {"code_challenge", QString::fromLatin1(pkce.challenge)},
                                               {"code_challenge_method", QStringLiteral("S256")},
                                               {"prompt", QStringLiteral("select_account")}})),
                 QUrl::StrictMode);
    Q_EMIT self.browserWanted(url);
}

void InteractiveSignIn::Private::redirected(const QUrlQuery &query)
{
    const auto value = [&query](const char *name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    if (!value("error").isEmpty()) {
        const QJsonObject body{{QStringLiteral("error"), value("error")},
                               {QStringLiteral("error_description"), value("error_description")}};
        return finish(failure(errorFromTokenReply(400, QJsonDocument(body).toJson())));
    }
    const auto proof = proofFields(credentials);
    if (!proof)
        return finish(failure(proof.error()));
    post(QStringLiteral("token"),
         FormFields{{"grant_type", QStringLiteral("authorization_code")},
                    {"client_id", credentials.clientId},
                    {"code", value("code")},
                    {"redirect_uri", redirect->address().toString()},
                    {"code_verifier", QString::fromLatin1(pkce.verifier)},
                    {"scope", scopeOf(credentials)}} +
             *proof,
         &Private::tokensCame);
}

void InteractiveSignIn::Private::askForCode()
{
    post(QStringLiteral("devicecode"), {{"client_id", credentials.clientId}, {"scope", scopeOf(credentials)}},
         &Private::codeCame);
}

void InteractiveSignIn::Private::codeCame(const Result<QJsonObject> &result)
{
    if (!result)
        return finish(failure(result.error()));
    deviceCode = result->value(u"device_code").toString();
    const QString code = visibleText(result->value(u"user_code").toString(), 40);
    const QUrl page(result->value(u"verification_uri").toString(), QUrl::StrictMode);
    if (deviceCode.isEmpty() || code.isEmpty() || !checkUrl(page))
        return finish(failure(Error::Kind::Service,
                              QCoreApplication::translate("net", "The sign-in service's answer holds no code.")));
    interval = qBound(1, result->value(u"interval").toInt(5), 60);
    const int expires = qBound(10, result->value(u"expires_in").toInt(int(kLongestWait.count())), 3'600);
    deadline.start(std::chrono::seconds(expires));
    Q_EMIT self.codeIssued(code, page);
    QTimer::singleShot(std::chrono::seconds(interval), &self, [this] { poll(); });
}

void InteractiveSignIn::Private::poll()
{
    if (isDone)
        return;
    post(QStringLiteral("token"),
         {{"grant_type", QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")},
          {"client_id", credentials.clientId},
          {"device_code", deviceCode}},
         &Private::polled);
}

void InteractiveSignIn::Private::polled(const Result<QJsonObject> &result)
{
    const QString oauth = result ? QString() : result.error().context.value(QStringLiteral("oauth"));
    const bool isPassing = !result && result.error().context.contains(QStringLiteral("passing"));
    if (oauth == QLatin1String("slow_down"))
        interval += kSlowDown;
    if (oauth != QLatin1String("authorization_pending") && oauth != QLatin1String("slow_down") && !isPassing)
        return tokensCame(result);
    QTimer::singleShot(std::chrono::seconds(interval), &self, [this] { poll(); });
}

void InteractiveSignIn::Private::tokensCame(const Result<QJsonObject> &result)
{
    if (!result)
        return finish(failure(result.error()));
    const QString refresh = result->value(u"refresh_token").toString();
    if (refresh.isEmpty())
        return finish(failure(
            Error::Kind::Service,
            QCoreApplication::translate("net", "The sign-in service gave no refresh token: the app may not stay "
                                               "signed in (offline_access).")));
    finish(SignedIn{refresh, claimsOf(result->value(u"access_token").toString().toLatin1())});
}

void InteractiveSignIn::Private::finish(Result<SignedIn> result)
{
    if (std::exchange(isDone, true))
        return;
    deadline.stop();
    answer.cancel();
    if (!promise.isCanceled())
        promise.addResult(std::move(result));
    promise.finish();
}

InteractiveSignIn::InteractiveSignIn(Credentials credentials, const NetworkSettings &network, const Limits &limits,
                                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(credentials), network, limits))
{
    d->deadline.setSingleShot(true);
    connect(&d->deadline, &QTimer::timeout, this, [this] {
        d->finish(
            failure(Error::Kind::NotSignedIn, QCoreApplication::translate("net", "Nobody signed in within the time.")));
    });
    connect(&d->own, &QFutureWatcherBase::canceled, this, [this] {
        d->finish(failure(Error::Kind::Cancelled, QCoreApplication::translate("net", "The sign-in was broken off.")));
    });
}

InteractiveSignIn::~InteractiveSignIn()
{
    if (d->own.future().isStarted())
        d->finish(failure(Error::Kind::Cancelled, QCoreApplication::translate("net", "The connection was closed.")));
}

FutureResult<SignedIn> InteractiveSignIn::start(Way way)
{
    d->promise.start();
    const FutureResult<SignedIn> future = d->promise.future();
    d->own.setFuture(future);
    d->deadline.start(kLongestWait);
    if (way == Way::Browser)
        d->openBrowser();
    else
        d->askForCode();
    return future;
}

} // namespace watchdesk::net
