// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::session {

/// Where things are kept that can be made again: ${XDG_CACHE_HOME:-~/.cache}/watchdesk.
QString cacheFolder();
/// Where things are kept that cannot: stores of tenants, profiles, audit files.
/// ${XDG_DATA_HOME:-~/.local/share}/watchdesk.
QString dataFolder();

/// The folder of one tenant, whose name may come from anywhere: what is no letter, digit, dash or dot becomes "_".
QString tenantFolder(const QString &name);

/// The lab's audit file, shared by all labs.
QString labAuditPath();

} // namespace watchdesk::session
