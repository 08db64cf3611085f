// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace watchdesk::net {

/// Client secrets in the operating system's keychain; in memory where there is none, never in a file.
///
/// Lives on the main thread, owned by whoever edits profiles. Errors: NotFound; Storage for a keychain that is locked
/// or refuses (that is not the same as none: nothing is kept in memory behind the user's back).
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, Memory };

    explicit SecretStore(Place place = Place::Keychain, QObject *parent = nullptr);

    /// Where secrets go. Becomes Memory when the system turns out to have no keychain: say so to the user.
    Place place() const { return m_place; }

    FutureResult<QString> read(const QString &profile);
    FutureResult<bool> write(const QString &profile, const QString &secret);
    FutureResult<bool> remove(const QString &profile);

private:
    template <class T, class Job>
    FutureResult<T> run(Job *job, std::function<T(Job &)> take, std::function<Result<T>()> inMemory);
    Result<QString> remembered(const QString &profile) const;

    Place m_place;
    QHash<QString, QString> m_memory;
};

} // namespace watchdesk::net
