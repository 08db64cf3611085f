// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/recentfolders.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace watchdesk {

// The folder's own time stamp would do, but Windows does not let it be set.
void markUsed(const QString &path)
{
    QFile stamp(path + QStringLiteral("/used"));
    if (stamp.open(QIODevice::WriteOnly))
        stamp.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8());
}

void keepRecentFolders(const QString &root, int count)
{
    const auto usedAt = [](const QFileInfo &folder) {
        const QFileInfo stamp(folder.filePath() + QStringLiteral("/used"));
        return stamp.exists() ? stamp.lastModified() : folder.lastModified();
    };
    QFileInfoList folders = QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    std::sort(folders.begin(), folders.end(),
              [&](const QFileInfo &a, const QFileInfo &b) { return usedAt(a) > usedAt(b); });
    for (const QFileInfo &folder : folders.mid(count)) {
        if (!folder.fileName().startsWith(u'.'))
            QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace watchdesk
