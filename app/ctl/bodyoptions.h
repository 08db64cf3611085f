// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/ctl/arguments.h"
#include "app/defender/resourceaction.h"

#include <QJsonObject>

namespace watchdesk::ctl {

/// --body FILE, then --set NAME=VALUE over it, and --file FILE for a form. Lists are JSON or parted by commas.
/// InvalidInput or Unreadable.
Result<QJsonObject> bodyOf(const Arguments &arguments, const defender::ResourceAction &action);

} // namespace watchdesk::ctl
