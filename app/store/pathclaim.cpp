// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/pathclaim.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

namespace watchdesk::store {

namespace {

constexpr int kWriter = -1;

struct Claims
{
    QMutex mutex;
    QHash<QString, int> holders; ///< kWriter, or the number of readers
};

Claims &claims()
{
    static Claims instance;
    return instance;
}

QString keyOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

} // namespace

Result<PathClaim> PathClaim::take(const QString &path, bool readOnly)
{
    if (path == QStringLiteral(":memory:"))
        return PathClaim(QString());
    const QString key = keyOf(path);
    const QMutexLocker lock(&claims().mutex);
    int &holders = claims().holders[key];
    if (holders == kWriter || (holders > 0 && !readOnly)) {
        return failure(
            Error::Kind::Storage,
            QCoreApplication::translate("watchdesk::store", "The store %1 is open in this program already.").arg(path));
    }
    holders = readOnly ? holders + 1 : kWriter;
    return PathClaim(key);
}

PathClaim::~PathClaim()
{
    if (m_key.isEmpty())
        return;
    const QMutexLocker lock(&claims().mutex);
    int &holders = claims().holders[m_key];
    holders = holders == kWriter ? 0 : holders - 1;
    if (holders == 0)
        claims().holders.remove(m_key);
}

} // namespace watchdesk::store
