// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/filterlexer.h"

#include <QCoreApplication>

namespace watchdesk::store {

namespace {

using Kind = FilterToken::Kind;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store::Lexer", text); }

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    Result<QList<FilterToken>> run()
    {
        while (skipBlanks(), m_at < m_text.size()) {
            if (!punctuation() && !term())
                return failure(m_error);
        }
        m_tokens.append(token(Kind::End, m_at));
        return m_tokens;
    }

private:
    QChar here() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool isAtBoundary() const { return m_at >= m_text.size() || here().isSpace() || here() == u'(' || here() == u')'; }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    FilterToken token(Kind kind, int start) const
    {
        FilterToken made;
        made.kind = kind;
        made.start = start;
        made.end = m_at;
        return made;
    }

    bool punctuation()
    {
        Kind kind = Kind::End;
        if (here() == u'(')
            kind = Kind::Open;
        else if (here() == u')')
            kind = Kind::Close;
        else if ((here() == u'-' || here() == u'!') && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace())
            kind = Kind::Not;
        else
            return false;
        ++m_at;
        m_tokens.append(token(kind, m_at - 1));
        return true;
    }

    bool term()
    {
        FilterToken made = token(Kind::Term, m_at);
        readField(made);
        made.valueStart = m_at;
        if (made.hasField)
            readOperation(made);
        if (!readValues(made))
            return false;
        made.end = m_at;
        if (!made.hasField)
            made.kind = wordKind(made);
        m_tokens.append(made);
        return true;
    }

    /// "and", "or", "not" as bare words are operators; in quotes they are text.
    static Kind wordKind(const FilterToken &token)
    {
        if (token.values.size() != 1 || token.values[0].size() != 1 || token.values[0][0].isQuoted)
            return Kind::Term;
        const QString word = token.values[0][0].text.toLower();
        if (word == QStringLiteral("and"))
            return Kind::And;
        if (word == QStringLiteral("or"))
            return Kind::Or;
        return word == QStringLiteral("not") ? Kind::Not : Kind::Term;
    }

    /// A field's name is letters, digits, _ and . up to a colon; anything else is a word that may hold colons.
    void readField(FilterToken &made)
    {
        int at = m_at;
        while (at < m_text.size() && (m_text[at].isLetterOrNumber() || m_text[at] == u'_' || m_text[at] == u'.'))
            ++at;
        if (at == m_at || at >= m_text.size() || m_text[at] != u':')
            return;
        made.field = m_text.mid(m_at, at - m_at);
        made.hasField = true;
        m_at = at + 1;
    }

    void readOperation(FilterToken &made)
    {
        static const QStringList operations{QStringLiteral(">="), QStringLiteral("<="), QStringLiteral(">"),
                                            QStringLiteral("<"), QStringLiteral("!")};
        for (const auto &operation : operations) {
            if (QStringView(m_text).mid(m_at).startsWith(operation)) {
                made.operation = operation;
                m_at += int(operation.size());
                return;
            }
        }
    }

    bool readValues(FilterToken &made)
    {
        made.values.append(QList<FilterToken::Part>());
        while (!isAtBoundary()) {
            if (here() == u'"') {
                if (!readQuoted(made))
                    return false;
            } else if (here() == u',' && made.hasField) {
                ++m_at;
                made.values.append(QList<FilterToken::Part>());
            } else {
                readPlain(made);
            }
        }
        return true;
    }

    bool readQuoted(FilterToken &made)
    {
        const int start = m_at;
        QString text;
        for (++m_at; m_at < m_text.size() && here() != u'"'; ++m_at) {
            if (here() == u'\\' && m_at + 1 < m_text.size() && (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\'))
                ++m_at;
            text += m_text[m_at];
        }
        if (m_at >= m_text.size()) {
            m_error = filterError(tr("A quote is not closed."), start, int(m_text.size()));
            return false;
        }
        ++m_at;
        made.values.last().append({text, true});
        return true;
    }

    void readPlain(FilterToken &made)
    {
        const int start = m_at;
        while (!isAtBoundary() && here() != u'"' && !(here() == u',' && made.hasField))
            ++m_at;
        made.values.last().append({m_text.mid(start, m_at - start), false});
    }

    const QString &m_text;
    int m_at = 0;
    QList<FilterToken> m_tokens;
    Error m_error;
};

} // namespace

Result<QList<FilterToken>> lexFilter(const QString &text) { return Lexer(text).run(); }

Error filterError(const QString &message, int start, int end)
{
    return Error{Error::Kind::InvalidInput,
                 message,
                 {{QStringLiteral("start"), QString::number(start)}, {QStringLiteral("end"), QString::number(end)}}};
}

} // namespace watchdesk::store
