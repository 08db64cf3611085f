// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/compactjson.h"

#include "app/base/ascii.h"
#include "app/base/jsoncursor.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace watchdesk {

namespace {

using Member = std::pair<std::string_view, std::string_view>;

void append(std::string_view text, QByteArray &out) { out.append(text.data(), qsizetype(text.size())); }

/// Its escapes are those that are written.
bool isPlainString(std::string_view json)
{
    for (size_t at = json.find('\\'); at != std::string_view::npos; at = json.find('\\', at + 2)) {
        if (std::string_view("\"\\bfnrt").find(json[at + 1]) == std::string_view::npos)
            return false;
    }
    return true;
}

bool appendArray(std::string_view json, QByteArray &out)
{
    JsonCursor cursor(json);
    cursor.enter('[');
    out += '[';
    for (bool isFirst = true; cursor.next(']'); isFirst = false) {
        if (!isFirst)
            out += ',';
        if (!appendCompactJson(cursor.value(), out))
            return false;
    }
    out += ']';
    return !cursor.isBroken();
}

bool readMembers(std::string_view json, std::vector<Member> &members)
{
    JsonCursor cursor(json);
    cursor.enter('{');
    while (cursor.next('}')) {
        const std::string_view name = cursor.name();
        if (!isAscii(name))
            return false; // names are sorted by UTF-16
        members.emplace_back(name, cursor.value());
    }
    return !cursor.isBroken();
}

bool appendObject(std::string_view json, QByteArray &out)
{
    std::vector<Member> members;
    return readMembers(json, members) && appendCompactObject(members, out);
}

} // namespace

bool isPlainInteger(std::string_view json)
{
    if (json == "0")
        return true;
    if (json.starts_with('-'))
        json.remove_prefix(1);
    return !json.empty() && json.size() <= 15 && json.front() != '0' &&
           std::all_of(json.begin(), json.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool appendCompactObject(std::vector<std::pair<std::string_view, std::string_view>> &members, QByteArray &out)
{
    std::sort(members.begin(), members.end());
    out += '{';
    for (size_t i = 0; i < members.size(); ++i) {
        if (i > 0 && members[i].first == members[i - 1].first)
            return false;
        out += i > 0 ? ",\"" : "\"";
        append(members[i].first, out);
        out += "\":";
        if (!appendCompactJson(members[i].second, out))
            return false;
    }
    out += '}';
    return true;
}

bool appendCompactJson(std::string_view json, QByteArray &out)
{
    if (json.empty())
        return false;
    switch (json.front()) {
    case '[':
        return appendArray(json, out);
    case '{':
        return appendObject(json, out);
    case '"':
        if (!isPlainString(json))
            return false;
        break;
    case 't':
    case 'f':
    case 'n':
        break;
    default:
        if (!isPlainInteger(json))
            return false;
    }
    append(json, out);
    return true;
}

} // namespace watchdesk
