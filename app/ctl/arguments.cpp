// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/arguments.h"

#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/lab/scenario/content.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl::Arguments", text); }

} // namespace

Arguments::Arguments(const Command &command)
    : m_command(command)
{
    add(QStringLiteral("help"), tr("Shows this."));
}

void Arguments::add(const QString &name, const QString &description, const QString &valueName)
{
    m_parser.addOption(QCommandLineOption(name, description, valueName));
}

void Arguments::addFormat()
{
    m_hasRows = true;
    add(QStringLiteral("format"), tr("table, json, jsonl or csv; table on a terminal, jsonl in a pipe."),
        QStringLiteral("FORMAT"));
}

void Arguments::addSource()
{
    add(QStringLiteral("store"), tr("This DuckDB store; made if missing."), QStringLiteral("FILE"));
    add(QStringLiteral("read-only"), tr("Never changes the store."));
    add(QStringLiteral("offline"), tr("Sends nothing: what is held is all there is."));
    add(QStringLiteral("profile"), tr("A saved tenant profile and its store."), QStringLiteral("NAME"));
    add(QStringLiteral("url"), tr("A tenant's API; the secret in WATCHDESK_CLIENT_SECRET."), QStringLiteral("URL"));
    add(QStringLiteral("authority"), tr("Its token service, if not Microsoft's."), QStringLiteral("URL"));
    add(QStringLiteral("tenant-id"), tr("Its tenant id."), QStringLiteral("T"));
    add(QStringLiteral("client-id"), tr("The app's client id."), QStringLiteral("C"));
    add(QStringLiteral("kusto"), tr("A Kusto cluster to hunt in."), QStringLiteral("URL"));
    add(QStringLiteral("kusto-database"), tr("The cluster's database."), QStringLiteral("NAME"));
    add(QStringLiteral("proxy"), tr("http://HOST:PORT or socks5://HOST:PORT; else the system's."),
        QStringLiteral("URL"));
    add(QStringLiteral("ca"), tr("Certificate authorities (PEM) to trust besides the system's."),
        QStringLiteral("FILE"));
    add(QStringLiteral("lab"), tr("An in-process lab tenant; SCENARIO is a built-in name or a folder of telemetry."),
        QStringLiteral("SCENARIO"));
}

std::optional<int> Arguments::parse(const QStringList &arguments)
{
    if (!m_hasRows)
        add(QStringLiteral("format"), tr("table, json, jsonl or csv; jsonl unless told."), QStringLiteral("FORMAT"));
    // The parser expects the program's name first.
    if (!m_parser.parse(QStringList{QStringLiteral("watchdeskctl")} + withLabScenario(arguments)))
        return wrongUsage(m_parser.errorText());
    if (has(QStringLiteral("help"))) {
        printHelp();
        return Done;
    }
    if (!m_hasRows && has(QStringLiteral("format"))) {
        const auto format = formatOf(*this);
        if (!format)
            return WrongUsage;
        shapeAnswers(*format);
    }
    return {};
}

std::optional<qint64> Arguments::number(const QString &name, qint64 least, qint64 most) const
{
    bool isNumber = false;
    const qint64 found = value(name).toLongLong(&isNumber);
    if (isNumber && found >= least && found <= most)
        return found;
    wrongUsage(tr("--%1 takes a number from %2 to %3.").arg(name).arg(least).arg(most));
    return {};
}

int Arguments::wrongUsage(const QString &message) const
{
    say(message);
    say(tr("Usage: watchdeskctl %1").arg(m_command.usage));
    return WrongUsage;
}

void Arguments::printHelp()
{
    print(tr("Usage: watchdeskctl %1").arg(m_command.usage) + u'\n' + m_command.summary + u'\n');
    const QString help = m_parser.helpText();
    const qsizetype options = help.indexOf(QStringLiteral("Options:"));
    if (options >= 0)
        print(help.mid(options).trimmed());
}

QStringList withLabScenario(const QStringList &arguments)
{
    QStringList result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] != QStringLiteral("--lab")) {
            result.append(arguments[i]);
            continue;
        }
        const QString following = i + 1 < arguments.size() ? arguments[i + 1] : QString();
        const bool isScenario =
            lab::builtInScenarios().contains(following) || (!following.isEmpty() && QFileInfo(following).isDir());
        result.append(QStringLiteral("--lab=") + (isScenario ? following : QString()));
        i += isScenario ? 1 : 0;
    }
    return result;
}

std::optional<int> millisecondsFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})(ms|s|m)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2);
    const int factor = unit == QStringLiteral("ms") ? 1 : unit == QStringLiteral("m") ? 60'000 : 1000;
    const qint64 milliseconds = match.captured(1).toLongLong() * factor;
    return milliseconds > 24 * 3'600'000 ? std::optional<int>() : int(milliseconds);
}

} // namespace watchdesk::ctl
