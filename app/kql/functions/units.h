// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace watchdesk::kql {

/// Units that convert_length() and its kin take. Some are known by name alone: what number of them the service counts
/// with is not documented, and rounded ones are in use.
enum class UnitState { Unknown, NameOnly, Known };

/// `quantity` is "length", "mass" …
UnitState unitState(std::string_view quantity, std::string_view unit);

} // namespace watchdesk::kql
