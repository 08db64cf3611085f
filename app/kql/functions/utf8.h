// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace watchdesk::kql {

/// UTF-8 by code points; ill-formed bytes count as they fall.

/// The byte at which code point number `index` starts, or the end.
size_t byteOffset(std::string_view text, qint64 index);
qint64 characterCount(std::string_view text);
/// The code points of the text; U+FFFD for what is ill-formed.
std::u32string codePoints(std::string_view text);
void appendUtf8(std::string &out, char32_t point);
bool isUtf8(std::string_view bytes);

} // namespace watchdesk::kql
