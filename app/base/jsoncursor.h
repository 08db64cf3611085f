// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    void skipBlanks();
    bool isNext(char wanted);
    bool skipValue(int depth);
    bool skipBracketed(char closing, int depth);
    bool skipString();
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

} // namespace watchdesk
