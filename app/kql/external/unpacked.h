// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace watchdesk::kql {

/// What a gzip file or a ZIP archive of one file holds; anything else as it is. Nothing for one that is damaged, holds
/// several files, is encrypted, or becomes larger than 64 MB. Known by its first bytes, whatever the address says.
std::optional<QByteArray> unpacked(const QByteArray &content);

} // namespace watchdesk::kql
