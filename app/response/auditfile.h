// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace watchdesk::response {

/// The file's last line without its line break; "" for no file or an empty one. BadRecord when the file ends in the
/// middle of a line.
Result<QByteArray> lastLine(const QString &path);

/// Appends in one write and returns when the bytes are on the disk. Makes the file, readable by its owner alone.
Result<void> appendToDisk(const QString &path, const QByteArray &line);

} // namespace watchdesk::response
