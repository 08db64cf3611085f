// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/statements.h"

#include "app/kql/lexer.h"

namespace watchdesk::kql {

Span queryAround(const QString &text, int position)
{
    Span query{0, 0};
    int depth = 0;
    bool continues = true;
    for (const Token &token : lex(text)) {
        const int gapStart = query.end;
        const auto gap = QStringView(text).mid(gapStart, token.span.start - gapStart);
        const bool parts = gap.count(u'\n') > 1 && depth <= 0 && !continues;
        if (token.kind == TokenKind::End || (parts && position < token.span.start))
            break;
        if (parts) {
            query.start = token.span.start;
            depth = 0;
        } else if (query.end == 0) {
            query.start = token.span.start;
        }
        query.end = token.span.end;
        const QStringView word = QStringView(text).mid(token.span.start, token.span.end - token.span.start);
        const bool isOperator = token.kind == TokenKind::Operator;
        depth += isOperator && (word == u"(" || word == u"[" || word == u"{")   ? 1
                 : isOperator && (word == u")" || word == u"]" || word == u"}") ? -1
                                                                                : 0;
        if (token.kind != TokenKind::Comment)
            continues = isOperator && word == u";";
    }
    return query;
}

} // namespace watchdesk::kql
