// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk {

/// Says that the cached folder at `path` was used now.
void markUsed(const QString &path);

/// Removes what is in `root` beyond the `count` folders that were used last. Folders whose names begin with a dot are
/// somebody's work and stay. What cannot be removed, because it is open, stays too.
void keepRecentFolders(const QString &root, int count);

} // namespace watchdesk
