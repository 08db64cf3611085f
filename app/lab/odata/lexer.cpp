// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/odata/lexer.h"

#include <QRegularExpression>

namespace watchdesk::lab {

namespace {

using Kind = FilterToken::Kind;

bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool startsName(QChar c) { return isAsciiLetter(c) || c == u'_' || c == u'$' || c == u'@'; }

/// Dates, numbers and unquoted GUIDs run on over these.
bool continuesWord(QChar c) { return isAsciiLetter(c) || isDigit(c) || c == u'-' || c == u'.' || c == u'_'; }

bool isGuid(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"));
    return form.match(text).hasMatch();
}

/// "2018-08-01Z" is a documented spelling, although it is neither a date nor a time.
std::optional<Ticks> dateFromWord(QString word)
{
    if (word.size() == 11 && word.endsWith(u'Z', Qt::CaseInsensitive))
        word.chop(1);
    return word.size() >= 10 ? ticksFromIso(word) : std::nullopt;
}

std::optional<Value> literalFromWord(const QString &word)
{
    bool ok = false;
    if (const qint64 whole = word.toLongLong(&ok); ok)
        return whole;
    if (const auto ticks = dateFromWord(word))
        return Instant{*ticks};
    if (isGuid(word))
        return word.toLower();
    if (const double real = word.toDouble(&ok); ok)
        return real;
    return std::nullopt;
}

class FilterLexer
{
public:
    explicit FilterLexer(const QString &text)
        : m_text(text)
    {
    }

    Result<QList<FilterToken>> run();

private:
    bool next();
    bool single(QChar c);
    bool quoted();
    bool name();
    bool number();
    void add(Kind kind, const QString &text = {}, const Value &value = {}, qsizetype start = -1);

    const QString &m_text;
    qsizetype m_at = 0;
    QList<FilterToken> m_tokens;
};

Result<QList<FilterToken>> FilterLexer::run()
{
    while (m_at < m_text.size()) {
        if (m_text.at(m_at).isSpace())
            ++m_at;
        else if (!next())
            return failure(filterSyntaxError(m_text, m_at));
    }
    add(Kind::End);
    return m_tokens;
}

void FilterLexer::add(Kind kind, const QString &text, const Value &value, qsizetype start)
{
    m_tokens.append({kind, text, value, start < 0 ? m_at : start});
}

bool FilterLexer::next()
{
    const QChar c = m_text.at(m_at);
    if (c == u'\'')
        return quoted();
    if (isDigit(c) || c == u'-')
        return number();
    if (startsName(c))
        return name();
    return single(c);
}

bool FilterLexer::single(QChar c)
{
    static const QString signs = QStringLiteral("(),:/");
    static const Kind kinds[] = {Kind::Open, Kind::Close, Kind::Comma, Kind::Colon, Kind::Slash};
    const qsizetype index = signs.indexOf(c);
    if (index < 0)
        return false;
    add(kinds[index], c);
    ++m_at;
    return true;
}

bool FilterLexer::quoted()
{
    const qsizetype start = m_at;
    QString value;
    for (qsizetype i = start + 1; i < m_text.size(); ++i) {
        const bool isQuote = m_text.at(i) == u'\'';
        if (isQuote && i + 1 < m_text.size() && m_text.at(i + 1) == u'\'') {
            ++i; // two quotes in a text are one
        } else if (isQuote) {
            m_at = i + 1;
            add(Kind::Literal, value, value, start);
            return true;
        }
        value.append(m_text.at(i));
    }
    return false;
}

bool FilterLexer::number()
{
    const qsizetype start = m_at;
    qsizetype end = start + 1;
    // A time has colons and perhaps a zone with '+', which a form decodes as a blank; a lambda's colon follows a name.
    while (end < m_text.size() && (continuesWord(m_text.at(end)) || m_text.at(end) == u':' || m_text.at(end) == u'+'))
        ++end;
    const QString word = m_text.mid(start, end - start);
    const auto literal = literalFromWord(word);
    if (!literal)
        return false;
    m_at = end;
    add(Kind::Literal, word, *literal, start);
    return true;
}

bool FilterLexer::name()
{
    const qsizetype start = m_at;
    qsizetype end = start + 1;
    while (end < m_text.size() && continuesWord(m_text.at(end)))
        ++end;
    const QString word = m_text.mid(start, end - start);
    m_at = end;
    if (word == QLatin1String("true") || word == QLatin1String("false"))
        add(Kind::Literal, word, word == QLatin1String("true"), start);
    else if (word == QLatin1String("null"))
        add(Kind::Literal, word, Value(), start);
    else if (isGuid(word))
        add(Kind::Literal, word, word.toLower(), start);
    else
        add(Kind::Name, word, {}, start);
    return true;
}

} // namespace

Result<QList<FilterToken>> lexFilter(const QString &text) { return FilterLexer(text).run(); }

Error filterSyntaxError(const QString &filter, qsizetype position)
{
    const QString shown = filter.size() > 200 ? filter.left(200) + QStringLiteral("...") : filter;
    return Error{Error::Kind::InvalidInput,
                 QStringLiteral("Syntax error at position %1 in '%2'.").arg(QString::number(position), shown)};
}

} // namespace watchdesk::lab
