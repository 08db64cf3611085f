// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QMenu;
class QObject;
class QToolButton;

namespace watchdesk::ui {

/// A button for a pane's head that opens a menu; `fill` gets it empty each time, as long as `owner` lives. The caller
/// gives it a parent. GUI thread.
QToolButton *menuPill(const QString &text, const QString &hint, const QObject *owner,
                      std::function<void(QMenu *)> fill);

} // namespace watchdesk::ui
