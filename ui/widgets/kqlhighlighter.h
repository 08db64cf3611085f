// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"

#include <QSet>
#include <QSyntaxHighlighter>

#ifdef WATCHDESK_HAVE_SYNTAX_HIGHLIGHTING
#include <KSyntaxHighlighting/SyntaxHighlighter>
#endif

namespace watchdesk::ui {

#ifdef WATCHDESK_HAVE_SYNTAX_HIGHLIGHTING
using HighlighterBase = KSyntaxHighlighting::SyntaxHighlighter;
#else
using HighlighterBase = QSyntaxHighlighter;
#endif

/// Colours KQL in the theme's tokens: by our definition for KSyntaxHighlighting (":/watchdesk/syntax/kql.xml") where
/// that library is there, else by the language's own lexer. Names of held tables get a colour of their own on top.
///
/// Owned by the document it colours; UI thread.
class KqlHighlighter : public HighlighterBase
{
    Q_OBJECT
public:
    explicit KqlHighlighter(QTextDocument *document);

    /// The tables to recognise.
    void setSchema(const kql::Schema &schema);

protected:
    void highlightBlock(const QString &text) override;
#ifdef WATCHDESK_HAVE_SYNTAX_HIGHLIGHTING
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
#endif

private:
    void colourByLexer(const QString &text);
    void colourTables(const QString &text);

    QSet<QString> m_tables;
};

} // namespace watchdesk::ui
