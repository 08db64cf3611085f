// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/sheetrequest.h"

namespace watchdesk::ui {

// What a sheet is opened for, as every view words it.

/// A device action by its verb, on these devices; `sha1` is the file that quarantine proposes.
SheetRequest deviceRequest(const QString &verb, const QStringList &deviceIds, const QStringList &names = {},
                           const QString &sha1 = {});
/// "block", "allow" or "audit" for what an indicator matches.
SheetRequest valueRequest(const QString &verb, const QString &value);
/// "resolve", "assign", "classify" or "comment" for these alerts.
SheetRequest alertRequest(const QString &verb, const QStringList &alertIds);

} // namespace watchdesk::ui
