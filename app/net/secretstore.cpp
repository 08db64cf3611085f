// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/secretstore.h"

#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <qt6keychain/keychain.h>

namespace watchdesk::net {

namespace {

const QString kService = QStringLiteral("Watchdesk");

Error errorOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {Error::Kind::NotFound,
                QCoreApplication::translate("net", "The keychain holds no secret for this profile."),
                {}};
    return {
        Error::Kind::Storage,
        QCoreApplication::translate("net", "The keychain cannot be used: %1").arg(visibleText(job.errorString(), 300)),
        {}};
}

bool hasNoKeychain(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented;
}

/// Linux keychains are reached over the session's bus; without one there is none, and libsecret says "unknown error".
bool hasSessionBus()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
#else
    return true;
#endif
}

} // namespace

SecretStore::SecretStore(Place place, QObject *parent)
    : QObject(parent)
    , m_place(hasSessionBus() ? place : Place::Memory)
{
}

/// Runs a job, which deletes itself, and answers with what `take` makes of it.
template <class T, class Job>
FutureResult<T> SecretStore::run(Job *job, std::function<T(Job &)> take, std::function<Result<T>()> inMemory)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    connect(job, &QKeychain::Job::finished, this, [this, promise, job, take, inMemory] {
        if (hasNoKeychain(*job))
            m_place = Place::Memory;
        if (m_place == Place::Memory)
            promise->addResult(inMemory());
        else if (job->error() == QKeychain::NoError)
            promise->addResult(take(*job));
        else
            promise->addResult(failure(errorOf(*job)));
        promise->finish();
    });
    const FutureResult<T> future = promise->future();
    job->start();
    return future;
}

Result<QString> SecretStore::remembered(const QString &profile) const
{
    if (const auto it = m_memory.constFind(profile); it != m_memory.constEnd())
        return *it;
    return failure(Error::Kind::NotFound,
                   QCoreApplication::translate("net", "No secret was entered for this profile."));
}

FutureResult<QString> SecretStore::read(const QString &profile)
{
    if (m_place == Place::Memory)
        return readyFuture<QString>(remembered(profile));
    auto *job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(profile);
    return run<QString, QKeychain::ReadPasswordJob>(
        job, [](auto &done) { return done.textData(); }, [this, profile] { return remembered(profile); });
}

FutureResult<bool> SecretStore::write(const QString &profile, const QString &secret)
{
    const auto inMemory = [this, profile, secret]() -> Result<bool> {
        m_memory.insert(profile, secret);
        return true;
    };
    if (m_place == Place::Memory)
        return readyFuture<bool>(inMemory());
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setKey(profile);
    job->setTextData(secret);
    return run<bool, QKeychain::WritePasswordJob>(
        job, [](auto &) { return true; }, inMemory);
}

FutureResult<bool> SecretStore::remove(const QString &profile)
{
    const auto inMemory = [this, profile]() -> Result<bool> { return m_memory.remove(profile) > 0; };
    if (m_place == Place::Memory)
        return readyFuture<bool>(inMemory());
    auto *job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(profile);
    return run<bool, QKeychain::DeletePasswordJob>(
        job, [](auto &) { return true; }, inMemory);
}

} // namespace watchdesk::net
