// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/ctl/bench/typicalqueries.h"

#include <QString>

#include <optional>

namespace watchdesk::ctl {

/// SQLite by its own shell, as a yardstick only: the product does not use it. Blocking.
class SqliteShell
{
public:
    /// The database file to be made.
    explicit SqliteShell(const QString &path)
        : m_path(path)
    {
    }

    static bool isThere();
    Result<void> fill(const QString &table, const QList<MadeColumn> &columns, qsizetype rows);
    struct Time
    {
        double milliseconds; ///< by the shell's own clock; where it was given up: how long it was waited for
        bool ended;
    };
    /// Waits as long as it takes where `patience`, in milliseconds, is negative.
    Result<Time> run(const QString &sql, int patience = -1);

private:
    /// What the shell prints; nothing where it was stopped after `patience`.
    Result<std::optional<QString>> tell(const QString &commands, int patience);

    QString m_path;
};

} // namespace watchdesk::ctl
