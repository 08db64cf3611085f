// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/sensorlog.h"

namespace watchdesk::lab {

/// Writes what a Suricata at the border would: alert, flow, dns, http and tls records, one JSON object a line, in the
/// order in which the records were made. Connections inside the company appear only when they raised an alert; what
/// would be written after `end` is not there yet. Errors: Storage.
Result<void> writeEve(const QString &path, const std::vector<SeenFlow> &connections, Ticks end);

/// Lines of a log in the making, by the time at which they are written.
using TimedLines = std::vector<std::pair<Ticks, QByteArray>>;
/// Sorts and writes them, one a line, between `head` and `tail`.
Result<void> writeLines(const QString &path, const QByteArray &head, TimedLines lines, const QByteArray &tail);

} // namespace watchdesk::lab
