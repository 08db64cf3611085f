// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/jsonstring.h"

#include <QtGlobal>

#include <string_view>

namespace watchdesk {

/// Walks through a JSON text without building a document of it: for lists of thousands of records, of which each value
/// is read once.
///
/// Takes a little less than QJsonDocument does: what it walks through to the end, QJsonDocument reads with the same
/// meaning; what it calls broken may still be JSON (deep nesting, escaped names), and is for QJsonDocument to judge.
/// The text must be valid UTF-8 and outlive the cursor. A value type for one thread.
class JsonCursor
{
public:
    explicit JsonCursor(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    /// Goes into an object ('{') or array ('[').
    bool enter(char opening);
    /// Goes to the next member or item, or behind the closing bracket, which is false. A broken text is false too.
    bool next(char closing);
    /// The name of the member that next() found, without quotes; the cursor then stands at its value.
    std::string_view name();
    /// Behind the value; its text as it stands.
    std::string_view value();
    /// Nothing but blanks is left.
    bool atEnd();
    bool isBroken() const { return m_isBroken; }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    void skipBlanks();
    bool isNext(char wanted);
    bool skipValue(int depth);
    bool skipOther(int depth);
    bool skipBracketed(char closing, int depth);
    bool skipString();
    bool skipRest();
    bool skipEscape();
    bool skipNumber();
    bool skipDigits();
    bool skipWord(std::string_view word);
    bool fail();

    const char *m_at;
    const char *m_end;
    bool m_isFirst = false; ///< no comma before the next item
    bool m_isBroken = false;
};

// A page of a list has some hundred thousand values: what each goes through is inline.

inline void JsonCursor::skipBlanks()
{
    while (m_at != m_end && isBlank(*m_at))
        ++m_at;
}

inline bool JsonCursor::isNext(char wanted)
{
    skipBlanks();
    if (m_at == m_end || *m_at != wanted)
        return false;
    ++m_at;
    return true;
}

inline bool JsonCursor::next(char closing)
{
    if (m_isBroken)
        return false;
    if (isNext(closing)) {
        m_isFirst = false;
        return false;
    }
    if (!m_isFirst && !isNext(','))
        return fail();
    m_isFirst = false;
    skipBlanks();
    return m_at != m_end || fail();
}

inline bool JsonCursor::skipString()
{
    if (m_at == m_end || *m_at != '"')
        return fail();
    const std::string_view rest(m_at + 1, size_t(m_end - m_at) - 1);
    m_at = rest.data() + plainJsonEnd(rest, 0);
    if (m_at == m_end || *m_at != '"')
        return skipRest();
    ++m_at;
    return true;
}

inline bool JsonCursor::skipValue(int depth) { return m_at != m_end && *m_at == '"' ? skipString() : skipOther(depth); }

inline std::string_view JsonCursor::name()
{
    skipBlanks();
    const char *begin = m_at;
    if (!skipString())
        return {};
    const std::string_view found(begin + 1, size_t(m_at - begin - 2));
    if (found.find('\\') != std::string_view::npos || !isNext(':')) {
        fail();
        return {};
    }
    return found;
}

inline std::string_view JsonCursor::value()
{
    skipBlanks();
    const char *begin = m_at;
    return skipValue(0) ? std::string_view(begin, size_t(m_at - begin)) : std::string_view();
}

} // namespace watchdesk
