// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/jsonscan.h"

#include "app/base/column.h"
#include "app/kql/functions/utf8.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace watchdesk::kql {

namespace {

const int kMaxDepth = 200;

/// What a string does not simply go on with.
constexpr std::array<bool, 256> plainBytes()
{
    std::array<bool, 256> plain{};
    for (size_t i = 0x20; i < plain.size(); ++i)
        plain[i] = i != '"' && i != '\\';
    return plain;
}

constexpr auto kPlain = plainBytes();

/// Where the first byte from `at` on is that a string does not simply go on with: eight at a time, as most texts are
/// longer than that.
size_t plainEnd(std::string_view text, size_t at)
{
    if constexpr (std::endian::native == std::endian::little) {
        constexpr uint64_t ones = 0x0101010101010101;
        constexpr uint64_t tops = 0x8080808080808080;
        const auto zeros = [](uint64_t bytes) { return (bytes - ones) & ~bytes & tops; };
        for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
            uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, sizeof bytes);
            const uint64_t below = (bytes - ones * 0x20) & ~bytes & tops;
            const uint64_t found = zeros(bytes ^ (ones * '"')) | zeros(bytes ^ (ones * '\\')) | below;
            if (found)
                return at + size_t(std::countr_zero(found)) / 8;
        }
    }
    while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])])
        ++at;
    return at;
}

/// Finds ends, and notes on the way whether anything is written otherwise than compactJson() would.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    bool isCompact() const { return m_isCompact; }

    std::optional<size_t> end(size_t at, int depth = 0)
    {
        at = skipJsonBlanks(m_text, at);
        if (at >= m_text.size() || depth > kMaxDepth)
            return std::nullopt;
        switch (m_text[at]) {
        case '{':
        case '[':
            return containerEnd(at, depth);
        case '"':
            return stringEnd(at);
        case 't':
            return wordEnd(at, "true");
        case 'f':
            return wordEnd(at, "false");
        case 'n':
            return wordEnd(at, "null");
        default:
            return numberEnd(at);
        }
    }

    std::optional<size_t> stringEnd(size_t at)
    {
        for (at = plainEnd(m_text, at + 1); at < m_text.size(); at = plainEnd(m_text, at + 1)) {
            const char c = m_text[at];
            if (c == '"')
                return at + 1;
            if (c != '\\')
                return std::nullopt;
            ++at;
            m_isCompact = m_isCompact && at < m_text.size() && isPlainEscape(m_text[at]);
        }
        return std::nullopt;
    }

private:
    static bool isPlainEscape(char c) { return c == '"' || c == '\\' || c == 'n' || c == 'r' || c == 't'; }

    size_t skipBlanks(size_t at)
    {
        const size_t next = skipJsonBlanks(m_text, at);
        m_isCompact = m_isCompact && next == at;
        return next;
    }

    bool is(size_t at, char c) const { return at < m_text.size() && m_text[at] == c; }

    size_t digits(size_t at) const
    {
        while (at < m_text.size() && m_text[at] >= '0' && m_text[at] <= '9')
            ++at;
        return at;
    }

    std::optional<size_t> numberEnd(size_t at) const
    {
        if (is(at, '-'))
            ++at;
        size_t end = digits(at);
        if (end == at || (m_text[at] == '0' && end > at + 1))
            return std::nullopt;
        if (is(end, '.')) {
            const size_t fraction = digits(end + 1);
            if (fraction == end + 1)
                return std::nullopt;
            end = fraction;
        }
        if (is(end, 'e') || is(end, 'E')) {
            const size_t exponent = is(end + 1, '+') || is(end + 1, '-') ? end + 2 : end + 1;
            end = digits(exponent);
            if (end == exponent)
                return std::nullopt;
        }
        return end;
    }

    std::optional<size_t> wordEnd(size_t at, std::string_view word) const
    {
        return m_text.substr(at, word.size()) == word ? std::optional(at + word.size()) : std::nullopt;
    }

    /// The key that is to be at `at`, and its colon.
    std::optional<size_t> keyEnd(size_t at)
    {
        const auto end = is(at, '"') ? stringEnd(at) : std::nullopt;
        if (!end)
            return std::nullopt;
        const size_t colon = skipBlanks(*end);
        return is(colon, ':') ? std::optional(skipBlanks(colon + 1)) : std::nullopt;
    }

    std::optional<size_t> containerEnd(size_t at, int depth)
    {
        const bool isObject = m_text[at] == '{';
        const char close = isObject ? '}' : ']';
        at = skipBlanks(at + 1);
        if (is(at, close))
            return at + 1;
        while (at < m_text.size()) {
            const auto start = isObject ? keyEnd(at) : std::optional(at);
            const auto valueEnd = start ? end(*start, depth + 1) : std::nullopt;
            if (!valueEnd)
                return std::nullopt;
            at = skipBlanks(*valueEnd);
            if (is(at, close))
                return at + 1;
            if (!is(at, ','))
                return std::nullopt;
            at = skipBlanks(at + 1);
        }
        return std::nullopt;
    }

    std::string_view m_text;
    bool m_isCompact = true;
};

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

std::optional<size_t> jsonEnd(std::string_view text, size_t at) { return Scanner(text).end(at); }

std::optional<size_t> jsonStringEnd(std::string_view text, size_t at) { return Scanner(text).stringEnd(at); }

JsonForm jsonForm(std::string_view text)
{
    Scanner scanner(text);
    const auto end = scanner.end(0);
    if (!end || skipJsonBlanks(text, *end) != text.size())
        return JsonForm::None;
    const bool isTight = *end == text.size() && !isJsonBlank(text[0]);
    return isTight && scanner.isCompact() ? JsonForm::Compact : JsonForm::Loose;
}

bool isJsonKey(std::string_view quoted, std::string_view key)
{
    if (quoted.find('\\') == std::string_view::npos)
        return quoted.substr(1, quoted.size() - 2) == key;
    return jsonUnquoted(quoted) == key;
}

std::string compactJson(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size();) {
        if (text[i] == '"') {
            const size_t end = jsonStringEnd(text, i).value_or(text.size());
            const std::string_view string = text.substr(i, end - i);
            if (string.find('\\') == std::string_view::npos)
                out += string;
            else
                out += jsonQuoted(jsonUnquoted(string));
            i = end;
            continue;
        }
        size_t end = i;
        while (end < text.size() && text[end] != '"' && !isJsonBlank(text[end]))
            ++end;
        out += text.substr(i, end - i);
        i = end < text.size() && isJsonBlank(text[end]) ? end + 1 : end;
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
    const size_t start = skipJsonBlanks(value, 0);
    size_t end = value.size();
    while (end > start && isJsonBlank(value[end - 1]))
        --end;
    return value.substr(start, end - start);
}

char jsonKind(std::string_view value)
{
    const size_t at = skipJsonBlanks(value, 0);
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
