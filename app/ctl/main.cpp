// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/coredumps.h"
#include "app/base/memory.h"
#include "app/ctl/answers.h"
#include "app/ctl/command.h"
#include "app/ctl/console.h"
#include "app/ctl/waiting.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>

using namespace watchdesk::ctl;

namespace {

QList<Command> allCommands()
{
    return huntCommands() + kqlCommands() + kqlServiceCommands() + intakeCommands() + listCommands() +
           externalCommands() + actCommands() + syncCommands() + labCommands() + auditCommands() + profileCommands() +
           benchCommands();
}

QString usageOf(const QList<Command> &commands)
{
    QString text =
        QCoreApplication::translate("watchdesk::ctl", "Usage: watchdeskctl NOUN VERB [options] [arguments]") + u'\n';
    for (const auto &command : commands)
        text += QStringLiteral("\n  %1\n      %2").arg(command.usage, command.summary);
    return text;
}

/// The command that the first one or two arguments name, and how many that are.
const Command *find(const QList<Command> &commands, const QStringList &arguments, qsizetype *used)
{
    const Command *plain = nullptr;
    for (const auto &command : commands) {
        if (command.noun != arguments.value(0))
            continue;
        if (command.verb.isEmpty()) {
            plain = &command;
        } else if (command.verb == arguments.value(1)) {
            *used = 2;
            return &command;
        }
    }
    *used = 1;
    return plain;
}

int dispatch(const QList<Command> &commands, const QStringList &arguments)
{
    const QStringList help{QStringLiteral("--help"), QStringLiteral("-h"), QStringLiteral("help")};
    if (arguments.isEmpty() || help.contains(arguments[0])) {
        QList<Command> general;
        for (const auto &command : commands) {
            if (!command.isOfResource)
                general.append(command);
        }
        print(usageOf(general));
        return arguments.isEmpty() ? WrongUsage : Done;
    }
    if (arguments[0] == QStringLiteral("--version")) {
        print(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return Done;
    }
    qsizetype used = 0;
    if (const Command *command = find(commands, arguments, &used))
        return command->run(*command, arguments.mid(used));
    QList<Command> ofNoun;
    for (const auto &command : commands) {
        if (command.noun == arguments[0])
            ofNoun.append(command);
    }
    if (!ofNoun.isEmpty() && help.contains(arguments.value(1))) {
        print(usageOf(ofNoun));
        return Done;
    }
    say(QCoreApplication::translate("watchdesk::ctl", "There is no command “%1”.").arg(arguments.mid(0, 2).join(u' ')));
    say(QCoreApplication::translate("watchdesk::ctl", "watchdeskctl --help lists them."));
    return WrongUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    watchdesk::forbidCoreDumps();
    watchdesk::giveBackLargeBlocks();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("watchdeskctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WATCHDESK_VERSION));
    watchdesk::installTranslation(application, QLocale().name());
    Interruption interruption;
    const int status = dispatch(allCommands(), QCoreApplication::arguments().mid(1));
    endAnswers();
    return interruption.happened() && status != Done ? Interrupted : status;
}
