// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace watchdesk::ui {

/// What an action sheet is opened for: one action, on one target or on many. A value type.
struct SheetRequest
{
    QString action;              ///< the descriptor's name, or a device action's verb
    QString title = {};          ///< translated, where the action is asked for by a name of its own: "Resolve alert"
    QStringList targets = {};    ///< keys; empty for an action that has no target
    QStringList names = {};      ///< of the targets, as far as they have any
    QJsonObject parameters = {}; ///< members of the body that are settled, or proposed for `asked`
    QStringList asked = {};      ///< members that can be edited; empty = all that are not in `parameters`
    QString comment = {};        ///< proposed
};

} // namespace watchdesk::ui
