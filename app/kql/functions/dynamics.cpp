// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dynamic values, which are JSON text: members, elements, sets, bags.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace watchdesk::kql {

namespace {

using Elements = std::vector<std::string_view>;

/// JSON null is KQL's null.
MaybeText valueOrNull(std::string_view value)
{
    return jsonKind(value) == 'n' ? MaybeText() : MaybeText(std::string(trimmedJson(value)));
}

bool isKey(std::string_view quoted, std::string_view key)
{
    if (quoted.find('\\') == std::string_view::npos)
        return quoted.substr(1, quoted.size() - 2) == key;
    return jsonUnquoted(quoted) == key;
}

MaybeText member(Text json, Text key)
{
    MaybeText found;
    forEachMember(json, [&](std::string_view name, std::string_view value) {
        if (!isKey(name, key))
            return true;
        found = valueOrNull(value);
        return false;
    });
    return found;
}

MaybeText element(Text json, qint64 index)
{
    if (index < 0) {
        const Elements all = jsonElements(json);
        const qint64 place = qint64(all.size()) + index;
        return place < 0 ? MaybeText() : valueOrNull(all[size_t(place)]);
    }
    MaybeText found;
    forEachElement(json, [&](std::string_view value) {
        if (index-- > 0)
            return true;
        found = valueOrNull(value);
        return false;
    });
    return found;
}

/// Text that is no JSON is a string of itself; no text is null.
MaybeText parseJson(Text text)
{
    const std::string_view trimmed = trimmedJson(text);
    if (trimmed.empty())
        return std::nullopt;
    if (!isJson(trimmed))
        return jsonQuoted(text);
    return jsonKind(trimmed) == 'n' ? MaybeText() : MaybeText(compactJson(trimmed));
}

MaybeText jsonString(Text text) { return jsonQuoted(text); }

MaybeText dynamicText(Text json) { return textFromDynamic(json); }

/// A whole number, also "5" and 5.0; anything else has no equal among longs.
MaybeLong dynamicWhole(Text json)
{
    const MaybeText text = textFromDynamic(json);
    if (!text)
        return std::nullopt;
    if (*text == "true" || *text == "false")
        return *text == "true" ? 1 : 0;
    qint64 number = 0;
    const char *last = text->data() + text->size();
    const auto [end, error] = std::from_chars(text->data(), last, number);
    if (error == std::errc() && end == last)
        return number;
    double real = 0;
    const auto [realEnd, realError] = std::from_chars(text->data(), last, real);
    const bool whole = realError == std::errc() && realEnd == last && std::abs(real) < 9e15 && real == std::floor(real);
    return whole ? MaybeLong(qint64(real)) : MaybeLong();
}

MaybeText typeOf(Text json)
{
    switch (jsonKind(json)) {
    case '[':
        return "array";
    case 'o':
        return "dictionary";
    case 's':
        return "string";
    case 't':
    case 'f':
        return "bool";
    case 'n':
    case 0:
        return "null";
    default:
        return json.find_first_of(".eE") == Text::npos ? "long" : "real";
    }
}

MaybeLong arrayLength(Text json)
{
    if (jsonKind(json) != '[')
        return std::nullopt;
    return qint64(jsonElements(json).size());
}

std::string arrayFrom(const std::vector<std::string> &elements)
{
    std::string out = "[";
    for (size_t i = 0; i < elements.size(); ++i) {
        if (i > 0)
            out += ',';
        out += elements[i];
    }
    return out + ']';
}

std::string arrayFrom(const Elements &elements)
{
    return arrayFrom(std::vector<std::string>(elements.begin(), elements.end()));
}

/// Of an array of arrays: their elements in one; what is no array counts as null.
MaybeText arrayConcat(Text arrays)
{
    Elements all;
    for (const auto array : jsonElements(arrays)) {
        if (jsonKind(array) != '[') {
            if (jsonKind(array) != 'n')
                all.push_back(array);
            continue;
        }
        const Elements elements = jsonElements(array);
        all.insert(all.end(), elements.begin(), elements.end());
    }
    return arrayFrom(all);
}

MaybeText arraySlice(Text array, qint64 start, qint64 end)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    const Elements all = jsonElements(array);
    const qint64 size = qint64(all.size());
    const qint64 from = std::max<qint64>(0, start < 0 ? size + start : start);
    const qint64 to = std::min<qint64>(size - 1, end < 0 && end >= -size - 1 && end != -1 ? size + end
                                                 : end == -1 && start != 0                ? size - 1
                                                                                          : end);
    Elements slice;
    for (qint64 i = from; i <= to; ++i)
        slice.push_back(all[size_t(i)]);
    return arrayFrom(slice);
}

MaybeLong arrayIndexOf(Text array, Text value)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    const Elements all = jsonElements(array);
    const auto found = std::find(all.begin(), all.end(), value);
    return found == all.end() ? -1 : qint64(found - all.begin());
}

bool lessJson(std::string_view a, std::string_view b)
{
    double left = 0;
    double right = 0;
    const bool numbers = jsonKind(a) == '0' && jsonKind(b) == '0' &&
                         std::from_chars(a.data(), a.data() + a.size(), left).ec == std::errc() &&
                         std::from_chars(b.data(), b.data() + b.size(), right).ec == std::errc();
    if (numbers)
        return left < right;
    return textFromDynamic(a).value_or("") < textFromDynamic(b).value_or("");
}

/// Nulls come last in either direction.
MaybeText arraySort(Text array, Text direction)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    Elements all = jsonElements(array);
    const auto nulls = std::stable_partition(all.begin(), all.end(), [](auto e) { return jsonKind(e) != 'n'; });
    const bool descending = direction == "desc";
    std::stable_sort(all.begin(), nulls,
                     [descending](auto a, auto b) { return descending ? lessJson(b, a) : lessJson(a, b); });
    return arrayFrom(all);
}

MaybeText arrayReverse(Text array)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    Elements all = jsonElements(array);
    std::reverse(all.begin(), all.end());
    return arrayFrom(all);
}

MaybeBool setHas(Text array, Text value)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    const Elements all = jsonElements(array);
    return std::find(all.begin(), all.end(), value) != all.end();
}

/// For in~ over an array; `value` is folded already.
MaybeBool setHasFolded(Text array, Text value)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    const QString wanted = QString::fromStdString(textFromDynamic(value).value_or(""));
    for (const auto element : jsonElements(array)) {
        if (QString::fromStdString(textFromDynamic(element).value_or("")).compare(wanted, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

std::string distinct(const Elements &elements)
{
    std::unordered_set<std::string_view> seen;
    Elements kept;
    for (const auto element : elements) {
        if (seen.insert(element).second)
            kept.push_back(element);
    }
    return arrayFrom(kept);
}

MaybeText setUnion(Text arrays)
{
    Elements all;
    for (const auto array : jsonElements(arrays)) {
        if (jsonKind(array) != '[')
            return std::nullopt;
        const Elements elements = jsonElements(array);
        all.insert(all.end(), elements.begin(), elements.end());
    }
    return distinct(all);
}

MaybeText setCombined(Text a, Text b, bool both)
{
    if (jsonKind(a) != '[' || jsonKind(b) != '[')
        return std::nullopt;
    const Elements second = jsonElements(b);
    const std::unordered_set<std::string_view> others(second.begin(), second.end());
    Elements kept;
    for (const auto element : jsonElements(a)) {
        if (others.contains(element) == both)
            kept.push_back(element);
    }
    return distinct(kept);
}

MaybeText setDifference(Text a, Text b) { return setCombined(a, b, false); }

MaybeText setIntersect(Text a, Text b) { return setCombined(a, b, true); }

/// For make_set of dynamic values: arrays among them are taken apart, one level.
MaybeText setFlat(Text array)
{
    Elements all;
    for (const auto element : jsonElements(array)) {
        if (jsonKind(element) != '[') {
            all.push_back(element);
            continue;
        }
        for (const auto inner : jsonElements(element)) {
            if (jsonKind(inner) != 'n')
                all.push_back(inner);
        }
    }
    return distinct(all);
}

MaybeText bagKeys(Text bag)
{
    if (jsonKind(bag) != 'o')
        return std::nullopt;
    Elements keys;
    forEachMember(bag, [&keys](std::string_view key, std::string_view) {
        keys.push_back(key);
        return true;
    });
    return arrayFrom(keys);
}

MaybeBool bagHasKey(Text bag, Text key)
{
    if (jsonKind(bag) != 'o')
        return std::nullopt;
    bool found = false;
    forEachMember(bag, [&](std::string_view name, std::string_view) {
        found = isKey(name, key);
        return !found;
    });
    return found;
}

std::string bagFrom(const std::vector<std::pair<std::string_view, std::string_view>> &members)
{
    std::string out = "{";
    for (const auto &[key, value] : members) {
        if (out.size() > 1)
            out += ',';
        out += key;
        out += ':';
        out += value;
    }
    return out + '}';
}

/// The first value of a key counts.
MaybeText bagMerge(Text bags)
{
    std::unordered_set<std::string_view> seen;
    std::vector<std::pair<std::string_view, std::string_view>> members;
    for (const auto bag : jsonElements(bags)) {
        forEachMember(bag, [&](std::string_view key, std::string_view value) {
            if (seen.insert(key).second)
                members.emplace_back(key, value);
            return true;
        });
    }
    return bagFrom(members);
}

/// The bag without keys, which may be paths: "$.a.b" takes b out of the bag a.
std::string without(std::string_view bag, const std::vector<std::string> &away)
{
    std::vector<std::pair<std::string_view, std::string>> kept;
    forEachMember(bag, [&](std::string_view key, std::string_view value) {
        const std::string name = jsonUnquoted(key);
        std::vector<std::string> inner;
        for (const auto &path : away) {
            if (path == name || path == "$." + name)
                return true;
            if (path.starts_with("$." + name + '.'))
                inner.push_back("$." + path.substr(name.size() + 3));
        }
        const bool deeper = !inner.empty() && jsonKind(value) == 'o';
        kept.emplace_back(key, deeper ? without(value, inner) : std::string(value));
        return true;
    });
    std::vector<std::pair<std::string_view, std::string_view>> members(kept.begin(), kept.end());
    return bagFrom(members);
}

MaybeText bagRemove(Text bag, Text keys)
{
    if (jsonKind(bag) != 'o')
        return std::nullopt;
    std::vector<std::string> away;
    for (const auto key : jsonElements(keys))
        away.push_back(textFromDynamic(key).value_or(std::string()));
    return without(bag, away);
}

MaybeText joined(Text array, Text delimiter)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    std::string out;
    bool first = true;
    for (const auto element : jsonElements(array)) {
        if (!first)
            out += delimiter;
        first = false;
        out += textFromDynamic(element).value_or(std::string());
    }
    return out;
}

/// What mv-expand goes over: an array as it is, each member of a bag as a bag of its own (or as [key, value]), anything
/// else alone.
std::string elementsOf(Text json, bool asArrays)
{
    if (jsonKind(json) == '[')
        return std::string(json);
    if (jsonKind(json) != 'o')
        return '[' + std::string(json) + ']';
    std::vector<std::string> members;
    forEachMember(json, [&](std::string_view key, std::string_view value) {
        const std::string both = std::string(key) + (asArrays ? "," : ":") + std::string(value);
        members.push_back(asArrays ? '[' + both + ']' : '{' + both + '}');
        return true;
    });
    return arrayFrom(members);
}

MaybeText elements(Text json) { return elementsOf(json, false); }

MaybeText elementsAsArrays(Text json) { return elementsOf(json, true); }

/// $.a.b[0]['c d']: the paths that extractjson() takes in hunting.
MaybeText jsonPath(Text text, Text path)
{
    if (!isJson(text) || path.empty() || path[0] != '$')
        return std::nullopt;
    MaybeText value = std::string(trimmedJson(text));
    for (size_t at = 1; at < path.size() && value;) {
        const bool bracket = path[at] == '[';
        if (!bracket && path[at] != '.')
            return std::nullopt;
        const size_t end = bracket ? path.find(']', at) : std::min(path.find_first_of(".[", at + 1), path.size());
        if (end == Text::npos)
            return std::nullopt;
        Text key = path.substr(at + 1, end - at - 1);
        const bool quoted = bracket && key.size() >= 2 && (key[0] == '\'' || key[0] == '"');
        qint64 index = 0;
        const bool number =
            bracket && !quoted && std::from_chars(key.data(), key.data() + key.size(), index).ec == std::errc();
        if (quoted)
            key = key.substr(1, key.size() - 2);
        value = number ? element(*value, index) : member(*value, key);
        at = bracket ? end + 1 : end;
    }
    return value ? textFromDynamic(*value) : std::nullopt;
}

} // namespace

QList<NativeFunction> dynamicFunctions()
{
    return {
        {QStringLiteral("kql_member"), member},
        {QStringLiteral("kql_element"), element},
        {QStringLiteral("kql_parse_json"), parseJson},
        {QStringLiteral("kql_json_string"), jsonString},
        {QStringLiteral("kql_dynamic_text"), dynamicText},
        {QStringLiteral("kql_dynamic_whole"), dynamicWhole},
        {QStringLiteral("kql_gettype"), typeOf},
        {QStringLiteral("kql_array_length"), arrayLength},
        {QStringLiteral("kql_array_concat"), arrayConcat},
        {QStringLiteral("kql_array_slice"), arraySlice},
        {QStringLiteral("kql_array_index_of"), arrayIndexOf},
        {QStringLiteral("kql_array_sort"), arraySort},
        {QStringLiteral("kql_array_reverse"), arrayReverse},
        {QStringLiteral("kql_set_has"), setHas},
        {QStringLiteral("kql_set_has_folded"), setHasFolded},
        {QStringLiteral("kql_set_union"), setUnion},
        {QStringLiteral("kql_set_difference"), setDifference},
        {QStringLiteral("kql_set_intersect"), setIntersect},
        {QStringLiteral("kql_set_flat"), setFlat},
        {QStringLiteral("kql_bag_keys"), bagKeys},
        {QStringLiteral("kql_bag_has_key"), bagHasKey},
        {QStringLiteral("kql_bag_merge"), bagMerge},
        {QStringLiteral("kql_bag_merge_all"), bagMerge},
        {QStringLiteral("kql_bag_remove"), bagRemove},
        {QStringLiteral("kql_strcat_array"), joined},
        {QStringLiteral("kql_elements"), elements},
        {QStringLiteral("kql_elements_array"), elementsAsArrays},
        {QStringLiteral("kql_json_path"), jsonPath},
    };
}

} // namespace watchdesk::kql
