// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/ctl/arguments.h"

#include <QJsonObject>

namespace watchdesk::response {
class Gate;
struct Shortcut;
} // namespace watchdesk::response
namespace watchdesk::store {
class Store;
}

namespace watchdesk::ctl {

/// --comment, --set, --dry-run, --yes: what every command takes that changes something.
void addActingOptions(Arguments &arguments);
/// The status to end with where the reason is missing, or nobody can be asked.
std::optional<int> checkActing(const Arguments &arguments);

/// Device actions by verb on devices by id or name; for `act` and `machines VERB`.
void addDeviceActionOptions(Arguments &arguments);
int runDeviceAction(const Arguments &arguments, const QString &action, const QStringList &targets);

/// --to, --classification, --determination.
void addAlertOptions(Arguments &arguments);

/// Before many calls are made: how long the service's quota will take over them.
void sayHowLong(const response::Gate &gate, const QString &action, qsizetype count);

/// A target is a device's id, its full name, or its name up to the first dot.
Result<QString> deviceIdOf(const store::Store &store, const QString &target);

/// Everything else that a descriptor lets be done, on keys, on values or on nothing; for `act` and `NOUN VERB`.
int runOperation(const Arguments &arguments, const response::Shortcut &what, const QStringList &targets);

} // namespace watchdesk::ctl
