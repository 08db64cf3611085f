// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/menupill.h"

#include <QMenu>
#include <QToolButton>

namespace watchdesk::ui {

QToolButton *menuPill(const QString &text, const QString &hint, const QObject *owner, std::function<void(QMenu *)> fill)
{
    auto *button = new QToolButton;
    button->setProperty("look", QStringLiteral("pill"));
    button->setText(text);
    button->setAccessibleName(hint);
    button->setToolTip(hint);
    button->setFixedHeight(24);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    QObject::connect(menu, &QMenu::aboutToShow, owner, [menu, fill = std::move(fill)] {
        menu->clear();
        fill(menu);
    });
    return button;
}

} // namespace watchdesk::ui
