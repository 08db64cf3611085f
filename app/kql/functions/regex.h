// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace watchdesk::kql {

/// KQL's regular expressions on RE2. The service's syntax is a little different (classes such as \d and \w hold all of
/// Unicode, (?<name>…) is a group's name, classes may be nested), so a pattern is rewritten first; what RE2 has no form
/// for is refused. https://learn.microsoft.com/kusto/query/regex

/// The pattern as RE2 reads it; nothing if it has no form there, with the reason in `problem`.
std::optional<std::string> re2Pattern(std::string_view pattern, std::string *problem = nullptr);
/// Why `rewrite` cannot replace matches of `pattern`, or "".
std::string rewriteProblem(std::string_view pattern, std::string_view rewrite);

/// How many groups a pattern that re2Pattern() made has; 0 for a bad one.
int groupCount(std::string_view pattern);

/// The compiled form of a pattern that re2Pattern() made, kept from row to row on each thread. Throws
/// std::invalid_argument for a bad one, which ends the query with its text.
const re2::RE2 &compiledRegex(std::string_view pattern);

} // namespace watchdesk::kql
