// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace watchdesk::kql {

/// Reading of JSON text in place, without a tree: dynamic values are text, and most functions look at one member.
/// All of it takes any bytes and never fails worse than with "nothing".

/// The end of the value that starts at `at` (blanks before it are skipped); nothing if there is no value.
std::optional<size_t> jsonEnd(std::string_view text, size_t at, int depth = 0);
/// The whole text is one JSON value.
bool isJson(std::string_view text);
/// Without blanks outside of strings, and with each character written in one way only. For text that is JSON.
std::string compactJson(std::string_view text);
std::string jsonQuoted(std::string_view text);
/// The text that a JSON string (with its quotes) stands for.
std::string jsonUnquoted(std::string_view string);

/// Calls for each element of an array until it answers false; false if the text is no array.
bool forEachElement(std::string_view array, const std::function<bool(std::string_view element)> &visit);
/// The same for the members of an object; `key` has its quotes.
bool forEachMember(std::string_view object,
                   const std::function<bool(std::string_view key, std::string_view value)> &visit);
std::vector<std::string_view> jsonElements(std::string_view array);

/// '[' 'o' 's' 'n' 't' 'f' '0' for array, object, string, null, true, false, number; 0 for nothing.
char jsonKind(std::string_view value);
std::string_view trimmedJson(std::string_view value);

/// "[a,b]" of texts that are JSON.
std::string jsonArrayFrom(const std::vector<std::string> &elements);
std::string jsonArrayFrom(const std::vector<std::string_view> &elements);
/// A JSON number, or the text "NaN", "Infinity", "-Infinity", which stand for what JSON lacks; nothing for the rest.
std::optional<double> realFromJson(std::string_view value);
/// The other way: "1.0", "\"NaN\"".
std::string jsonFromReal(double value);
std::string jsonFromReals(const std::vector<double> &values);

/// Equal as values: 1 and 1.0 are, texts by their characters.
bool sameJson(std::string_view a, std::string_view b);

/// The value as tostring() shows it; nothing for null.
std::optional<std::string> textFromDynamic(std::string_view json);

} // namespace watchdesk::kql
