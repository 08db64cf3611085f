// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::response {

/// SQL for the newest event that is held of a device: one row (Seen in ticks, Source its table), none where nothing is
/// held. The one parameter is the device's id. The API's "lastSeen" is a full report, about one a day; an event is
/// better evidence where it is newer.
QString lastContactSql();

} // namespace watchdesk::response
