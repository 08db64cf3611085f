// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace watchdesk::defender {
struct Resource;
}

namespace watchdesk::ctl {

/// The exit statuses of docs/command-line.md that are not those of an error's kind.
enum ExitStatus { Done = 0, Findings = 1, WrongUsage = 2, PartialData = 5, NothingReadable = 6, Interrupted = 130 };

/// One form of the command line: `noun verb`, or a noun alone. `run` gets what follows them and gives the exit status.
struct Command
{
    QString noun;
    QString verb; ///< "" for a noun that needs none
    QString usage;
    QString summary;
    int (*run)(const Command &command, const QStringList &arguments);
    bool isOfResource = false; ///< listed by `resources` and under its noun, not among the others
};

QList<Command> huntCommands();
QList<Command> kqlCommands();
QList<Command> kqlServiceCommands();
QList<Command> intakeCommands();
QList<Command> listCommands();
/// What can be done with one resource of the API's descriptors.
QList<Command> resourceCommands(const defender::Resource &resource);
QList<Command> actionCommands(const defender::Resource &resource);
QList<Command> externalCommands();
QList<Command> actCommands();
QList<Command> syncCommands();
QList<Command> labCommands();
QList<Command> auditCommands();
QList<Command> benchCommands();
QList<Command> profileCommands();

} // namespace watchdesk::ctl
