// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace watchdesk {

/// Where the first byte from `at` on is that a JSON string does not simply go on with: a quote, a backslash, a control
/// character, or the end of the text.
size_t plainJsonEnd(std::string_view text, size_t at);

} // namespace watchdesk
