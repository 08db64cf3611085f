// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/starterqueries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

// A static library's resources are not linked unless named, and only outside of a namespace.
static void initialiseHuntResources() { Q_INIT_RESOURCE(hunts); }

namespace watchdesk::ui {

QList<StarterQuery> starterQueries()
{
    initialiseHuntResources();
    QList<StarterQuery> queries;
    const QDir folder(QStringLiteral(":/watchdesk/hunts"));
    const auto names = folder.entryList({QStringLiteral("*.kql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll()).trimmed();
        const QString heading = text.section(u'\n', 0, 0).mid(2).trimmed();
        queries.append({QCoreApplication::translate("watchdesk::ui::Starters", heading.toUtf8().constData()), text});
    }
    return queries;
}

} // namespace watchdesk::ui
