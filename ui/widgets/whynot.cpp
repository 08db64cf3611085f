// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/whynot.h"

#include "app/base/safetext.h"
#include "app/response/gate.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

namespace watchdesk::ui {

namespace {

constexpr qsizetype kLongestEntry = 120;

} // namespace

QString whyNot(const response::Gate *gate, const QString &action)
{
    if (gate == nullptr)
        return QCoreApplication::translate("watchdesk::ui", "Read-only: nothing can be sent from here.");
    if (const QString silent = gate->whySilent(); !silent.isEmpty())
        return silent;
    const QStringList lacking = gate->lacking(action);
    if (lacking.isEmpty())
        return {};
    const QString either = QCoreApplication::translate("watchdesk::ui", " or ", "permissions");
    return QCoreApplication::translate("watchdesk::ui", "The sign-in lacks the permission %1.")
        .arg(lacking.join(either));
}

QAction *addEntry(QMenu *menu, const QString &text, const QString &reason)
{
    QAction *entry = menu->addAction(visibleText(text, kLongestEntry).replace(u'&', QStringLiteral("&&")));
    allow(entry, {}, reason);
    return entry;
}

void allow(QWidget *widget, const QString &what, const QString &reason)
{
    widget->setEnabled(reason.isEmpty());
    widget->setToolTip((reason.isEmpty() ? what : reason).toHtmlEscaped());
    widget->setAccessibleDescription(reason);
}

void allow(QAction *action, const QString &what, const QString &reason)
{
    action->setEnabled(reason.isEmpty());
    action->setToolTip((reason.isEmpty() ? what : reason).toHtmlEscaped());
    action->setStatusTip(reason); // what assistive programs read of a menu's entry
}

} // namespace watchdesk::ui
