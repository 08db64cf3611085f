// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Property bags, and arrays as sets.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <unordered_set>

namespace watchdesk::kql {

namespace {

using Elements = std::vector<std::string_view>;

/// What two equal values share: numbers by their value, anything else by its text.
std::string identity(std::string_view json)
{
    const auto number = jsonKind(json) == '0' ? realFromJson(json) : std::nullopt;
    const bool exact = number && std::abs(*number) < 9e15;
    return exact ? jsonFromReal(*number) : std::string(trimmedJson(json));
}

/// Each element once, in the order of the first ones.
class Distinct
{
public:
    bool add(std::string_view element) { return m_seen.insert(identity(element)).second; }
    bool contains(std::string_view element) const { return m_seen.contains(identity(element)); }
    size_t size() const { return m_seen.size(); }

private:
    std::unordered_set<std::string> m_seen;
};

std::string distinct(const Elements &elements)
{
    Distinct seen;
    Elements kept;
    for (const auto element : elements) {
        if (seen.add(element))
            kept.push_back(element);
    }
    return jsonArrayFrom(kept);
}

Distinct setOf(Text array)
{
    Distinct all;
    for (const auto element : jsonElements(array))
        all.add(element);
    return all;
}

/// The arrays in an array; nothing if one of them is none.
std::optional<Elements> arraysOf(Text arrays)
{
    Elements all = jsonElements(arrays);
    if (all.empty() || std::any_of(all.begin(), all.end(), [](auto a) { return jsonKind(a) != '['; }))
        return std::nullopt;
    return all;
}

MaybeText setUnion(Text arrays)
{
    const auto sets = arraysOf(arrays);
    if (!sets)
        return std::nullopt;
    Elements all;
    for (const auto set : *sets) {
        const Elements elements = jsonElements(set);
        all.insert(all.end(), elements.begin(), elements.end());
    }
    return distinct(all);
}

/// The first set's elements that are in all of the others, or in none of them.
MaybeText setFiltered(Text arrays, bool inAll)
{
    const auto sets = arraysOf(arrays);
    if (!sets)
        return std::nullopt;
    std::vector<Distinct> others;
    for (size_t i = 1; i < sets->size(); ++i)
        others.push_back(setOf((*sets)[i]));
    Elements kept;
    for (const auto element : jsonElements((*sets)[0])) {
        if (std::all_of(others.begin(), others.end(), [&](const auto &o) { return o.contains(element) == inAll; }))
            kept.push_back(element);
    }
    return distinct(kept);
}

MaybeText setDifference(Text arrays) { return setFiltered(arrays, false); }

MaybeText setIntersect(Text arrays) { return setFiltered(arrays, true); }

MaybeBool setEquals(Text a, Text b)
{
    if (jsonKind(a) != '[' || jsonKind(b) != '[')
        return std::nullopt;
    const Distinct first = setOf(a);
    const Distinct second = setOf(b);
    const Elements all = jsonElements(a);
    return first.size() == second.size() &&
           std::all_of(all.begin(), all.end(), [&](auto element) { return second.contains(element); });
}

/// Of two sets: how many they share of how many there are. The service calls it dynamic, so it is JSON.
MaybeText jaccard(Text arrays)
{
    const auto sets = arraysOf(arrays);
    if (!sets || sets->size() != 2)
        return std::nullopt;
    const Distinct second = setOf((*sets)[1]);
    Distinct first;
    size_t both = 0;
    for (const auto element : jsonElements((*sets)[0]))
        both += first.add(element) && second.contains(element);
    const size_t all = first.size() + second.size() - both;
    return jsonFromReal(all == 0 ? std::nan("") : double(both) / double(all));
}

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
    return jsonArrayFrom(keys);
}

/// `key` is a name, or a path that starts with "$." and leads through bags.
MaybeBool bagHasKey(Text bag, Text key)
{
    if (jsonKind(bag) != 'o')
        return std::nullopt;
    const bool path = key.starts_with("$.");
    const Text rest = path ? key.substr(2) : key;
    const size_t dot = path ? rest.find('.') : Text::npos;
    const Text name = rest.substr(0, dot);
    bool found = false;
    forEachMember(bag, [&](std::string_view member, std::string_view value) {
        if (!isJsonKey(member, name))
            return true;
        found = dot == Text::npos || bagHasKey(value, "$." + std::string(rest.substr(dot + 1))).value_or(false);
        return false;
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

/// Names in one array, values in the other: a name that is no text is left out, a value that is missing is null.
/// A value that is no array gives no key a value.
MaybeText bagZip(Text keys, Text values)
{
    if (jsonKind(keys) != '[')
        return std::nullopt;
    const Elements names = jsonElements(keys);
    const Elements all = jsonKind(values) == '[' ? jsonElements(values) : Elements{};
    std::vector<std::pair<std::string_view, std::string_view>> members;
    for (size_t i = 0; i < names.size(); ++i) {
        if (jsonKind(names[i]) == 's')
            members.emplace_back(names[i], i < all.size() ? all[i] : std::string_view("null"));
    }
    return bagFrom(members);
}

std::string withKey(std::string_view bag, std::string_view path, std::string_view value)
{
    const size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    const std::string_view rest = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    const auto inner = [&](std::string_view old) {
        return rest.empty() ? std::string(value) : withKey(jsonKind(old) == 'o' ? old : "{}", rest, value);
    };
    std::vector<std::pair<std::string, std::string>> members;
    bool found = false;
    forEachMember(bag, [&](std::string_view key, std::string_view old) {
        const bool here = isJsonKey(key, name);
        members.emplace_back(key, here ? inner(old) : std::string(old));
        found = found || here;
        return true;
    });
    if (!found)
        members.emplace_back(jsonQuoted(name), inner("{}"));
    return bagFrom(std::vector<std::pair<std::string_view, std::string_view>>(members.begin(), members.end()));
}

/// `key` is a name, or a path that starts with "$." and leads through bags.
MaybeText bagSetKey(Text bag, Text key, Text value)
{
    if (jsonKind(bag) != 'o' || key.empty() || key == "$")
        return std::nullopt;
    if (key.starts_with("$."))
        return key.find('[') == Text::npos ? MaybeText(withKey(bag, key.substr(2), value)) : std::nullopt;
    std::vector<std::pair<std::string_view, std::string_view>> members;
    bool found = false;
    forEachMember(bag, [&](std::string_view name, std::string_view old) {
        const bool here = isJsonKey(name, key);
        members.emplace_back(name, here ? value : old);
        found = found || here;
        return true;
    });
    const std::string name = jsonQuoted(key);
    if (!found)
        members.emplace_back(name, value);
    return bagFrom(members);
}

/// The first `count` members.
MaybeText bagHead(Text bag, qint64 count)
{
    std::vector<std::pair<std::string_view, std::string_view>> members;
    forEachMember(bag, [&](std::string_view key, std::string_view value) {
        if (qint64(members.size()) >= count)
            return false;
        members.emplace_back(key, value);
        return true;
    });
    return bagFrom(members);
}

/// Without members that are null or an empty text.
MaybeText bagWithoutEmpty(Text bag)
{
    std::vector<std::pair<std::string_view, std::string_view>> members;
    forEachMember(bag, [&](std::string_view key, std::string_view value) {
        if (jsonKind(value) != 'n' && value != "\"\"")
            members.emplace_back(key, value);
        return true;
    });
    return bagFrom(members);
}

void addPaths(std::string_view json, const std::string &path, std::vector<std::string> &paths, int depth)
{
    if (!path.empty())
        paths.push_back(jsonQuoted(path));
    if (depth > 100 || paths.size() > 100'000)
        return;
    if (jsonKind(json) == 'o') {
        forEachMember(json, [&](std::string_view key, std::string_view value) {
            addPaths(value, path + "['" + jsonUnquoted(key) + "']", paths, depth + 1);
            return true;
        });
    } else if (jsonKind(json) == '[') {
        // One stands for all elements: a bag among them if there is one.
        const Elements all = jsonElements(json);
        const auto bag = std::find_if(all.begin(), all.end(), [](auto e) { return jsonKind(e) == 'o'; });
        if (!all.empty())
            addPaths(bag == all.end() ? all.front() : *bag, path + "[0]", paths, depth + 1);
    }
}

MaybeText treePath(Text json)
{
    if (jsonKind(json) != 'o')
        return std::nullopt;
    std::vector<std::string> paths;
    addPaths(json, {}, paths, 0);
    return jsonArrayFrom(paths);
}

std::string canonical(std::string_view json, int depth)
{
    if (depth > 200)
        return std::string(json);
    if (jsonKind(json) == '[') {
        std::vector<std::string> elements;
        for (const auto element : jsonElements(json))
            elements.push_back(canonical(element, depth + 1));
        return jsonArrayFrom(elements);
    }
    if (jsonKind(json) != 'o')
        return std::string(trimmedJson(json));
    std::vector<std::pair<std::string, std::string>> members;
    forEachMember(json, [&](std::string_view key, std::string_view value) {
        members.emplace_back(key, canonical(value, depth + 1));
        return true;
    });
    std::stable_sort(members.begin(), members.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    return bagFrom(std::vector<std::pair<std::string_view, std::string_view>>(members.begin(), members.end()));
}

/// With the names of every bag in order.
MaybeText canonicalJson(Text json)
{
    const char kind = jsonKind(json);
    return kind == '[' || kind == 'o' ? MaybeText(canonical(json, 0)) : textFromDynamic(json);
}

} // namespace

QList<NativeFunction> bagFunctions()
{
    return {
        native("kql_set_union", setUnion),         native("kql_set_difference", setDifference),
        native("kql_set_intersect", setIntersect), native("kql_set_equals", setEquals),
        native("kql_set_flat", setFlat),           native("kql_jaccard", jaccard),
        native("kql_bag_keys", bagKeys),           native("kql_bag_has_key", bagHasKey),
        native("kql_bag_merge", bagMerge),         native("kql_bag_remove", bagRemove),
        native("kql_bag_head", bagHead),           native("kql_bag_zip", bagZip),
        native("kql_bag_set_key", bagSetKey),      native("kql_bag_without_empty", bagWithoutEmpty),
        native("kql_treepath", treePath),          native("kql_canonical_json", canonicalJson),
    };
}

} // namespace watchdesk::kql
