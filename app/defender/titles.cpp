// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/titles.h"

#include <QCoreApplication>

namespace watchdesk::defender {

QString translatedTitle(const QString &title)
{
    return QCoreApplication::translate("watchdesk::defender::titles", title.toUtf8().constData());
}

} // namespace watchdesk::defender
