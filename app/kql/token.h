// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"

namespace watchdesk::kql {

enum class TokenKind {
    End,        ///< of the text; its span is empty
    Identifier, ///< also keywords and operators that are words: KQL has no reserved ones
    String,     ///< "…", '…', @"…", h"…", ```…```
    Long,       ///< 12, 0x1F
    Real,       ///< 1.5, 1e10
    TimeSpan,   ///< 1d, 1.5h, 10microseconds
    TypedLiteral, ///< datetime(…), timespan(…), guid(…), int(…), long(…), real(…), decimal(…), bool(…), with its
                  ///< content
    Comment,  ///< // to the end of the line; only in lex(), never seen by the parser
    Operator, ///< | = == =~ !~ != <> < <= > >= + - * / % ( ) [ ] { } , ; : . .. => and !in, !has … in one token
    Unknown,  ///< anything else, also an unterminated string
};

/// One piece of a query's text. Blanks are between tokens and are none.
struct Token
{
    TokenKind kind = TokenKind::End;
    Span span;
};

} // namespace watchdesk::kql
