// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/command.h"

#include <QCommandLineParser>

#include <optional>

namespace watchdesk::ctl {

/// One command's options. Says what is wrong itself; nothing is done by then.
class Arguments
{
public:
    explicit Arguments(const Command &command);

    void add(const QString &name, const QString &description, const QString &valueName = {});
    /// --format table|json|jsonl|csv for a command that prints rows. Every other one has it too: there it shapes the
    /// lines of JSON that it answers with.
    void addFormat();
    /// Where data comes from: --store, --profile, --url …, --lab [SCENARIO].
    void addSource();

    /// The exit status when the program is to end here: --help, or wrong usage.
    std::optional<int> parse(const QStringList &arguments);

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); } ///< of one that is given repeatedly
    QStringList positional() const { return m_parser.positionalArguments(); }
    /// A whole number within the bounds; nothing, and a message, for anything else.
    std::optional<qint64> number(const QString &name, qint64 least, qint64 most) const;

    /// Says so on standard error; WrongUsage.
    int wrongUsage(const QString &message) const;

private:
    void printHelp();

    const Command &m_command;
    QCommandLineParser m_parser;
    bool m_hasRows = false; ///< the command itself shapes what it prints
};

/// `--lab` takes a scenario only if what follows is one: a folder or a built-in name. Gives the value, maybe empty, to
/// the option itself ("--lab=…"), as QCommandLineParser wants it.
QStringList withLabScenario(const QStringList &arguments);

/// "30", "30s", "5m": milliseconds.
std::optional<int> millisecondsFrom(const QString &text);

} // namespace watchdesk::ctl
