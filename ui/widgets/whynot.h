// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace watchdesk::response {
class Gate;
}

namespace watchdesk::ui {

/// Why an action cannot be asked for: nothing can be sent, or the sign-in lacks a permission. "" where it can.
QString whyNot(const response::Gate *gate, const QString &action);

/// Greys what cannot be used and says why, to the mouse and to those who do not see it; `what` is said where it can.
void allow(QWidget *widget, const QString &what, const QString &reason);
void allow(QAction *action, const QString &what, const QString &reason);

/// A menu's entry, greyed for a reason; the text may be an attacker's: it is made visible, short and free of shortcuts.
QAction *addEntry(QMenu *menu, const QString &text, const QString &reason);

} // namespace watchdesk::ui
