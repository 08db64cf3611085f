// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <string>
#include <string_view>

namespace watchdesk::lab {

/// JSON straight into UTF-8 text: pages of 10,000 rows and results of 100,000 are too many for a tree of values.
void appendJsonString(std::string &out, std::string_view utf8);

/// How the API spells a truth value: entities have true and false, hunting results 1 and 0 (SByte).
enum class TruthStyle { Words, Numbers };

/// One cell. Null, and the empty text where `emptyIsNull`, is null; dynamic is put in as it is if it is JSON at all.
void appendJsonCell(std::string &out, const Column &column, qsizetype row, bool emptyIsNull, TruthStyle truth);

/// True for one complete JSON value; depth is bounded. Quicker than parsing it.
bool isJsonText(std::string_view text);

} // namespace watchdesk::lab
