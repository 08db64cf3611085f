// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The services of the editor: they bear any text, and layout changes nothing but blanks.

#include "tests/fuzz/fuzzing.h"

#include "app/kql/compile.h"
#include "app/kql/services/completion.h"
#include "app/kql/services/extract.h"
#include "app/kql/services/fix.h"
#include "app/kql/services/folding.h"
#include "app/kql/services/format.h"
#include "app/kql/services/hover.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/signaturehelp.h"
#include "app/kql/services/statements.h"
#include "app/kql/services/symbols.h"

using namespace watchdesk;

namespace {

void checkEdits(const QList<kql::Edit> &edits, const QString &text)
{
    for (const auto &edit : edits) {
        if (edit.span.start < 0 || edit.span.end < edit.span.start || edit.span.end > text.size())
            fuzz::fail("an edit lies outside of the text", text);
    }
    kql::applied(text, edits);
}

void checkLayout(const QString &text)
{
    const QString once = kql::formatted(text);
    if (kql::formatted(once) != once)
        fuzz::fail("formatting twice differs", text);
    if (kql::analyze(text, fuzz::schema()).columns != kql::analyze(once, fuzz::schema()).columns)
        fuzz::fail("formatting changed the meaning", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QString text = fuzz::textFrom(data + 1, size - 1);
    const int offset = int(text.size() * data[0] / 255);
    const auto completion = kql::complete(text, offset, fuzz::schema());
    if (completion.replaced.start < 0 || completion.replaced.end != offset || completion.replaced.start > offset)
        fuzz::fail("a completion lies elsewhere", text);
    kql::signatureHelp(text, offset, fuzz::schema());
    const kql::Insight insight(text, fuzz::schema());
    kql::hoverAt(insight, offset);
    for (const auto &fix : kql::fixesAt(insight, offset))
        checkEdits(fix.edits, text);
    for (const auto &finding : kql::lint(insight)) {
        for (const auto &fix : finding.fixes)
            checkEdits(fix.edits, text);
    }
    if (const auto renamed = kql::renameAt(insight, offset, QStringLiteral("Another")))
        checkEdits(*renamed, text);
    if (const auto extracted = kql::extractToLet(insight, {offset / 2, offset}))
        checkEdits(extracted->edits, text);
    for (const auto &fold : kql::foldRanges(text)) {
        if (fold.first < 0 || fold.last <= fold.first)
            fuzz::fail("a fold ends before it begins", text);
    }
    const kql::Span around = kql::queryAround(text, offset);
    if (around.start < 0 || around.end < around.start || around.end > text.size())
        fuzz::fail("a query lies outside of the text", text);
    checkLayout(text);
    return 0;
}
