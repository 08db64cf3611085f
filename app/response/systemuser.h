// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::response {

/// The account this program runs under, from the system and not from the environment; "" if the system does not know.
QString systemUser();

} // namespace watchdesk::response
