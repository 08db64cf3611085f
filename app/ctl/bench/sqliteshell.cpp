// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/sqliteshell.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>

namespace watchdesk::ctl {

bool SqliteShell::isThere() { return !QStandardPaths::findExecutable(QStringLiteral("sqlite3")).isEmpty(); }

Result<std::optional<QString>> SqliteShell::tell(const QString &commands, int patience)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), m_path});
    shell.write(commands.toUtf8());
    shell.closeWriteChannel();
    if (shell.waitForStarted() && !shell.waitForFinished(patience) && shell.state() == QProcess::Running) {
        shell.kill();
        shell.waitForFinished();
        return std::nullopt;
    }
    if (shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0)
        return QString::fromUtf8(shell.readAllStandardOutput());
    return failure(Error::Kind::Storage, QCoreApplication::translate("watchdesk::ctl", "sqlite3 says: %1")
                                             .arg(QString::fromUtf8(shell.readAllStandardError()).trimmed()));
}

Result<void> SqliteShell::fill(const QString &table, const QList<MadeColumn> &columns, qsizetype rows)
{
    QStringList made;
    for (const auto &column : columns)
        made.append(column.expression + QStringLiteral(" AS ") + column.name);
    const auto done =
        tell(QStringLiteral("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE %1 AS SELECT %2 FROM "
                            "(SELECT value AS i FROM generate_series(0, %3));\n")
                 .arg(table, made.join(QStringLiteral(", ")))
                 .arg(rows - 1),
             -1);
    if (!done)
        return failure(done.error());
    return {};
}

Result<SqliteShell::Time> SqliteShell::run(const QString &sql, int patience)
{
    const auto out =
        tell(QStringLiteral("PRAGMA cache_size=-1000000;\n.timer on\n.output /dev/null\n%1;\n").arg(sql), patience);
    if (!out)
        return failure(out.error());
    if (!*out)
        return Time{double(patience), false};
    static const QRegularExpression time(QStringLiteral("Run Time: real ([0-9.]+)"));
    const auto match = time.match(**out);
    if (!match.hasMatch())
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate("watchdesk::ctl", "sqlite3 does not tell the time."));
    return Time{match.captured(1).toDouble() * 1000, true};
}

} // namespace watchdesk::ctl
