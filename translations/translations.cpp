// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations/translations.h"

#include <QCoreApplication>
#include <QTranslator>

#include <memory>

namespace watchdesk {

bool installTranslation(QCoreApplication &app, const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    const bool ours = translator->load(QStringLiteral(":/i18n/watchdesk_%1.qm").arg(language.left(2)));
    if (!ours && !translator->load(QStringLiteral(":/i18n/watchdesk_en.qm")))
        return false;
    translator->setParent(&app);
    return QCoreApplication::installTranslator(translator.release()) && ours;
}

} // namespace watchdesk
