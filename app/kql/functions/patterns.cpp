// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// parse kind=simple and kind=relaxed: constants are looked for one after the other, each at its first place after the
// one before; what lies between them is the columns' text. The whole text has to be covered.
// https://learn.microsoft.com/kusto/query/parse-operator

#include "app/kql/functions/natives.h"
#include "app/kql/functions/packed.h"

#include <algorithm>

namespace watchdesk::kql {

namespace {

/// A pattern as the binder packs it: "strict" or "relaxed", then "=text" for a constant, "*", or a column: "t" for
/// text, "l" for a whole number, "r" for a real.
struct Pattern
{
    std::string source;
    bool isStrict = true;
    std::vector<std::string> parts;
};

/// A query has few patterns and many rows.
const Pattern &patternFrom(Text source)
{
    static thread_local Pattern pattern;
    if (pattern.source == source && !pattern.parts.empty())
        return pattern;
    pattern = {std::string(source), true, {}};
    for (auto &part : Packed::read(source))
        pattern.parts.push_back(part.value_or(std::string()));
    if (!pattern.parts.empty()) {
        pattern.isStrict = pattern.parts.front() == "strict";
        pattern.parts.erase(pattern.parts.begin());
    }
    return pattern;
}

size_t digitsAt(Text text, size_t at)
{
    size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return end - at;
}

/// The size of the number that the text starts with; 0 if there is none.
size_t numberSize(Text text, bool isReal)
{
    size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const size_t whole = digitsAt(text, at);
    at += whole;
    if (whole == 0)
        return 0;
    if (isReal && at < text.size() && text[at] == '.')
        at += 1 + digitsAt(text, at + 1);
    if (isReal && at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const size_t sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 1 : 0;
        const size_t digits = digitsAt(text, at + 1 + sign);
        at += digits > 0 ? 1 + sign + digits : 0;
    }
    return at;
}

class Match
{
public:
    Match(const Pattern &pattern, Text text)
        : m_pattern(pattern)
        , m_text(text)
    {
    }

    MaybeText run()
    {
        for (const auto &part : m_pattern.parts) {
            const bool fits = part[0] == '=' ? constant(Text(part).substr(1)) : part[0] == '*' ? star() : column(part);
            if (!fits)
                return std::nullopt;
        }
        return finish() ? MaybeText(m_captures.take()) : std::nullopt;
    }

private:
    bool constant(Text wanted)
    {
        const size_t found = m_column || m_star                             ? m_text.find(wanted, m_at)
                             : m_text.substr(m_at, wanted.size()) == wanted ? m_at
                                                                            : Text::npos;
        if (found == Text::npos || !capture(m_text.substr(m_at, found - m_at)))
            return false;
        m_at = found + wanted.size();
        return true;
    }

    bool star()
    {
        m_star = true;
        return true;
    }

    bool column(const std::string &type)
    {
        if (m_column)
            return false;
        // After * nothing says where the column starts.
        if (m_star)
            return false;
        m_column = type[0];
        return true;
    }

    /// Gives the open column its text; with a * after it only what looks like its type.
    bool capture(Text between)
    {
        const char type = m_column;
        const bool open = m_star;
        m_column = 0;
        m_star = false;
        if (!type)
            return true;
        if (type == 't') {
            m_captures.add(between);
            return true;
        }
        const size_t size = numberSize(between, type == 'r');
        if (size > 0 && (open || size == between.size())) {
            m_captures.add(between.substr(0, size));
            return true;
        }
        m_captures.addMissing();
        return !m_pattern.isStrict;
    }

    bool finish()
    {
        if (!m_column && !m_star)
            return m_at == m_text.size();
        return capture(m_text.substr(m_at));
    }

    const Pattern &m_pattern;
    Text m_text;
    size_t m_at = 0;
    char m_column = 0;
    bool m_star = false;
    Packed m_captures;
};

MaybeText parsed(Text text, Text pattern)
{
    const Pattern &known = patternFrom(pattern);
    return Match(known, text).run();
}

} // namespace

QList<NativeFunction> patternFunctions() { return {native("kql_parse", parsed)}; }

} // namespace watchdesk::kql
