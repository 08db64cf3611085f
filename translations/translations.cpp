// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace watchdesk {

namespace {

/// The texts of Qt's own buttons and dialogs, where the system has them.
void installQtTranslation(QCoreApplication &app, const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        return;
    translator->setParent(&app);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

bool installTranslation(QCoreApplication &app, const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    const bool ours = translator->load(QStringLiteral(":/i18n/watchdesk_%1.qm").arg(language.left(2)));
    if (!ours && !translator->load(QStringLiteral(":/i18n/watchdesk_en.qm")))
        return false;
    if (ours)
        installQtTranslation(app, language.left(2));
    translator->setParent(&app);
    return QCoreApplication::installTranslator(translator.release()) && ours;
}

} // namespace watchdesk
