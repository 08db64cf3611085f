// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/regex.h"

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/utf8.h"

#include <QChar>

#include <re2/re2.h>

#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace watchdesk::kql {

namespace {

const size_t kMaxPattern = 100'000;
const size_t kMaxKept = 64;

bool isWord(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_Letter:
    case QChar::Number_DecimalDigit:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return c == 0x200c || c == 0x200d || (c >= 0x24b6 && c <= 0x24e9);
    }
}

std::string hexRange(char32_t from, char32_t to)
{
    char text[40];
    const int size = std::snprintf(text, sizeof text, "\\x{%x}-\\x{%x}", unsigned(from), unsigned(to));
    return {text, size_t(size)};
}

/// The code points for which `wanted` holds, as ranges of a class.
std::string rangesOf(bool (*wanted)(char32_t))
{
    std::string ranges;
    for (char32_t c = 0; c <= 0x10ffff;) {
        while (c <= 0x10ffff && !wanted(c))
            ++c;
        const char32_t from = c;
        while (c <= 0x10ffff && wanted(c))
            ++c;
        if (from < c)
            ranges += hexRange(from, c - 1);
    }
    return ranges;
}

const std::string &notWordRanges()
{
    static const std::string ranges = rangesOf([](char32_t c) { return !isWord(c); });
    return ranges;
}

const std::string kWord = "\\p{L}\\p{Nl}\\p{M}\\p{Nd}\\p{Pc}\\x{200c}\\x{200d}\\x{24b6}-\\x{24e9}";
const std::string kBlank =
    "\\t-\\r \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
const std::string kNotBlank = "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
                              "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
                              "\\x{3001}-\\x{10ffff}";

/// Rewrites a pattern in one pass. Members are the text, the place in it and what was made of it so far.
class Rewriter
{
public:
    explicit Rewriter(std::string_view pattern)
        : m_in(pattern)
    {
    }

    std::optional<std::string> run(std::string *problem)
    {
        while (m_at < m_in.size() && m_problem.empty())
            step();
        if (problem)
            *problem = m_problem;
        return m_problem.empty() ? std::optional(m_out) : std::nullopt;
    }

private:
    void step()
    {
        const char c = m_in[m_at];
        if (c == '\\')
            escape();
        else if (m_inClass)
            classMember();
        else if (c == '[')
            openClass();
        else if (m_in.substr(m_at, 3) == "(?<" && m_at + 3 < m_in.size() && m_in[m_at + 3] != '=' &&
                 m_in[m_at + 3] != '!')
            put("(?P<", 3);
        else
            put(std::string(1, c), 1);
    }

    void put(std::string_view text, size_t taken)
    {
        m_out += text;
        m_at += taken;
    }

    void openClass()
    {
        m_inClass = true;
        put("[", 1);
        if (m_at < m_in.size() && m_in[m_at] == '^')
            put("^", 1);
        if (m_at < m_in.size() && m_in[m_at] == ']')
            put("\\]", 1);
    }

    void classMember()
    {
        const std::string_view two = m_in.substr(m_at, 2);
        if (two == "[:") {
            const size_t end = m_in.find(":]", m_at + 2);
            if (end == std::string_view::npos) {
                m_problem = "missing :]";
                return;
            }
            put(m_in.substr(m_at, end + 2 - m_at), end + 2 - m_at);
        } else if (m_in[m_at] == '[' || two == "&&" || two == "--" || two == "~~") {
            m_problem = "nested character classes and set operations are not supported";
        } else {
            m_inClass = m_in[m_at] != ']';
            put(m_in.substr(m_at, 1), 1);
        }
    }

    void escape()
    {
        if (m_at + 1 >= m_in.size())
            return put("\\", 1);
        const char c = m_in[m_at + 1];
        const auto set = [&](const std::string &ranges, const std::string &others) {
            put(m_inClass ? ranges : others.empty() ? '[' + ranges + ']' : "[^" + others + ']', 2);
        };
        switch (c) {
        case 'd':
            return put("\\p{Nd}", 2);
        case 'D':
            return put("\\P{Nd}", 2);
        case 'w':
            return set(kWord, {});
        case 'W':
            return set(m_inClass ? notWordRanges() : std::string(), kWord);
        case 's':
            return set(kBlank, {});
        case 'S':
            return set(kNotBlank, {});
        case 'u':
        case 'U':
            return codePoint(c == 'u' ? 4 : 8);
        case '_':
        case '"':
        case '\'':
            return put(std::string(1, c), 2);
        case 'C':
        case 'Q':
            m_problem = std::string("unknown escape \\") + c;
            return;
        default:
            put(m_in.substr(m_at, 2), 2);
        }
    }

    /// \u12ab, \U0001f600 and \u{12ab}
    void codePoint(size_t digits)
    {
        const bool braced = m_in.substr(m_at + 2, 1) == "{";
        const size_t end = braced ? m_in.find('}', m_at) : m_at + 2 + digits;
        const size_t from = m_at + 2 + braced;
        unsigned code = 0;
        const bool inside = end != std::string_view::npos && end <= m_in.size() && end > from;
        const char *last = m_in.data() + (inside ? end : 0);
        if (!inside || std::from_chars(m_in.data() + from, last, code, 16).ptr != last || code > 0x10ffff) {
            m_problem = "bad code point";
            return;
        }
        char text[16];
        std::snprintf(text, sizeof text, "\\x{%x}", code);
        put(text, end + braced - m_at);
    }

    std::string_view m_in;
    size_t m_at = 0;
    bool m_inClass = false;
    std::string m_out;
    std::string m_problem;
};

RE2::Options quietOptions()
{
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

// --- Functions --------------------------------------------------------------------------------------

std::string regexText(Text pattern)
{
    std::string problem;
    const auto rewritten = re2Pattern(pattern, &problem);
    if (!rewritten)
        throw std::invalid_argument("The regular expression cannot be used: " + problem);
    return *rewritten;
}

bool isMatch(Text text, Text pattern)
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiledRegex(pattern));
}

/// The groups that are asked for: numbers or names in a JSON array; all of them where there is none.
std::vector<int> groupsOf(const RE2 &regex, Text wanted)
{
    std::vector<int> groups;
    const int count = regex.NumberOfCapturingGroups();
    forEachElement(wanted, [&](std::string_view element) {
        int number = -1;
        if (jsonKind(element) == 's') {
            const auto &names = regex.NamedCapturingGroups();
            const auto found = names.find(jsonUnquoted(element));
            number = found == names.end() ? -1 : found->second;
        } else {
            std::from_chars(element.data(), element.data() + element.size(), number);
        }
        if (number >= 0 && number <= count)
            groups.push_back(number);
        return true;
    });
    for (int i = 1; i <= count && jsonKind(wanted) != '['; ++i)
        groups.push_back(i);
    return groups;
}

std::string groupsJson(const std::vector<re2::StringPiece> &found, const std::vector<int> &groups)
{
    std::vector<std::string> values;
    for (const int group : groups)
        values.push_back(
            jsonQuoted({found[size_t(group)].data() ? found[size_t(group)].data() : "", found[size_t(group)].size()}));
    return values.size() == 1 ? values[0] : jsonArrayFrom(values);
}

/// Every match's groups; null where nothing matches.
MaybeText extractAll(Text text, Text pattern, Text wanted)
{
    const RE2 &regex = compiledRegex(pattern);
    const std::vector<int> groups = groupsOf(regex, wanted);
    std::vector<re2::StringPiece> found(size_t(regex.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece whole(text.data(), text.size());
    std::vector<std::string> matches;
    for (size_t at = 0; at <= text.size() && !groups.empty();) {
        if (!regex.Match(whole, at, text.size(), RE2::UNANCHORED, found.data(), int(found.size())))
            break;
        matches.push_back(groupsJson(found, groups));
        const size_t end = size_t(found[0].data() - text.data()) + found[0].size();
        at = found[0].empty() ? end + 1 : end;
    }
    return matches.empty() ? MaybeText() : jsonArrayFrom(matches);
}

qint64 countMatches(Text text, Text pattern)
{
    const RE2 &regex = compiledRegex(pattern);
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece found;
    qint64 count = 0;
    for (size_t at = 0; at <= text.size() && regex.Match(whole, at, text.size(), RE2::UNANCHORED, &found, 1); ++count) {
        const size_t end = size_t(found.data() - text.data()) + found.size();
        at = found.empty() ? end + 1 : end;
    }
    return count;
}

/// Where match number `occurrence` starts, in characters; a length of -1 is no bound.
MaybeLong indexOfRegex(Text text, Text pattern, qint64 start, qint64 length, qint64 occurrence)
{
    if (start < 0 || length < -1 || occurrence < 0)
        return std::nullopt;
    const size_t from = byteOffset(text, start);
    const size_t end = length < 0 ? text.size() : from + byteOffset(text.substr(from), length);
    const RE2 &regex = compiledRegex(pattern);
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece found;
    for (size_t at = from; at <= end && regex.Match(whole, at, end, RE2::UNANCHORED, &found, 1);) {
        const size_t place = size_t(found.data() - text.data());
        if (--occurrence <= 0)
            return characterCount(text.substr(0, place));
        at = place + std::max<size_t>(1, found.size());
    }
    return -1;
}

std::string quoted(Text text)
{
    static const std::string_view special = "\\.+*?()|[]{}^$#&-~";
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace

std::optional<std::string> re2Pattern(std::string_view pattern, std::string *problem)
{
    if (pattern.size() > kMaxPattern) {
        if (problem)
            *problem = "the pattern is too long";
        return std::nullopt;
    }
    const auto rewritten = Rewriter(pattern).run(problem);
    if (!rewritten)
        return std::nullopt;
    const RE2 regex(*rewritten, quietOptions());
    if (regex.ok())
        return rewritten;
    if (problem)
        *problem = regex.error();
    return std::nullopt;
}

std::string rewriteProblem(std::string_view pattern, std::string_view rewrite)
{
    const RE2 regex(re2::StringPiece(pattern.data(), pattern.size()), quietOptions());
    std::string problem;
    if (regex.ok())
        regex.CheckRewriteString(re2::StringPiece(rewrite.data(), rewrite.size()), &problem);
    return problem;
}

int groupCount(std::string_view pattern)
{
    const RE2 regex(re2::StringPiece(pattern.data(), pattern.size()), quietOptions());
    return std::max(0, regex.NumberOfCapturingGroups());
}

const re2::RE2 &compiledRegex(std::string_view pattern)
{
    struct Known
    {
        std::string pattern;
        std::unique_ptr<RE2> regex;
    };
    thread_local std::vector<Known> kept;
    for (size_t i = kept.size(); i-- > 0;) {
        if (kept[i].pattern == pattern)
            return *kept[i].regex;
    }
    auto regex = std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), quietOptions());
    if (!regex->ok())
        throw std::invalid_argument("The regular expression cannot be used: " + regex->error());
    if (kept.size() >= kMaxKept)
        kept.erase(kept.begin());
    kept.push_back({std::string(pattern), std::move(regex)});
    return *kept.back().regex;
}

QList<NativeFunction> regexFunctions()
{
    return {
        native("kql_regex", regexText),
        native("kql_matches", isMatch),
        native("kql_extract_all", extractAll),
        native("kql_count_matches", countMatches),
        native("kql_indexof_regex", indexOfRegex),
        native("kql_regex_quote", quoted),
    };
}

} // namespace watchdesk::kql
