// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/severity.h"

namespace watchdesk::story {

int severityRank(const QString &severity)
{
    if (severity == u"High")
        return 3;
    if (severity == u"Medium")
        return 2;
    return severity == u"Low" ? 1 : 0;
}

QString severityFromRank(int rank)
{
    switch (rank) {
    case 3:
        return QStringLiteral("High");
    case 2:
        return QStringLiteral("Medium");
    case 1:
        return QStringLiteral("Low");
    case 0:
        return QStringLiteral("Informational");
    default:
        return {};
    }
}

} // namespace watchdesk::story
