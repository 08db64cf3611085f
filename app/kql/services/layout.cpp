// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/layout.h"

#include "app/kql/functions/functiontable.h"
#include "app/kql/lexer.h"
#include "app/kql/services/language.h"

#include <QSet>

#include <algorithm>

namespace watchdesk::kql {

namespace {

const int kWidth = 100;
const int kIndent = 4;

/// Words before a bracket that is not a call's.
bool isKeyword(const QString &word)
{
    static const QSet<QString> words = [] {
        const auto &language = Language::instance();
        QSet<QString> all(language.words.begin(), language.words.end());
        for (const auto &op : language.operators)
            all.insert(op.name);
        for (const auto &comparison : language.comparisons)
            all.insert(comparison.name);
        for (const char *call : {"materialize", "toscalar", "typeof", "view", "not", "datatable", "externaldata",
                                 "true", "false", "null", "count"})
            all.remove(QString::fromLatin1(call));
        return all;
    }();
    return words.contains(word);
}

} // namespace

QList<Piece> piecesOf(const QString &text)
{
    QList<Piece> pieces;
    QList<qsizetype> open;
    int at = 0;
    for (const Token &token : lex(text)) {
        if (token.kind == TokenKind::End)
            break;
        const auto before = QStringView(text).mid(at, token.span.start - at);
        Piece piece{token.kind, text.mid(token.span.start, token.span.end - token.span.start), int(before.count(u'\n')),
                    before.isEmpty() && at > 0, -1};
        if (token.kind == TokenKind::Comment)
            piece.text = piece.text.trimmed();
        const bool isOperator = token.kind == TokenKind::Operator;
        if (isOperator && (piece.text == u"(" || piece.text == u"[" || piece.text == u"{")) {
            open.append(pieces.size());
            piece.match = pieces.size(); // its own place until the partner comes
        } else if (piece.isClose() && !open.isEmpty()) {
            piece.match = open.takeLast();
            pieces[piece.match].match = pieces.size();
        }
        pieces.append(piece);
        at = token.span.end;
    }
    return pieces;
}

Layout::Layout(const QList<Piece> &pieces)
    : m_pieces(pieces)
{
    QStringList open{QString()};
    bool named = false;
    for (const Piece &piece : pieces) {
        if (piece.isOpen())
            open.append(QString());
        else if (piece.isClose() && open.size() > 1)
            open.removeLast();
        const bool ends = piece.kind == TokenKind::Operator && (piece.text == u"|" || piece.text == u";");
        if (ends)
            open.last().clear();
        const LanguageWord *word = open.last().isEmpty() ? Language::instance().operatorNamed(piece.text) : nullptr;
        if (piece.kind == TokenKind::Identifier && (named || (word && word->source)))
            open.last() = piece.text;
        if (!piece.isComment())
            named = ends && piece.text == u"|";
        m_operators.append(open.last());
    }
}

QString Layout::run()
{
    statements({0, m_pieces.size()}, 0);
    while (m_out.endsWith(u'\n') || m_out.endsWith(u' '))
        m_out.chop(1);
    return m_out + u'\n';
}

/// Each statement on a line of its own; a blank line between two stays.
void Layout::statements(Range range, int indent)
{
    qsizetype begin = range.begin;
    while (begin < range.end) {
        qsizetype end = begin;
        while (end < range.end) {
            const Piece &piece = m_pieces[end];
            const bool apart = end > begin && piece.lines > 1 && !piece.is(u"|") && !piece.is(u";");
            if (apart)
                break;
            end = piece.isOpen() ? piece.match + 1 : end + 1;
            if (!piece.is(u";"))
                continue;
            if (end < range.end && m_pieces[end].isComment() && m_pieces[end].lines == 0)
                ++end; // what is said about the statement stays on its line
            break;
        }
        if (begin > range.begin) {
            newLine(indent);
            if (m_pieces[begin].lines > 1)
                m_out.insert(m_out.lastIndexOf(u'\n'), u'\n');
        }
        pipeline({begin, end}, indent);
        begin = end;
    }
}

/// Comments on lines of their own.
void Layout::comments(Range range, int indent)
{
    for (qsizetype i = range.begin; i < range.end; ++i) {
        if (!m_fresh)
            newLine(indent);
        write(i, indent);
        newLine(indent);
    }
}

/// The source, then a line for each operator; comments between them keep their places.
void Layout::pipeline(Range range, int indent)
{
    qsizetype begin = range.begin;
    while (begin < range.end && m_pieces[begin].isComment())
        ++begin;
    comments({range.begin, begin}, indent);
    const qsizetype first = begin;
    for (qsizetype i = begin; i < range.end; i = m_pieces[i].isOpen() ? m_pieces[i].match + 1 : i + 1) {
        if (!m_pieces[i].is(u"|") || i == first)
            continue;
        qsizetype end = i;
        while (end - 1 > begin && m_pieces[end - 1].isComment() && m_pieces[end - 1].lines > 0)
            --end;
        stage({begin, end}, indent);
        newLine(indent);
        comments({end, i}, indent);
        begin = i;
    }
    stage({begin, range.end}, indent);
}

void Layout::stage(Range range, int indent)
{
    if (range.begin >= range.end)
        return;
    if (isFlat(range) && width(flat(range)) <= kWidth)
        inlineRun(range, indent);
    else
        brokenStage(range, indent);
}

/// Too long for a line: broken at "and"/"or" of a condition, or at the commas of a list and before "by".
void Layout::brokenStage(Range range, int indent)
{
    const QString op = operatorOf(range.end - 1);
    const bool condition = op == u"where" || op == u"filter";
    const bool list = !condition && !op.isEmpty() && op != u"join" && op != u"lookup";
    QList<Range> parts;
    qsizetype begin = range.begin;
    bool plain = true; // all items are single names: as many as fit share a line
    qsizetype since = range.begin;
    for (qsizetype i = range.begin; i < range.end; i = m_pieces[i].isOpen() ? m_pieces[i].match + 1 : i + 1) {
        const Piece &piece = m_pieces[i];
        const qsizetype next = afterComma(i);
        const bool before =
            condition ? piece.is(u"and") || piece.is(u"or") : list && i > range.begin + 1 && piece.is(u"by");
        const bool after = list && piece.is(u",");
        if (before && i > begin) {
            parts.append({begin, i});
            begin = i;
        } else if (after && next < range.end) {
            plain = plain && i - since <= 2;
            since = i;
            parts.append({begin, next});
            begin = next;
        }
    }
    parts.append({begin, range.end});
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool fits = plain && isFlat(parts[i]) && width(flat(parts[i])) < kWidth;
        if (i > 0 && !(fits && list && !m_pieces[parts[i].begin].is(u"by")))
            newLine(indent + kIndent);
        inlineRun(parts[i], i == 0 ? indent : indent + kIndent);
    }
}

/// Behind a comma and what is said on its line about the item that ends there.
qsizetype Layout::afterComma(qsizetype comma) const
{
    const qsizetype next = comma + 1;
    const bool remark = next < m_pieces.size() && m_pieces[next].isComment() && m_pieces[next].lines == 0;
    return remark ? next + 1 : next;
}

/// One piece after the other; brackets that do not fit are opened.
void Layout::inlineRun(Range range, int indent)
{
    for (qsizetype i = range.begin; i < range.end;) {
        if (m_pieces[i].isOpen()) {
            i = group(i, indent);
            continue;
        }
        write(i, indent + kIndent);
        ++i;
    }
}

/// From a bracket to its partner; gives the place behind it.
qsizetype Layout::group(qsizetype open, int indent)
{
    const qsizetype close = m_pieces[open].match;
    const Range inner{open + 1, close};
    const bool one = isFlat({open, close + 1});
    if (one && (width(flat({open, close + 1})) <= kWidth || close - open <= 2)) {
        for (qsizetype i = open; i <= close; ++i)
            write(i, indent + kIndent);
        return close + 1;
    }
    write(open, indent + kIndent);
    newLine(indent + kIndent);
    if (m_pieces[open].is(u"{"))
        statements(inner, indent + kIndent);
    else if (split(inner, u"|").size() > 1)
        pipeline(inner, indent + kIndent);
    else
        wrappedList(inner, indent + kIndent);
    newLine(indent);
    write(close, indent);
    return close + 1;
}

/// As many items as fit on each line.
void Layout::wrappedList(Range range, int indent)
{
    qsizetype begin = range.begin;
    for (const Range &item : split(range, u",")) {
        const Range whole{begin, std::min(afterComma(item.end), range.end)};
        if (begin > range.begin && !m_fresh && !(isFlat(whole) && width(flat(whole)) < kWidth))
            newLine(indent);
        if (split(whole, u"|").size() > 1)
            pipeline(whole, indent);
        else
            inlineRun(whole, indent);
        begin = whole.end;
    }
}

QList<Layout::Range> Layout::split(Range range, QStringView separator) const
{
    QList<Range> parts;
    qsizetype begin = range.begin;
    for (qsizetype i = range.begin; i < range.end; i = m_pieces[i].isOpen() ? m_pieces[i].match + 1 : i + 1) {
        if (!m_pieces[i].is(separator))
            continue;
        parts.append({begin, i});
        begin = i + 1;
    }
    parts.append({begin, range.end});
    return parts;
}

/// No comment, pipe or statement inside: it may stand on one line.
bool Layout::isFlat(Range range) const
{
    for (qsizetype i = range.begin; i < range.end; ++i) {
        const Piece &piece = m_pieces[i];
        const bool stacked = piece.text.contains(u'\n') && piece.kind == TokenKind::String;
        if (piece.isComment() || stacked ||
            (i > range.begin && (piece.is(u"|") || (piece.is(u";") && i + 1 < range.end))))
            return false;
    }
    return true;
}

QString Layout::flat(Range range) const
{
    QString text;
    for (qsizetype i = range.begin; i < range.end; ++i) {
        if (i > range.begin && spaced(i))
            text += u' ';
        text += m_pieces[i].text;
        if (text.size() > kWidth)
            return text;
    }
    if (range.begin > 0 && !m_fresh && spaced(range.begin))
        text += u' '; // what stands before it
    return text;
}

void Layout::newLine(int indent)
{
    m_mustBreak = false;
    if (m_fresh && !m_out.isEmpty()) { // an empty line takes the new indent
        m_out.truncate(m_out.lastIndexOf(u'\n') + 1);
    } else if (!m_out.isEmpty()) {
        while (m_out.endsWith(u' '))
            m_out.chop(1);
        m_out += u'\n';
    }
    m_out += QString(indent, u' ');
    m_column = indent;
    m_fresh = true;
}

void Layout::write(qsizetype index, int indent)
{
    const Piece &piece = m_pieces[index];
    if (m_mustBreak || (piece.isComment() && piece.lines > 0 && !m_fresh))
        newLine(indent);
    if (!m_fresh && index > 0 && (piece.isComment() || spaced(index))) {
        m_out += u' ';
        ++m_column;
    }
    m_out += piece.text;
    const qsizetype line = piece.text.lastIndexOf(u'\n');
    m_column = line < 0 ? m_column + int(piece.text.size()) : int(piece.text.size() - line - 1);
    m_fresh = false;
    m_mustBreak = piece.isComment();
}

QString Layout::operatorOf(qsizetype index) const { return m_operators.value(index); }

bool Layout::isOption(qsizetype equals) const
{
    if (equals < 1 || m_pieces[equals - 1].kind != TokenKind::Identifier)
        return false;
    const QString name = m_pieces[equals - 1].text;
    const bool hint = equals > 2 && m_pieces[equals - 2].is(u".") && m_pieces[equals - 3].is(u"hint");
    return hint || Language::instance().hasOption(operatorOf(equals), name);
}

/// A sign after something that is no operand.
bool Layout::isUnary(qsizetype sign) const
{
    if (sign == 0)
        return true;
    const Piece &before = m_pieces[sign - 1];
    if (before.kind == TokenKind::Operator)
        return !before.isClose() && !before.is(u"*");
    return before.kind == TokenKind::Identifier && isKeyword(before.text);
}

/// Where * is part of a name (Device*) rather than times.
bool Layout::isWildcardPlace(qsizetype index) const
{
    const QString op = operatorOf(index);
    return op.startsWith(u"project-") || op == u"union" || op == u"search" || op == u"find" || op == u"distinct";
}

bool Layout::spacedBracket(qsizetype index) const
{
    const Piece &before = m_pieces[index - 1];
    const Piece &piece = m_pieces[index];
    if (piece.is(u"{"))
        return true;
    if (before.kind != TokenKind::Identifier)
        return before.isClose() ? !piece.glued : !before.is(u".");
    if (piece.is(u"["))
        return !piece.glued;
    if (isKeyword(before.text))
        return true;
    const auto &table = FunctionTable::instance();
    const bool isFunction = table.function(before.text) || table.aggregate(before.text);
    return !isFunction && !piece.glued;
}

/// Whether a blank goes before the piece when both are on one line.
bool Layout::spaced(qsizetype index) const
{
    const Piece &piece = m_pieces[index];
    const Piece &before = m_pieces[index - 1];
    static const QSet<QString> verbatim{QStringLiteral("make-graph"), QStringLiteral("graph-match"),
                                        QStringLiteral("graph-shortest-paths")};
    if (piece.kind == TokenKind::Unknown || before.kind == TokenKind::Unknown || verbatim.contains(operatorOf(index)))
        return !piece.glued;
    if (before.is(u"{") || piece.is(u"}"))
        return !(before.is(u"{") && piece.is(u"}"));
    if (before.is(u"(") || before.is(u"[") || piece.isClose() || piece.is(u",") || piece.is(u";"))
        return false;
    if (piece.is(u".") || before.is(u"."))
        return false;
    if (piece.is(u":"))
        return false;
    if (before.is(u":"))
        return !piece.glued;
    if ((piece.is(u"=") && isOption(index)) || (before.is(u"=") && isOption(index - 1)))
        return false;
    if ((before.is(u"-") || before.is(u"+")) && isUnary(index - 1))
        return false;
    const bool besideStar = (piece.is(u"*") && before.kind != TokenKind::Operator) ||
                            (before.is(u"*") && piece.kind != TokenKind::Operator);
    if (besideStar && isWildcardPlace(index))
        return !piece.glued;
    if (piece.kind == TokenKind::Operator && (piece.text == u"(" || piece.text == u"[" || piece.text == u"{"))
        return spacedBracket(index);
    return true;
}

} // namespace watchdesk::kql
