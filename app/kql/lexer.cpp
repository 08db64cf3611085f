// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/lexer.h"

#include <QSet>

#include <algorithm>

namespace watchdesk::kql {

namespace {

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isWord(QChar c) { return isLetter(c) || isDigit(c); }

bool isHex(QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }

/// Reads one token after another; every step moves forward by at least one unit, so that it always ends.
class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    QList<Token> run()
    {
        QList<Token> tokens;
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            const qsizetype start = m_at;
            const TokenKind kind = next();
            tokens.append({kind, {int(start), int(m_at)}});
            if (kind == TokenKind::End)
                return tokens;
        }
    }

private:
    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }
    bool startsWith(QStringView what) const { return m_text.mid(m_at).startsWith(what); }

    TokenKind next()
    {
        const QChar c = at(m_at);
        if (m_at >= m_text.size())
            return TokenKind::End;
        if (startsWith(u"//"))
            return comment();
        if (isStringStart())
            return string();
        if (isLetter(c) || c == u'$')
            return word();
        if (isDigit(c))
            return number();
        return symbol();
    }

    TokenKind comment()
    {
        while (m_at < m_text.size() && m_text[m_at] != u'\n')
            ++m_at;
        return TokenKind::Comment;
    }

    bool isStringStart() const
    {
        qsizetype i = m_at;
        if (at(i) == u'h' || at(i) == u'H')
            ++i;
        if (at(i) == u'@')
            ++i;
        const auto rest = m_text.mid(i);
        return at(i) == u'"' || at(i) == u'\'' || rest.startsWith(u"```") || rest.startsWith(u"~~~");
    }

    TokenKind string()
    {
        if (at(m_at) == u'h' || at(m_at) == u'H')
            ++m_at;
        const bool verbatim = at(m_at) == u'@';
        if (verbatim)
            ++m_at;
        if (at(m_at) != u'"' && at(m_at) != u'\'')
            return fencedString();
        const QChar quote = at(m_at++);
        bool isGood = true;
        while (m_at < m_text.size() && at(m_at) != u'\n' && at(m_at) != u'\r') {
            const QChar c = at(m_at++);
            if (c == quote && verbatim && at(m_at) == quote)
                ++m_at;
            else if (c == quote)
                return isGood ? TokenKind::String : TokenKind::Unknown;
            else if (c == u'\\' && !verbatim && m_at < m_text.size())
                isGood = escape() && isGood;
        }
        return TokenKind::Unknown;
    }

    /// Steps over what stands after a backslash; false if that is no escape of the language ("C:\Windows").
    bool escape()
    {
        const QChar c = at(m_at++);
        const int digits = c == u'x' ? 2 : c == u'u' ? 4 : c == u'U' ? 8 : 0;
        for (int i = 0; i < digits; ++i) {
            const QChar digit = at(m_at + i).toLower();
            if (!isDigit(digit) && (digit < u'a' || digit > u'f'))
                return false;
        }
        m_at += digits;
        return digits > 0 || (c >= u'0' && c <= u'7') || QStringView(u"abfnrtv\\'\"").contains(c);
    }

    TokenKind fencedString()
    {
        const QStringView fence = m_text.mid(m_at, 3);
        const qsizetype end = m_text.indexOf(fence, m_at + 3);
        m_at = end < 0 ? m_text.size() : end + 3;
        return end < 0 ? TokenKind::Unknown : TokenKind::String;
    }

    TokenKind word()
    {
        const qsizetype start = m_at++;
        while (isWord(at(m_at)))
            ++m_at;
        const QStringView word = m_text.mid(start, m_at - start);
        if (isLiteralType(word) && typedLiteral())
            return TokenKind::TypedLiteral;
        if (at(m_at) == u'~' && word == u"in") {
            ++m_at;
            return TokenKind::Operator;
        }
        joinHyphens(start);
        return TokenKind::Identifier;
    }

    static bool isLiteralType(QStringView word)
    {
        static const QSet<QString> names{QStringLiteral("datetime"), QStringLiteral("date"), QStringLiteral("timespan"),
                                         QStringLiteral("time"),     QStringLiteral("guid"), QStringLiteral("int"),
                                         QStringLiteral("long"),     QStringLiteral("real"), QStringLiteral("double"),
                                         QStringLiteral("decimal"),  QStringLiteral("bool"), QStringLiteral("boolean")};
        return names.contains(word.toString());
    }

    /// datetime( … ): the content is read later, as its form depends on the type.
    bool typedLiteral()
    {
        qsizetype i = m_at;
        while (at(i) == u' ' || at(i) == u'\t')
            ++i;
        if (at(i) != u'(')
            return false;
        for (++i; i < m_text.size() && at(i) != u')'; ++i) {
            if (at(i) == u'(' || at(i) == u'\n' || at(i) == u'|')
                return false;
        }
        if (at(i) != u')')
            return false;
        m_at = i + 1;
        return true;
    }

    /// project-away, mv-expand …: one word, but only those that exist (a-b is a subtraction).
    void joinHyphens(qsizetype start)
    {
        static const QStringList names{QStringLiteral("project-away"),
                                       QStringLiteral("project-keep"),
                                       QStringLiteral("project-rename"),
                                       QStringLiteral("project-reorder"),
                                       QStringLiteral("project-by-names"),
                                       QStringLiteral("project-smart"),
                                       QStringLiteral("mv-expand"),
                                       QStringLiteral("mv-apply"),
                                       QStringLiteral("make-series"),
                                       QStringLiteral("make-graph"),
                                       QStringLiteral("graph-match"),
                                       QStringLiteral("graph-mark-components"),
                                       QStringLiteral("graph-shortest-paths"),
                                       QStringLiteral("graph-to-table"),
                                       QStringLiteral("graph-merge"),
                                       QStringLiteral("graph-where-nodes"),
                                       QStringLiteral("graph-where-edges"),
                                       QStringLiteral("parse-where"),
                                       QStringLiteral("parse-kv"),
                                       QStringLiteral("top-nested"),
                                       QStringLiteral("top-hitters"),
                                       QStringLiteral("sample-distinct"),
                                       QStringLiteral("partition-by"),
                                       QStringLiteral("macro-expand"),
                                       QStringLiteral("granny-asc"),
                                       QStringLiteral("granny-desc"),
                                       QStringLiteral("assert-schema")};
        if (at(m_at) != u'-')
            return;
        qsizetype longest = 0;
        for (const auto &name : names) {
            if (m_text.mid(start).startsWith(name) && !isWord(at(start + name.size())))
                longest = std::max(longest, name.size());
        }
        if (longest > 0)
            m_at = start + longest;
    }

    TokenKind number()
    {
        m_suffixed = false;
        if (at(m_at) == u'0' && (at(m_at + 1) == u'x' || at(m_at + 1) == u'X') && isHex(at(m_at + 2))) {
            m_at += 2;
            while (isHex(at(m_at)))
                ++m_at;
            return TokenKind::Long;
        }
        digits();
        bool real = false;
        if (at(m_at) == u'.' && isDigit(at(m_at + 1))) {
            real = true;
            ++m_at;
            digits();
        } else if (at(m_at) == u'.' && at(m_at + 1) != u'.' && !isLetter(at(m_at + 1))) {
            real = true;
            ++m_at;
        }
        real = exponent() || real;
        if (!suffix() && !real && isWord(at(m_at)))
            return digitWord();
        return m_suffixed ? TokenKind::TimeSpan : real ? TokenKind::Real : TokenKind::Long;
    }

    void digits()
    {
        while (isDigit(at(m_at)))
            ++m_at;
    }

    bool exponent()
    {
        if (at(m_at) != u'e' && at(m_at) != u'E')
            return false;
        const qsizetype sign = at(m_at + 1) == u'+' || at(m_at + 1) == u'-' ? 1 : 0;
        if (!isDigit(at(m_at + 1 + sign)))
            return false;
        m_at += 1 + sign;
        digits();
        return true;
    }

    bool suffix()
    {
        static const QSet<QString> units = [] {
            const QString all = QStringLiteral(
                "d day days h hr hrs hour hours m min minute minutes s sec second seconds ms milli millis millisec "
                "millisecond milliseconds micro micros microsec microsecond microseconds nano nanos nanosec nanosecond "
                "nanoseconds tick ticks");
            const auto parts = all.split(u' ');
            return QSet<QString>(parts.begin(), parts.end());
        }();
        qsizetype end = m_at;
        while (isWord(at(end)))
            ++end;
        if (!units.contains(m_text.mid(m_at, end - m_at).toString()))
            return false;
        m_at = end;
        m_suffixed = true;
        return true;
    }

    /// A name may start with a digit: 5_Minutes.
    TokenKind digitWord()
    {
        while (isWord(at(m_at)))
            ++m_at;
        return TokenKind::Identifier;
    }

    TokenKind symbol()
    {
        if (at(m_at) == u'!' && isLetter(at(m_at + 1)))
            return negatedWord();
        for (const QStringView two : {u"==", u"=~", u"!=", u"!~", u"<>", u"<=", u">=", u"..", u"=>"}) {
            if (startsWith(two)) {
                m_at += 2;
                return TokenKind::Operator;
            }
        }
        const QChar c = at(m_at++);
        return QStringView(u"|=<>+-*/%()[]{},;:.").contains(c) ? TokenKind::Operator : TokenKind::Unknown;
    }

    /// !in, !in~, !has, !contains_cs …
    TokenKind negatedWord()
    {
        const qsizetype start = ++m_at;
        while (isWord(at(m_at)))
            ++m_at;
        if (m_text.mid(start, m_at - start) == u"in" && at(m_at) == u'~')
            ++m_at;
        return TokenKind::Operator;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_suffixed = false; ///< the number just read has a unit of time
};

} // namespace

QList<Token> lex(QStringView query) { return Lexer(query).run(); }

} // namespace watchdesk::kql
