// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsoncursor.h"

namespace watchdesk {

namespace {

constexpr int kDeepest = 100; // QJsonDocument goes to 1024; nothing that is read here is as deep

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// QJsonDocument refuses what no double can hold.
constexpr qsizetype kMostDigits = 100;
constexpr qsizetype kLongestExponent = 2;

} // namespace

bool JsonCursor::fail()
{
    m_isBroken = true;
    m_at = m_end;
    return false;
}

bool JsonCursor::enter(char opening)
{
    m_isFirst = true;
    return isNext(opening) || fail();
}

bool JsonCursor::atEnd()
{
    skipBlanks();
    return m_at == m_end && !m_isBroken;
}

/// What is no string.
bool JsonCursor::skipOther(int depth)
{
    if (m_at == m_end || depth > kDeepest)
        return fail();
    switch (*m_at) {
    case '{':
        return skipBracketed('}', depth + 1);
    case '[':
        return skipBracketed(']', depth + 1);
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

bool JsonCursor::skipBracketed(char closing, int depth)
{
    ++m_at;
    m_isFirst = true;
    while (next(closing)) {
        if (closing == '}') {
            if (!skipString() || !isNext(':'))
                return fail();
            skipBlanks();
        }
        if (!skipValue(depth))
            return false;
    }
    return !m_isBroken;
}

/// Of a string that has an escape, or is broken: from there.
bool JsonCursor::skipRest()
{
    for (;;) {
        if (m_at == m_end)
            return fail();
        if (*m_at == '"') {
            ++m_at;
            return true;
        }
        if (*m_at != '\\' || !skipEscape())
            return fail();
        const std::string_view rest(m_at + 1, size_t(m_end - m_at) - 1);
        m_at = rest.data() + plainJsonEnd(rest, 0);
    }
}

/// From its backslash to its last character.
bool JsonCursor::skipEscape()
{
    if (++m_at == m_end)
        return false;
    if (*m_at != 'u')
        return std::string_view("\"\\/bfnrt").find(*m_at) != std::string_view::npos;
    for (int digit = 0; digit < 4; ++digit) {
        if (++m_at == m_end || !isHex(*m_at))
            return false;
    }
    return true;
}

bool JsonCursor::skipDigits()
{
    const char *begin = m_at;
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
    return m_at != begin || fail();
}

bool JsonCursor::skipNumber()
{
    if (*m_at == '-')
        ++m_at;
    const char *begin = m_at;
    if (!skipDigits() || (*begin == '0' && m_at - begin > 1) || m_at - begin > kMostDigits)
        return fail();
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (!skipDigits())
            return false;
    }
    if (m_at == m_end || (*m_at != 'e' && *m_at != 'E'))
        return true;
    ++m_at;
    if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
        ++m_at;
    const char *exponent = m_at;
    return skipDigits() && (m_at - exponent <= kLongestExponent || fail());
}

bool JsonCursor::skipWord(std::string_view word)
{
    if (!std::string_view(m_at, size_t(m_end - m_at)).starts_with(word))
        return fail();
    m_at += word.size();
    return true;
}

} // namespace watchdesk
