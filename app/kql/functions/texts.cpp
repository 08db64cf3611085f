// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text: substrings, splitting, counting, replacing.

#include "app/base/ascii.h"
#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/utf8.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <stdexcept>

namespace watchdesk::kql {

namespace {

/// 0-based; a negative start counts from the end, and there is nothing before the text's start.
MaybeText substring(Text text, qint64 start, qint64 length)
{
    if (start < 0)
        start += characterCount(text);
    if (length <= 0 || start < 0)
        return std::string();
    const size_t from = byteOffset(text, start);
    const Text rest = text.substr(from);
    return std::string(rest.substr(0, byteOffset(rest, length)));
}

MaybeText split(Text text, Text delimiter)
{
    std::string out = "[";
    size_t at = 0;
    while (true) {
        const size_t next = delimiter.empty() ? Text::npos : text.find(delimiter, at);
        if (out.size() > 1)
            out += ',';
        out += jsonQuoted(text.substr(at, next == Text::npos ? Text::npos : next - at));
        if (next == Text::npos)
            return out + ']';
        at = next + delimiter.size();
    }
}

MaybeText splitAt(Text text, Text delimiter, qint64 index)
{
    const std::string all = *split(text, delimiter);
    const auto parts = jsonElements(all);
    if (index < 0 || index >= qint64(parts.size()))
        return std::nullopt;
    return '[' + std::string(parts[size_t(index)]) + ']';
}

MaybeLong indexOf(Text text, Text what, qint64 start, qint64 length, qint64 occurrence)
{
    if (length < -1 || occurrence < 0 || what.empty())
        return std::nullopt;
    if (start < 0)
        start = std::max<qint64>(0, characterCount(text) + start);
    size_t from = byteOffset(text, start);
    size_t at = Text::npos;
    do { // the length counts anew from each occurrence
        const Text window = length < 0 ? text : text.substr(0, from + byteOffset(text.substr(from), length));
        at = window.find(what, from);
        from = at + 1;
    } while (at != Text::npos && --occurrence > 0 && from <= text.size());
    return at == Text::npos ? -1 : characterCount(text.substr(0, at));
}

MaybeLong countOf(Text text, Text what)
{
    qint64 count = 0;
    if (what.empty())
        return 0;
    for (size_t at = text.find(what); at != Text::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

/// Sizes in units of 1,024, rounded; the greatest unit that leaves at least 1, or the one asked for.
MaybeText formatBytes(double size, qint64 precision, Text unit)
{
    static const std::string_view units[] = {"Bytes", "KB", "MB", "GB", "TB", "PB", "EB"};
    if (!std::isfinite(size) || precision < 0 || precision > 15)
        return std::nullopt;
    size_t rank = 0;
    if (unit.empty()) {
        for (double rest = std::abs(size); rest >= 1024 && rank < 6; rest /= 1024)
            ++rank;
    } else {
        const auto found = std::find(std::begin(units), std::end(units), unit);
        if (found == std::end(units))
            return std::nullopt;
        rank = size_t(found - std::begin(units));
    }
    char text[400];
    std::snprintf(text, sizeof text, "%.*f", int(precision), size / std::pow(1024.0, double(rank)));
    std::string number = text;
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        if (number.back() == '.')
            number.pop_back();
    }
    return number + ' ' + std::string(units[rank]);
}

/// Each character of the first list becomes the one at its place in the second; a short second list repeats its last.
std::string translate(Text search, Text replacement, Text text)
{
    const std::u32string from = codePoints(search);
    const std::u32string to = codePoints(replacement);
    std::string out;
    for (const char32_t c : codePoints(text)) {
        const size_t at = from.find(c);
        if (at == std::u32string::npos)
            appendUtf8(out, c);
        else if (!to.empty())
            appendUtf8(out, to[std::min(at, to.size() - 1)]);
    }
    return out;
}

/// At most 1,024 times, as the service has it.
std::string replicated(Text text, qint64 count, Text delimiter)
{
    const qint64 times = std::clamp<qint64>(count, 0, 1024);
    if ((text.size() + delimiter.size()) * size_t(times) > (size_t(1) << 28))
        throw std::length_error("strrep() makes a text that is too large");
    std::string out;
    for (qint64 i = 0; i < times; ++i) {
        if (i > 0)
            out += delimiter;
        out += text;
    }
    return out;
}

struct Piece
{
    std::string text;
    bool isNew = false;
};

std::vector<Piece> replacedIn(const std::vector<Piece> &pieces, const std::string &what, const std::string &with)
{
    std::vector<Piece> result;
    for (const Piece &piece : pieces) {
        size_t at = 0;
        for (size_t found = piece.isNew ? std::string::npos : piece.text.find(what); found != std::string::npos;
             found = piece.text.find(what, at)) {
            result.push_back({piece.text.substr(at, found - at), false});
            result.push_back({with, true});
            at = found + what.size();
        }
        result.push_back({piece.text.substr(at), piece.isNew});
    }
    return result;
}

/// The texts of one array by those of another, one after the other; what was put in is not looked at again.
MaybeText replaceStrings(Text text, Text lookups, Text rewrites)
{
    if (jsonKind(lookups) != '[' || jsonKind(rewrites) != '[')
        return std::nullopt;
    const auto from = jsonElements(lookups);
    const auto to = jsonElements(rewrites);
    std::vector<Piece> pieces{{std::string(text), false}};
    for (size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
        if (jsonKind(from[i]) != 's' || from[i].size() <= 2)
            continue;
        // What has no text to take its place stays, and is not looked at again either.
        const std::string what = jsonUnquoted(from[i]);
        pieces = replacedIn(pieces, what, jsonKind(to[i]) == 's' ? jsonUnquoted(to[i]) : what);
    }
    std::string out;
    for (const Piece &piece : pieces)
        out += piece.text;
    return out;
}

/// Character by character, as the service does: no letter becomes two.
std::string upper(Text text)
{
    std::string out;
    out.reserve(text.size());
    if (isAscii(text))
        std::transform(text.begin(), text.end(), std::back_inserter(out),
                       [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    else
        for (const char32_t point : codePoints(text))
            appendUtf8(out, QChar::toUpper(point));
    return out;
}

} // namespace

QList<NativeFunction> textFunctions()
{
    return {
        native("kql_upper", upper),
        native("kql_substring", substring),
        native("kql_split", split),
        native("kql_split_at", splitAt),
        native("kql_indexof", indexOf),
        native("kql_countof", countOf),
        native("kql_format_bytes", formatBytes),
        native("kql_translate", translate),
        native("kql_replicated", replicated),
        native("kql_replace_strings", replaceStrings),
    };
}

} // namespace watchdesk::kql
