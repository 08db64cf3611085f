// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/jsonscan.h"

#include "app/base/column.h"
#include "app/kql/functions/utf8.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace watchdesk::kql {

namespace {

const int kMaxDepth = 200;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

size_t skipBlanks(std::string_view text, size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

std::optional<size_t> stringEnd(std::string_view text, size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
        else if (static_cast<unsigned char>(text[at]) < 0x20)
            return std::nullopt;
    }
    return std::nullopt;
}

size_t digits(std::string_view text, size_t at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

std::optional<size_t> numberEnd(std::string_view text, size_t at)
{
    if (at < text.size() && text[at] == '-')
        ++at;
    size_t end = digits(text, at);
    if (end == at || (text[at] == '0' && end > at + 1))
        return std::nullopt;
    if (end < text.size() && text[end] == '.') {
        const size_t fraction = digits(text, end + 1);
        if (fraction == end + 1)
            return std::nullopt;
        end = fraction;
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        size_t exponent = end + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-'))
            ++exponent;
        end = digits(text, exponent);
        if (end == exponent)
            return std::nullopt;
    }
    return end;
}

std::optional<size_t> wordEnd(std::string_view text, size_t at, std::string_view word)
{
    return text.substr(at, word.size()) == word ? std::optional(at + word.size()) : std::nullopt;
}

std::optional<size_t> containerEnd(std::string_view text, size_t at, int depth)
{
    const bool object = text[at] == '{';
    const char close = object ? '}' : ']';
    at = skipBlanks(text, at + 1);
    if (at < text.size() && text[at] == close)
        return at + 1;
    while (at < text.size()) {
        if (object) {
            if (text[at] != '"')
                return std::nullopt;
            const auto key = stringEnd(text, at);
            if (!key)
                return std::nullopt;
            at = skipBlanks(text, *key);
            if (at >= text.size() || text[at++] != ':')
                return std::nullopt;
        }
        const auto end = jsonEnd(text, at, depth + 1);
        if (!end)
            return std::nullopt;
        at = skipBlanks(text, *end);
        if (at < text.size() && text[at] == close)
            return at + 1;
        if (at >= text.size() || text[at] != ',')
            return std::nullopt;
        at = skipBlanks(text, at + 1);
    }
    return std::nullopt;
}

std::optional<unsigned> hex4(std::string_view text, size_t at)
{
    unsigned code = 0;
    if (at + 4 > text.size())
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, code, 16);
    return error == std::errc() && end == text.data() + at + 4 ? std::optional(code) : std::nullopt;
}

/// \uXXXX at `at` (after the u), with its second half if it has one.
size_t appendUnicode(std::string &out, std::string_view text, size_t at)
{
    const auto first = hex4(text, at);
    if (!first)
        return at;
    at += 4;
    unsigned code = *first;
    if (code >= 0xd800 && code < 0xdc00 && text.substr(at, 2) == "\\u") {
        const auto second = hex4(text, at + 2);
        if (second && *second >= 0xdc00 && *second < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (*second - 0xdc00);
            at += 6;
        }
    }
    appendUtf8(out, code);
    return at;
}

} // namespace

std::optional<size_t> jsonEnd(std::string_view text, size_t at, int depth)
{
    at = skipBlanks(text, at);
    if (at >= text.size() || depth > kMaxDepth)
        return std::nullopt;
    switch (text[at]) {
    case '{':
    case '[':
        return containerEnd(text, at, depth);
    case '"':
        return stringEnd(text, at);
    case 't':
        return wordEnd(text, at, "true");
    case 'f':
        return wordEnd(text, at, "false");
    case 'n':
        return wordEnd(text, at, "null");
    default:
        return numberEnd(text, at);
    }
}

bool isJson(std::string_view text)
{
    const auto end = jsonEnd(text, 0);
    return end && skipBlanks(text, *end) == text.size();
}

std::string compactJson(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size();) {
        if (text[i] == '"') {
            const size_t end = stringEnd(text, i).value_or(text.size());
            const std::string_view string = text.substr(i, end - i);
            if (string.find('\\') == std::string_view::npos)
                out += string;
            else
                out += jsonQuoted(jsonUnquoted(string));
            i = end;
            continue;
        }
        size_t end = i;
        while (end < text.size() && text[end] != '"' && !isBlank(text[end]))
            ++end;
        out += text.substr(i, end - i);
        i = end < text.size() && isBlank(text[end]) ? end + 1 : end;
    }
    return out;
}

std::string jsonQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char code[8];
                std::snprintf(code, sizeof code, "\\u%04x", unsigned(c));
                out += code;
            } else {
                out += c;
            }
        }
    }
    return out + '"';
}

std::string jsonUnquoted(std::string_view string)
{
    static const std::string_view from = "nrtbf";
    static const std::string_view to = "\n\r\t\b\f";
    std::string out;
    if (string.size() < 2)
        return out;
    string = string.substr(1, string.size() - 2);
    for (size_t i = 0; i < string.size();) {
        if (string[i] != '\\' || i + 1 >= string.size()) {
            out += string[i++];
            continue;
        }
        const char c = string[i + 1];
        i += 2;
        if (c == 'u') {
            i = appendUnicode(out, string, i);
            continue;
        }
        const size_t index = from.find(c);
        out += index == std::string_view::npos ? c : to[index];
    }
    return out;
}

std::string_view trimmedJson(std::string_view value)
{
    const size_t start = skipBlanks(value, 0);
    size_t end = value.size();
    while (end > start && isBlank(value[end - 1]))
        --end;
    return value.substr(start, end - start);
}

char jsonKind(std::string_view value)
{
    const size_t at = skipBlanks(value, 0);
    if (at >= value.size())
        return 0;
    switch (value[at]) {
    case '[':
    case 'n':
    case 't':
    case 'f':
        return value[at];
    case '{':
        return 'o';
    case '"':
        return 's';
    default:
        return '0';
    }
}

namespace {

template <class Elements>
std::string joinedArray(const Elements &elements)
{
    std::string out = "[";
    for (size_t i = 0; i < elements.size(); ++i) {
        if (i > 0)
            out += ',';
        out += elements[i];
    }
    return out + ']';
}

} // namespace

std::string jsonArrayFrom(const std::vector<std::string> &elements) { return joinedArray(elements); }

std::string jsonArrayFrom(const std::vector<std::string_view> &elements) { return joinedArray(elements); }

std::optional<double> realFromJson(std::string_view value)
{
    value = trimmedJson(value);
    const char kind = jsonKind(value);
    if (kind == 's') {
        const std::string text = jsonUnquoted(value);
        return text == "NaN"         ? std::optional(std::nan(""))
               : text == "Infinity"  ? std::optional(HUGE_VAL)
               : text == "-Infinity" ? std::optional(-HUGE_VAL)
                                     : std::nullopt;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool whole = kind == '0' && error == std::errc() && end == value.data() + value.size();
    return whole ? std::optional(number) : std::nullopt;
}

bool sameJson(std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    if (jsonKind(a) != '0' || jsonKind(b) != '0')
        return false;
    const auto left = realFromJson(a);
    return left && std::abs(*left) < 9e15 && left == realFromJson(b);
}

std::string jsonFromReal(double value)
{
    if (std::isnan(value))
        return "\"NaN\"";
    if (std::isinf(value))
        return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    return textFromReal(value).toStdString();
}

std::string jsonFromReals(const std::vector<double> &values)
{
    std::vector<std::string> texts;
    texts.reserve(values.size());
    for (const double value : values)
        texts.push_back(jsonFromReal(value));
    return jsonArrayFrom(texts);
}

bool forEachElement(std::string_view array, const std::function<bool(std::string_view)> &visit)
{
    size_t at = skipBlanks(array, 0);
    if (at >= array.size() || array[at] != '[')
        return false;
    at = skipBlanks(array, at + 1);
    while (at < array.size() && array[at] != ']') {
        const auto end = jsonEnd(array, at);
        if (!end || !visit(array.substr(at, *end - at)))
            return true;
        at = skipBlanks(array, *end);
        if (at < array.size() && array[at] == ',')
            at = skipBlanks(array, at + 1);
    }
    return true;
}

bool forEachMember(std::string_view object, const std::function<bool(std::string_view, std::string_view)> &visit)
{
    size_t at = skipBlanks(object, 0);
    if (at >= object.size() || object[at] != '{')
        return false;
    at = skipBlanks(object, at + 1);
    while (at < object.size() && object[at] == '"') {
        const auto keyEnd = stringEnd(object, at);
        if (!keyEnd)
            return true;
        const std::string_view key = object.substr(at, *keyEnd - at);
        at = skipBlanks(object, *keyEnd);
        if (at >= object.size() || object[at] != ':')
            return true;
        at = skipBlanks(object, at + 1);
        const auto end = jsonEnd(object, at);
        if (!end || !visit(key, object.substr(at, *end - at)))
            return true;
        at = skipBlanks(object, *end);
        if (at < object.size() && object[at] == ',')
            at = skipBlanks(object, at + 1);
    }
    return true;
}

std::vector<std::string_view> jsonElements(std::string_view array)
{
    std::vector<std::string_view> elements;
    forEachElement(array, [&elements](std::string_view element) {
        elements.push_back(element);
        return true;
    });
    return elements;
}

std::optional<std::string> textFromDynamic(std::string_view json)
{
    const std::string_view value = trimmedJson(json);
    switch (jsonKind(value)) {
    case 0:
    case 'n':
        return std::nullopt;
    case 's':
        return jsonUnquoted(value);
    case 'o':
    case '[':
        return compactJson(value);
    default:
        return std::string(value);
    }
}

} // namespace watchdesk::kql
