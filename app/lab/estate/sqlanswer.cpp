// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/estate/sqlanswer.h"

#include <QDir>
#include <QFile>

// A static library's Qt resource is linked in only when somebody asks for it, and outside of a namespace.
static void initialiseEstate() { Q_INIT_RESOURCE(lab_estate); }

namespace watchdesk::lab {

namespace {

const QString kFolder = QStringLiteral(":/watchdesk/estate/");

void readRemark(const QString &line, SqlAnswer &answer)
{
    const QString key = line.mid(3).section(u':', 0, 0);
    const QString value = line.section(u':', 1).trimmed();
    if (key == QLatin1String("on"))
        answer.isOnContent = value == QLatin1String("content");
    else if (key == QLatin1String("with"))
        answer.parameters = value.split(u' ', Qt::SkipEmptyParts);
    else if (key == QLatin1String("gives"))
        answer.gives = value;
}

} // namespace

std::optional<SqlAnswer> sqlAnswer(const QString &name)
{
    initialiseEstate();
    QFile file(kFolder + name + QStringLiteral(".sql"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    SqlAnswer answer;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(QLatin1String("--")))
            readRemark(line, answer);
        else
            answer.sql += line + u'\n';
    }
    return answer;
}

QStringList estateTableFiles()
{
    initialiseEstate();
    QStringList names;
    for (const QString &file : QDir(kFolder + QStringLiteral("base")).entryList({}, QDir::Files, QDir::Name))
        names.append(QStringLiteral("base/") + file.chopped(4));
    return names;
}

} // namespace watchdesk::lab
