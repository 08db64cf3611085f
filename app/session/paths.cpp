// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/paths.h"

#include <QStandardPaths>

namespace watchdesk::session {

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/watchdesk");
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/watchdesk");
}

QString tenantFolder(const QString &name)
{
    QString safe;
    for (const QChar c : name.left(100)) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        safe += isPlain || c == u'-' || (c == u'.' && !safe.isEmpty()) ? c : QChar(u'_');
    }
    return dataFolder() + QStringLiteral("/tenants/") + (safe.isEmpty() ? QStringLiteral("_") : safe);
}

QString labAuditPath() { return dataFolder() + QStringLiteral("/lab/audit.jsonl"); }

} // namespace watchdesk::session
