// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/connectiontest.h"

#include "app/base/safetext.h"
#include "app/defender/client.h"
#include "app/hunt/kustoengine.h"

#include <QFutureWatcher>
#include <QLocale>

namespace watchdesk::session {

namespace {

using Outcome = TestStep::Outcome;

const QString kHuntRole = QStringLiteral("ThreatHunting.Read.All");

QString names(const QStringList &permissions) { return visibleText(permissions.join(QStringLiteral(", ")), 1'500); }

} // namespace

QString outcomeName(TestStep::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok");
    case Outcome::Warning:
        return QStringLiteral("warning");
    case Outcome::Failed:
        break;
    }
    return QStringLiteral("failed");
}

class ConnectionTest::Private
{
public:
    Private(ConnectionTest &owner, const defender::Connection &given)
        : self(owner)
        , connection(given)
        , client(given)
    {
    }

    template <class T>
    void await(FutureResult<T> future, void (Private::*then)(const Result<T> &));
    void add(const char *name, Outcome outcome, const QString &text, const Error &error = {});
    void addresses();
    void signedIn(const Result<defender::Permissions> &permissions);
    void call();
    void called(const Result<QJsonArray> &machines);
    void graphSignedIn(const Result<defender::Permissions> &permissions);
    void askCluster();
    void clusterAnswered(const Result<hunt::HuntResult> &result);
    void finish();

    ConnectionTest &self;
    defender::Connection connection;
    defender::Client client;
    std::unique_ptr<hunt::KustoEngine> cluster;
    QPromise<Result<QList<TestStep>>> promise;
    QList<TestStep> steps;
    bool hasPage = false;
    bool isDone = false;
};

template <class T>
void ConnectionTest::Private::await(FutureResult<T> future, void (Private::*then)(const Result<T> &))
{
    auto *watcher = new QFutureWatcher<Result<T>>(&self);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &self, [this, watcher, then] {
        watcher->deleteLater();
        if (isDone)
            return;
        const FutureResult<T> done = watcher->future();
        (this->*then)(done.resultCount() > 0 ? done.result()
                                             : failure(Error::Kind::Cancelled, ConnectionTest::tr("Cancelled.")));
    });
    watcher->setFuture(future);
}

void ConnectionTest::Private::add(const char *name, Outcome outcome, const QString &text, const Error &error)
{
    const TestStep step{QLatin1String(name), outcome, text, error};
    steps.append(step);
    Q_EMIT self.stepDone(step);
    if (outcome == Outcome::Failed)
        finish();
}

void ConnectionTest::Private::addresses()
{
    add("profile", Outcome::Ok,
        ConnectionTest::tr("Signs in at %1 and calls %2.")
            .arg(visibleText(connection.authority.host(), 200), visibleText(connection.apiUrl.host(), 200)));
    await(client.signIn(defender::Api::Defender), &Private::signedIn);
}

void ConnectionTest::Private::signedIn(const Result<defender::Permissions> &permissions)
{
    if (!permissions)
        return add("signIn", Outcome::Failed, permissions.error().message, permissions.error());
    add("signIn", Outcome::Ok,
        permissions->user.isEmpty() ? ConnectionTest::tr("The app is signed in.")
                                    : ConnectionTest::tr("%1 is signed in.").arg(permissions->user));
    if (permissions->names.isEmpty())
        add("token", Outcome::Warning,
            ConnectionTest::tr("The token allows nothing, or does not tell: give the app permissions of "
                               "WindowsDefenderATP and have an administrator consent to them."));
    else
        add("token", Outcome::Ok,
            ConnectionTest::tr("The token for %1 allows: %2.")
                .arg(visibleText(permissions->audience, 200), names(permissions->names)));
    call();
}

/// The first page of the devices is enough; the rest is not waited for.
void ConnectionTest::Private::call()
{
    auto *watcher = new QFutureWatcher<Result<QJsonArray>>(&self);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &self, [this, watcher] {
        watcher->deleteLater();
        if (isDone)
            return;
        const auto done = watcher->future();
        called(hasPage || done.resultCount() == 0 ? Result<QJsonArray>(QJsonArray()) : done.result());
    });
    defender::ListOptions one;
    one.top = 1;
    watcher->setFuture(client.list(QStringLiteral("machines"), one, [this, watcher](const QJsonArray &) {
        hasPage = true;
        watcher->cancel();
    }));
}

void ConnectionTest::Private::called(const Result<QJsonArray> &machines)
{
    if (!machines && machines.error().kind != Error::Kind::NotAllowed)
        return add("call", Outcome::Failed, machines.error().message, machines.error());
    if (!machines) {
        const bool isAudience = machines.error().message.contains(QLatin1String("audience"), Qt::CaseInsensitive);
        const QString why = isAudience
                                ? ConnectionTest::tr("The token is made out to another API than the one that was "
                                                     "called: check cloud and audience. ")
                                : ConnectionTest::tr("The app may not read devices (Machine.Read.All). ");
        return add("call", Outcome::Failed, why + machines.error().message, machines.error());
    }
    add("call", Outcome::Ok, ConnectionTest::tr("The API answers."));
    await(client.signIn(defender::Api::Graph), &Private::graphSignedIn);
}

void ConnectionTest::Private::graphSignedIn(const Result<defender::Permissions> &permissions)
{
    const bool isAllowed =
        permissions && (permissions->names.contains(kHuntRole) || permissions->names.contains(kHuntRole.chopped(4)));
    if (!permissions)
        add("hunting", Outcome::Warning,
            ConnectionTest::tr("No hunting through Microsoft Graph: %1").arg(permissions.error().message));
    else if (!isAllowed)
        add("hunting", Outcome::Warning,
            ConnectionTest::tr("No hunting through Microsoft Graph: the app lacks %1.").arg(kHuntRole));
    else
        add("hunting", Outcome::Ok, ConnectionTest::tr("Hunting through Microsoft Graph is allowed."));
    askCluster();
}

void ConnectionTest::Private::askCluster()
{
    if (connection.kustoUrl.isEmpty())
        return finish();
    cluster = std::make_unique<hunt::KustoEngine>(connection);
    await(cluster->run(QStringLiteral("print Answer=1"), {}), &Private::clusterAnswered);
}

void ConnectionTest::Private::clusterAnswered(const Result<hunt::HuntResult> &result)
{
    if (!result)
        return add("cluster", Outcome::Failed, result.error().message, result.error());
    add("cluster", Outcome::Ok, ConnectionTest::tr("The Kusto cluster answers."));
    finish();
}

void ConnectionTest::Private::finish()
{
    if (std::exchange(isDone, true))
        return;
    promise.addResult(steps);
    promise.finish();
}

ConnectionTest::ConnectionTest(const defender::Connection &connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, connection))
{
    d->promise.start();
}

ConnectionTest::~ConnectionTest()
{
    if (std::exchange(d->isDone, true))
        return;
    d->promise.addResult(failure(Error::Kind::Cancelled, tr("Cancelled.")));
    d->promise.finish();
}

FutureResult<QList<TestStep>> ConnectionTest::start()
{
    const FutureResult<QList<TestStep>> future = d->promise.future();
    d->addresses();
    return future;
}

} // namespace watchdesk::session
