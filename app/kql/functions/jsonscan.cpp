// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/jsonscan.h"

#include "app/base/column.h"
#include "app/base/jsonstring.h"
#include "app/kql/functions/utf8.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace watchdesk::kql {

namespace {

constexpr size_t kMaxDepth = 200;

constexpr size_t kNowhere = std::string_view::npos;

/// Finds ends, and notes on the way whether anything is written otherwise than compactJson() would. One loop and a bit
/// for each open bracket: most of what is hunted over is JSON, and its nesting is the attacker's choice.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    bool isCompact() const { return m_isCompact; }

    /// Behind the value that starts at `at`, blanks before it skipped; kNowhere if there is none.
    size_t end(size_t at)
    {
        return end(at, [](size_t, size_t) {});
    }

    /// The same, with entry(start, end) for each value right inside of the value there.
    template <class Entry>
    size_t end(size_t at, Entry entry)
    {
        m_depth = 0;
        at = skipJsonBlanks(m_text, at);
        for (size_t start = at;;) {
            start = m_depth == 1 ? at : start;
            at = valueEnd(at);
            if (m_depth == 1 && !m_isOpened && at != kNowhere)
                entry(start, at);
            while (at != kNowhere && m_depth > 0 && !m_isOpened) {
                at = skipBlanks(at);
                if (!is(at, m_isObject[m_depth] ? '}' : ']'))
                    break;
                ++at;
                if (--m_depth == 1)
                    entry(start, at);
            }
            if (at == kNowhere || (m_depth == 0 && !m_isOpened))
                return at;
            at = nextStart(at);
            if (at == kNowhere)
                return at;
        }
    }

    size_t stringEnd(size_t at)
    {
        for (at = plainJsonEnd(m_text, at + 1); at < m_text.size(); at = plainJsonEnd(m_text, at + 1)) {
            const char c = m_text[at];
            if (c == '"')
                return at + 1;
            if (c != '\\')
                return kNowhere;
            ++at;
            m_isCompact = m_isCompact && at < m_text.size() && isPlainEscape(m_text[at]);
        }
        return kNowhere;
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

    /// Behind a scalar or an empty container; behind the bracket of another one, which is then open.
    size_t valueEnd(size_t at)
    {
        m_isOpened = false;
        if (at >= m_text.size())
            return kNowhere;
        switch (m_text[at]) {
        case '{':
        case '[':
            return opened(at);
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

    size_t opened(size_t at)
    {
        const bool isObject = m_text[at] == '{';
        at = skipBlanks(at + 1);
        if (is(at, isObject ? '}' : ']'))
            return at + 1;
        if (m_depth == kMaxDepth)
            return kNowhere;
        m_isObject[++m_depth] = isObject;
        m_isOpened = true;
        return at;
    }

    /// Where the next value of the innermost container starts: behind a comma, unless it is the first, and a key.
    size_t nextStart(size_t at)
    {
        if (!m_isOpened) {
            if (!is(at, ','))
                return kNowhere;
            at = skipBlanks(at + 1);
        }
        if (!m_isObject[m_depth])
            return at;
        const size_t key = is(at, '"') ? stringEnd(at) : kNowhere;
        const size_t colon = key == kNowhere ? key : skipBlanks(key);
        return is(colon, ':') ? skipBlanks(colon + 1) : kNowhere;
    }

    size_t digits(size_t at) const
    {
        while (at < m_text.size() && m_text[at] >= '0' && m_text[at] <= '9')
            ++at;
        return at;
    }

    size_t numberEnd(size_t at) const
    {
        if (is(at, '-'))
            ++at;
        size_t end = digits(at);
        if (end == at || (m_text[at] == '0' && end > at + 1))
            return kNowhere;
        if (is(end, '.')) {
            const size_t fraction = digits(end + 1);
            if (fraction == end + 1)
                return kNowhere;
            end = fraction;
        }
        if (is(end, 'e') || is(end, 'E')) {
            const size_t exponent = is(end + 1, '+') || is(end + 1, '-') ? end + 2 : end + 1;
            end = digits(exponent);
            if (end == exponent)
                return kNowhere;
        }
        return end;
    }

    size_t wordEnd(size_t at, std::string_view word) const
    {
        return m_text.substr(at, word.size()) == word ? at + word.size() : kNowhere;
    }

    std::string_view m_text;
    std::array<bool, kMaxDepth + 1> m_isObject; ///< of the open containers, from 1 on; read only where it was written
    size_t m_depth = 0;
    bool m_isOpened = false; ///< valueEnd() stands at the first entry of a container
    bool m_isCompact = true;
};

std::optional<size_t> found(size_t end) { return end == kNowhere ? std::nullopt : std::optional(end); }

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

std::optional<size_t> jsonEnd(std::string_view text, size_t at) { return found(Scanner(text).end(at)); }

std::optional<size_t> jsonEnd(std::string_view text, size_t at, std::vector<std::string_view> &elements)
{
    Scanner scanner(text);
    const size_t start = skipJsonBlanks(text, at);
    if (start >= text.size() || text[start] != '[')
        return found(scanner.end(at));
    return found(scanner.end(at, [&](size_t from, size_t to) { elements.push_back(text.substr(from, to - from)); }));
}

std::optional<size_t> jsonStringEnd(std::string_view text, size_t at) { return found(Scanner(text).stringEnd(at)); }

JsonForm jsonForm(std::string_view text)
{
    Scanner scanner(text);
    const size_t end = scanner.end(0);
    if (end == kNowhere || skipJsonBlanks(text, end) != text.size())
        return JsonForm::None;
    const bool isTight = end == text.size() && !isJsonBlank(text[0]);
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
