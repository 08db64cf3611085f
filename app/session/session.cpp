// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/session.h"

#include "app/base/workers.h"
#include "app/defender/client.h"
#include "app/hunt/relay.h"
#include "app/net/chain.h"
#include "app/net/offlineswitch.h"
#include "app/net/signin/usersession.h"
#include "app/response/gate.h"
#include "app/session/foundation.h"
#include "app/session/profile.h"
#include "app/session/resourceload.h"
#include "app/session/secrets.h"
#include "app/session/syncrun.h"

namespace watchdesk::session {

/// Members are destroyed from the last to the first: the gate before the client, the client before the lab's server.
class Session::Private
{
public:
    std::shared_ptr<Foundation> foundation;
    std::unique_ptr<defender::Client> client;
    std::unique_ptr<response::Gate> gate;
    FutureResult<SyncReport> running;
    QString colour;
};

Session::Session(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
    connect(&net::OfflineSwitch::instance(), &net::OfflineSwitch::changed, this, &Session::offlineChanged);
}

Session::~Session()
{
    // A run uses the client and the store's session: it goes first.
    qDeleteAll(findChildren<SyncRun *>());
}

FutureResult<std::shared_ptr<Session>> Session::open(const SessionOptions &options)
{
    return net::chained<std::shared_ptr<Session>, SessionOptions>(withSecret(options), &secrets(), openWith);
}

/// A profile without an entry in the keychain opens as well: what it loaded before can be read.
FutureResult<SessionOptions> Session::withSecret(const SessionOptions &options)
{
    const auto profile =
        options.profile.isEmpty() || !options.secret.isEmpty() ? Result<Profile>() : loadProfile(options.profile);
    if (!profile)
        return readyFuture<SessionOptions>(failure(profile.error()));
    if (profile->name.isEmpty())
        return readyFuture<SessionOptions>(options);
    return net::mapped<SessionOptions, QString>(secrets().read(secretKey(*profile)), &secrets(),
                                                [options](const Result<QString> &secret) -> Result<SessionOptions> {
                                                    SessionOptions all = options;
                                                    all.secret = secret.value_or(QString());
                                                    return all;
                                                });
}

FutureResult<std::shared_ptr<Session>> Session::openWith(const Result<SessionOptions> &options)
{
    if (!options)
        return readyFuture<std::shared_ptr<Session>>(failure(options.error()));
    net::OfflineSwitch::instance().setOffline(options->offline);
    auto promise = std::make_shared<QPromise<Result<std::shared_ptr<Foundation>>>>();
    promise->start();
    workers().start([promise, options = *options] {
        promise->addResult(lay(options));
        promise->finish();
    });
    return hunt::relay<std::shared_ptr<Session>>(
        promise->future(), [profile = options->profile](const std::shared_ptr<Foundation> &foundation) {
            auto priv = std::make_unique<Private>();
            priv->foundation = foundation;
            if (foundation->kind != Kind::Offline)
                priv->client = std::make_unique<defender::Client>(foundation->connection);
            if (priv->client && foundation->audit) {
                priv->gate = std::make_unique<response::Gate>(*priv->client, foundation->store, *foundation->audit);
                priv->gate->setClock(foundation->clock);
            }
            std::shared_ptr<Session> session(new Session(std::move(priv)));
            session->useProfile(profile);
            return session;
        });
}

/// Where there are several tenants, nobody may take one for another.
void Session::useProfile(const QString &name)
{
    const auto profile = loadProfile(name);
    if (!profile)
        return;
    d->colour = colourOf(*profile);
    if (d->gate && profileNames().size() > 1)
        d->gate->setNameToConfirm(profile->name);
    keepUserSession(*profile);
}

/// The service hands out a new refresh token with each use; the last one belongs into the keychain.
void Session::keepUserSession(const Profile &profile)
{
    const std::shared_ptr<net::UserSession> user = d->foundation->connection.user;
    if (!user)
        return;
    connect(user.get(), &net::UserSession::renewed, this,
            [user = user.get(), key = secretKey(profile)] { secrets().write(key, user->refreshToken()); });
}

Session::Kind Session::kind() const { return d->foundation->kind; }

QString Session::colour() const { return d->colour; }

QString Session::title() const { return d->foundation->title; }

std::shared_ptr<store::Store> Session::store() const { return d->foundation->store; }

void Session::setOffline(bool offline) { net::OfflineSwitch::instance().setOffline(offline); }

bool Session::isOffline() const { return !d->client || net::OfflineSwitch::instance().isOffline(); }

defender::Client *Session::client() const { return isOffline() ? nullptr : d->client.get(); }

const net::NetworkSettings &Session::network() const { return d->foundation->connection.network; }

const defender::Connection *Session::connection() const { return isOffline() ? nullptr : &d->foundation->connection; }

response::Gate *Session::gate() const { return d->gate.get(); }

Clock Session::clock() const { return d->foundation->clock; }

QString Session::auditPath() const { return d->foundation->auditPath; }

bool Session::isSyncing() const { return d->running.isValid() && !d->running.isFinished(); }

FutureResult<SyncReport> Session::sync(const SyncScope &scope)
{
    if (isSyncing())
        return d->running;
    SyncRun::Parts parts;
    parts.store = d->foundation->store;
    parts.client = client();
    parts.clock = d->foundation->clock;
    parts.scope = scope;
    if (d->foundation->lab)
        parts.sensorFiles = d->foundation->lab->sensorFiles();
    auto *run = new SyncRun(parts);
    run->setParent(this);
    connect(run, &SyncRun::progress, this, &Session::syncProgress);
    d->running = run->start();
    return d->running;
}

FutureResult<TableReport> Session::load(const QString &resource, const defender::ListOptions &options)
{
    const defender::Resource *known = defender::resourceNamed(resource);
    if (!client() || !known || known->table.isEmpty())
        return readyFuture<TableReport>(failure(
            Error::Kind::Refused, tr("There is nothing to load \"%1\" from, or nothing to keep.").arg(resource)));
    return loadResource({*client(), d->foundation->store, d->foundation->clock}, *known, options);
}

} // namespace watchdesk::session
