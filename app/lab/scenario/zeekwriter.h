// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/sensorlog.h"

namespace watchdesk::lab {

/// Writes conn.log, dns.log and notice.log as Zeek does (tab separated, with its header), of all connections inside
/// the company and at its border. Returns the files. Errors: Storage.
Result<QStringList> writeZeek(const QString &folder, const std::vector<SeenFlow> &connections, Ticks end);

} // namespace watchdesk::lab
