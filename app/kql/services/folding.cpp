// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/folding.h"

#include "app/kql/lexer.h"

#include <QMap>

#include <algorithm>

namespace watchdesk::kql {

namespace {

class Folds
{
public:
    void add(int first, int last)
    {
        if (last > first)
            m_last[first] = qMax(m_last.value(first, 0), last);
    }

    QList<FoldRange> ranges() const
    {
        QList<FoldRange> all;
        for (auto fold = m_last.begin(); fold != m_last.end(); ++fold)
            all.append({fold.key(), fold.value()});
        return all;
    }

private:
    QMap<int, int> m_last;
};

/// Line numbers of positions that come in order.
class Lines
{
public:
    explicit Lines(const QString &text)
        : m_text(text)
    {
    }

    int at(int position)
    {
        m_line += int(QStringView(m_text).mid(m_at, position - m_at).count(u'\n'));
        m_at = position;
        return m_line;
    }

private:
    const QString &m_text;
    int m_at = 0;
    int m_line = 0;
};

} // namespace

QList<FoldRange> foldRanges(const QString &text)
{
    Folds folds;
    Lines lines(text);
    QList<int> open;
    int statement = -1;
    int lastLine = 0;
    int comment = -1;
    for (const Token &token : lex(text)) {
        const int line = lines.at(token.span.start);
        const bool isComment = token.kind == TokenKind::Comment && (line > lastLine || token.span.start == 0);
        const bool apart = token.kind == TokenKind::End || line > lastLine + 1;
        if (comment >= 0 && (!isComment || apart)) {
            folds.add(comment, lastLine);
            comment = -1;
        }
        if (statement >= 0 && open.isEmpty() && apart) {
            folds.add(statement, lastLine);
            statement = -1;
        }
        if (token.kind == TokenKind::End)
            break;
        const QStringView word = QStringView(text).mid(token.span.start, token.span.end - token.span.start);
        const bool isOperator = token.kind == TokenKind::Operator;
        if (isComment && comment < 0)
            comment = line;
        if (token.kind != TokenKind::Comment && statement < 0)
            statement = line;
        if (isOperator && (word == u"(" || word == u"[" || word == u"{"))
            open.append(line);
        if (isOperator && (word == u")" || word == u"]" || word == u"}") && !open.isEmpty())
            folds.add(open.takeLast(), line - 1);
        lastLine = lines.at(token.span.end);
        if (isOperator && word == u";" && open.isEmpty()) {
            folds.add(statement, lastLine);
            statement = -1;
        }
    }
    return folds.ranges();
}

} // namespace watchdesk::kql
