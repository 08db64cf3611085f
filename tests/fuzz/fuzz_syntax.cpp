// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lexer, parser and binder: any text gets an answer whose spans lie in it.

#include "tests/fuzz/fuzzing.h"

#include "app/kql/compile.h"
#include "app/kql/lexer.h"

using namespace watchdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = fuzz::textFrom(data, size);
    int at = 0;
    for (const auto &token : kql::lex(text)) {
        if (token.span.start < at || token.span.end < token.span.start || token.span.end > text.size())
            fuzz::fail("a token lies outside of the text", text);
        at = token.span.end;
    }
    const kql::Analysis analysis = kql::analyze(text, fuzz::schema());
    for (const auto &diagnostic : analysis.diagnostics) {
        const bool inside = diagnostic.span.start >= 0 && diagnostic.span.start <= diagnostic.span.end &&
                            diagnostic.span.end <= text.size();
        if (!inside)
            fuzz::fail("a diagnostic lies outside of the text", text);
    }
    return 0;
}
