// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/console.h"

#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace watchdesk::ctl {

namespace {

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_UNIX
    return isatty(fileno(stream)) != 0;
#else
    return _isatty(_fileno(stream)) != 0;
#endif
}

} // namespace

void printLine(const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), stdout);
    std::fputc('\n', stdout);
}

void printJson(const QByteArray &json)
{
    if (!outputIsTerminal()) {
        printLine(json);
        return;
    }
    QString text;
    for (const QChar c : QString::fromUtf8(json)) {
        if (hasHiddenCharacters(QString(c)))
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += c;
    }
    print(text);
}

void print(const QString &line) { printLine(line.toUtf8()); }

void say(const QString &message)
{
    std::fflush(stdout);
    const QByteArray utf8 = visibleText(message, 16'384).toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), stderr);
}

int sayError(const Error &error)
{
    QString place = error.context.value(QStringLiteral("file"));
    if (error.context.contains(QStringLiteral("line")))
        place += u':' + error.context.value(QStringLiteral("line"));
    if (place.isEmpty() && error.context.contains(QStringLiteral("start"))) {
        place = error.context.value(QStringLiteral("code")) + u' ' + error.context.value(QStringLiteral("start")) +
                u'-' + error.context.value(QStringLiteral("end"));
    }
    say(place.trimmed().isEmpty() ? error.message : place.trimmed() + QStringLiteral(": ") + error.message);
    return exitStatus(error.kind);
}

bool outputIsTerminal() { return isTerminal(stdout); }

bool inputIsTerminal() { return isTerminal(stdin); }

bool confirm(const QString &question)
{
    const QByteArray text = (visibleText(question) + QStringLiteral(" [yes/no] ")).toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    char answer[16] = {};
    return std::fgets(answer, sizeof answer, stdin) && QByteArray(answer).trimmed() == "yes";
}

std::optional<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    const bool isOpen =
        path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (isOpen)
        return file.readAll();
    say(QCoreApplication::translate("watchdesk::ctl", "%1 cannot be read: %2").arg(path, file.errorString()));
    return {};
}

} // namespace watchdesk::ctl
