// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/resource.h"

#include <QFile>
#include <QJsonDocument>

static void initKqlServiceResources() { Q_INIT_RESOURCE(kql); }

namespace watchdesk::kql {

QJsonObject jsonResource(const QString &name)
{
    initKqlServiceResources();
    QFile file(QStringLiteral(":/watchdesk/kql/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s.json is missing from the program", qPrintable(name));
    const auto document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        qFatal("%s.json is broken", qPrintable(name));
    return document.object();
}

} // namespace watchdesk::kql
