// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace watchdesk {

/// `count` random bytes of the system, fit for secrets, as base64url text without padding.
QByteArray randomText(int count);

} // namespace watchdesk
