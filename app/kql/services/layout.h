// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/token.h"

#include <QList>
#include <QString>

namespace watchdesk::kql {

/// A token with what stood before it.
struct Piece
{
    TokenKind kind = TokenKind::End;
    QString text;
    int lines = 0;        ///< line ends before it
    bool glued = false;   ///< nothing before it
    qsizetype match = -1; ///< of a bracket: where its partner is

    bool isOpen() const { return match >= 0 && (text == u"(" || text == u"[" || text == u"{"); }
    bool isClose() const { return kind == TokenKind::Operator && (text == u")" || text == u"]" || text == u"}"); }
    bool isComment() const { return kind == TokenKind::Comment; }
    bool is(QStringView other) const { return kind != TokenKind::String && text == other; }
};

QList<Piece> piecesOf(const QString &text);

/// Lays out pieces whose brackets match. Used once.
class Layout
{
public:
    explicit Layout(const QList<Piece> &pieces);
    QString run();

private:
    struct Range
    {
        qsizetype begin;
        qsizetype end;
    };

    // Where pieces go.
    void statements(Range range, int indent);
    void comments(Range range, int indent);
    void pipeline(Range range, int indent);
    void stage(Range range, int indent);
    void brokenStage(Range range, int indent);
    void inlineRun(Range range, int indent);
    qsizetype group(qsizetype open, int indent);
    void wrappedList(Range range, int indent);
    qsizetype afterComma(qsizetype comma) const;

    // What they look like on one line.
    bool isFlat(Range range) const;
    QString flat(Range range) const;
    bool spaced(qsizetype index) const;
    bool spacedBracket(qsizetype index) const;
    bool isOption(qsizetype equals) const;
    bool isUnary(qsizetype sign) const;
    bool isWildcardPlace(qsizetype index) const;
    QString operatorOf(qsizetype index) const;
    QList<Range> split(Range range, QStringView separator) const;

    void write(qsizetype index, int indent);
    void newLine(int indent);
    int width(const QString &text) const { return m_column + int(text.size()); }

    const QList<Piece> &m_pieces;
    QStringList m_operators; ///< the operator that each piece belongs to
    QString m_out;
    int m_column = 0;
    bool m_fresh = true;      ///< nothing on this line yet
    bool m_mustBreak = false; ///< a comment ended the line
};

} // namespace watchdesk::kql
