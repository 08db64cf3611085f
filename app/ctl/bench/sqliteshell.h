// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/ctl/bench/typicalqueries.h"

#include <QString>

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
    /// Milliseconds that the statement took by the shell's own clock.
    Result<double> run(const QString &sql);

private:
    Result<QString> tell(const QString &commands);

    QString m_path;
};

} // namespace watchdesk::ctl
