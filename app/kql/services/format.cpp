// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/format.h"

#include "app/kql/services/layout.h"

#include "app/kql/lexer.h"

namespace watchdesk::kql {

namespace {

const int kMaxNesting = 100;
const qsizetype kMaxText = 1'000'000;

bool isTooDeep(const QList<Piece> &pieces)
{
    int depth = 0;
    for (const Piece &piece : pieces) {
        depth += piece.isOpen() ? 1 : piece.isClose() ? -1 : 0;
        if (depth > kMaxNesting || depth < 0)
            return true;
    }
    return depth != 0; // a bracket is missing: where it belongs is for the writer to say
}

bool sameTokens(const QString &text, const QList<Piece> &pieces)
{
    const QList<Piece> after = piecesOf(text);
    if (after.size() != pieces.size())
        return false;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after[i].kind != pieces[i].kind || after[i].text != pieces[i].text)
            return false;
    }
    return true;
}

/// What laying out again would leave alone, or nothing.
QString settled(const QList<Piece> &pieces)
{
    const QString once = Layout(pieces).run();
    if (!sameTokens(once, pieces))
        return {};
    const QString twice = Layout(piecesOf(once)).run();
    return twice == once ? once : QString();
}

} // namespace

QString formatted(const QString &text)
{
    if (text.size() > kMaxText)
        return text;
    const QList<Piece> pieces = piecesOf(text);
    if (pieces.isEmpty() || isTooDeep(pieces))
        return text;
    const QString laidOut = settled(pieces);
    return laidOut.isEmpty() ? text : laidOut;
}

} // namespace watchdesk::kql
