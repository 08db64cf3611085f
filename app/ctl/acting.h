// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/arguments.h"

#include <QJsonObject>

namespace watchdesk::ctl {

/// --comment, --set, --dry-run, --yes: what every command takes that changes something.
void addActingOptions(Arguments &arguments);
/// The status to end with where the reason is missing, or nobody can be asked.
std::optional<int> checkActing(const Arguments &arguments);

/// Device actions by verb on devices by id or name; for `act` and `machines VERB`.
void addDeviceActionOptions(Arguments &arguments);
int runDeviceAction(const Arguments &arguments, const QString &action, const QStringList &targets);

} // namespace watchdesk::ctl
