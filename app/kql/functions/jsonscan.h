// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace watchdesk::kql {

/// Reading of JSON text in place, without a tree: dynamic values are text, and most functions look at one member.
/// All of it takes any bytes and never fails worse than with "nothing".

/// The end of the value that starts at `at` (blanks before it are skipped); nothing if there is no value.
std::optional<size_t> jsonEnd(std::string_view text, size_t at);
/// The same; what an array there holds is appended to `elements`, some of it also where there is no end.
std::optional<size_t> jsonEnd(std::string_view text, size_t at, std::vector<std::string_view> &elements);
/// The end of the string whose quote is at `at`.
std::optional<size_t> jsonStringEnd(std::string_view text, size_t at);

inline bool isJsonBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

inline size_t skipJsonBlanks(std::string_view text, size_t at)
{
    while (at < text.size() && isJsonBlank(text[at]))
        ++at;
    return at;
}

enum class JsonForm { None, Loose, Compact }; ///< Compact: compactJson() changes nothing
/// Whether the whole text is one JSON value, and how it is written.
JsonForm jsonForm(std::string_view text);
inline bool isJson(std::string_view text) { return jsonForm(text) != JsonForm::None; }
/// Without blanks outside of strings, and with each character written in one way only. For text that is JSON.
std::string compactJson(std::string_view text);
std::string jsonQuoted(std::string_view text);
/// The text that a JSON string (with its quotes) stands for.
std::string jsonUnquoted(std::string_view string);

/// Calls for each element of an array until it answers false; false if the text is no array.
template <class Visit>
bool forEachElement(std::string_view array, Visit visit)
{
    size_t at = skipJsonBlanks(array, 0);
    if (at >= array.size() || array[at] != '[')
        return false;
    at = skipJsonBlanks(array, at + 1);
    while (at < array.size() && array[at] != ']') {
        const auto end = jsonEnd(array, at);
        if (!end || !visit(array.substr(at, *end - at)))
            return true;
        at = skipJsonBlanks(array, *end);
        if (at < array.size() && array[at] == ',')
            at = skipJsonBlanks(array, at + 1);
    }
    return true;
}

/// The same for the members of an object: visit(key, value); `key` has its quotes. `valueEnd(key, at)` is jsonEnd(), or
/// finds more than the end.
template <class ValueEnd, class Visit>
bool forEachMember(std::string_view object, ValueEnd valueEnd, Visit visit)
{
    size_t at = skipJsonBlanks(object, 0);
    if (at >= object.size() || object[at] != '{')
        return false;
    at = skipJsonBlanks(object, at + 1);
    while (at < object.size() && object[at] == '"') {
        const auto keyEnd = jsonStringEnd(object, at);
        if (!keyEnd)
            return true;
        const std::string_view key = object.substr(at, *keyEnd - at);
        at = skipJsonBlanks(object, *keyEnd);
        if (at >= object.size() || object[at] != ':')
            return true;
        at = skipJsonBlanks(object, at + 1);
        const auto end = valueEnd(key, at);
        if (!end || !visit(key, object.substr(at, *end - at)))
            return true;
        at = skipJsonBlanks(object, *end);
        if (at < object.size() && object[at] == ',')
            at = skipJsonBlanks(object, at + 1);
    }
    return true;
}

template <class Visit>
bool forEachMember(std::string_view object, Visit visit)
{
    return forEachMember(
        object, [object](std::string_view, size_t at) { return jsonEnd(object, at); }, visit);
}

/// The key of a member, with its quotes, is this text.
bool isJsonKey(std::string_view quoted, std::string_view key);
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
