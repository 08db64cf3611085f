// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/sources/filelist.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace watchdesk::intake {

QStringList expandPaths(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (path == u"-" || !QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        const QString root = QFileInfo(path).canonicalFilePath() + u'/';
        QStringList found;
        QDirIterator each(path, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString file = each.next();
            if (QFileInfo(file).canonicalFilePath().startsWith(root))
                found.append(file);
        }
        std::sort(found.begin(), found.end());
        files.append(found);
    }
    return files;
}

QString plainName(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    if (name.endsWith(u".gz", Qt::CaseInsensitive))
        name.chop(3);
    return name;
}

} // namespace watchdesk::intake
