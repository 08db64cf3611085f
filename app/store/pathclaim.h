// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QString>

namespace watchdesk::store {

/// Keeps one process from opening a file twice, which the file lock does not: it guards against other processes only.
/// Readers may share a file among themselves. Held for as long as the store is open.
class PathClaim
{
public:
    static Result<PathClaim> take(const QString &path, bool readOnly);
    PathClaim(PathClaim &&other) noexcept
        : m_key(std::exchange(other.m_key, QString()))
    {
    }
    PathClaim &operator=(PathClaim &&) = delete;
    ~PathClaim();

private:
    explicit PathClaim(const QString &key)
        : m_key(key)
    {
    }

    QString m_key; ///< "" for a store in memory
};

} // namespace watchdesk::store
