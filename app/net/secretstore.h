// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QObject>

namespace watchdesk::net {

/// Client secrets in the operating system's keychain; in memory where there is none, never in a file.
///
/// Lives on the main thread, owned by whoever edits profiles. Errors: NotFound, Storage.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, Memory };

    explicit SecretStore(Place place, QObject *parent = nullptr);

    static Place bestPlace(); ///< Keychain where the system offers one
    Place place() const { return m_place; }

    FutureResult<QString> read(const QString &profile);
    FutureResult<bool> write(const QString &profile, const QString &secret);
    FutureResult<bool> remove(const QString &profile);

private:
    Place m_place;
    QHash<QString, QString> m_memory;
};

} // namespace watchdesk::net
