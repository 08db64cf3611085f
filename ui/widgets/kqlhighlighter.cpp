// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/kqlhighlighter.h"

#include "app/kql/lexer.h"
#include "ui/widgets/tokens.h"

#ifdef WATCHDESK_HAVE_SYNTAX_HIGHLIGHTING
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#endif

namespace watchdesk::ui {

namespace {

QTextCharFormat coloured(const QColor &colour, bool italic = false)
{
    QTextCharFormat format;
    format.setForeground(colour);
    format.setFontItalic(italic);
    return format;
}

/// A string's green and a table's amber are not among the design's tokens; these go with both themes' grounds.
QColor stringColour() { return tokens().dark ? QColor(0xa5, 0xd6, 0x7b) : QColor(0x3d, 0x7a, 0x12); }

QColor tableColour() { return tokens().dark ? QColor(0xff, 0xc0, 0x66) : QColor(0x9a, 0x5b, 0x00); }

} // namespace

#ifdef WATCHDESK_HAVE_SYNTAX_HIGHLIGHTING

namespace {

const KSyntaxHighlighting::Definition &kqlDefinition()
{
    // The repository reads its index once a process (some 15 ms) and has to outlive its definitions.
    static KSyntaxHighlighting::Repository repository;
    static const KSyntaxHighlighting::Definition definition = [] {
        repository.addCustomSearchPath(QStringLiteral(":/watchdesk"));
        return repository.definitionForName(QStringLiteral("KQL"));
    }();
    return definition;
}

} // namespace

KqlHighlighter::KqlHighlighter(QTextDocument *document)
    : HighlighterBase(document)
{
    setDefinition(kqlDefinition());
    connect(&Palette::instance(), &Palette::changed, this, &QSyntaxHighlighter::rehighlight);
}

void KqlHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    using Style = KSyntaxHighlighting::Theme;
    const Tokens &t = tokens();
    switch (format.textStyle()) {
    case Style::Keyword:
    case Style::ControlFlow:
    case Style::Import:
    case Style::Preprocessor:
        setFormat(offset, length, coloured(t.ex));
        break;
    case Style::Function:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Attribute:
        setFormat(offset, length, coloured(t.ac));
        break;
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
    case Style::Char:
    case Style::SpecialChar:
        setFormat(offset, length, coloured(stringColour()));
        break;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
        setFormat(offset, length, coloured(t.me));
        break;
    case Style::DataType:
        setFormat(offset, length, coloured(t.ok));
        break;
    case Style::Operator:
        setFormat(offset, length, coloured(mixed(t.ac, t.tx, 0.35)));
        break;
    case Style::Comment:
    case Style::Documentation:
    case Style::Annotation:
        setFormat(offset, length, coloured(t.mu, true));
        break;
    default:
        break;
    }
}

void KqlHighlighter::highlightBlock(const QString &text)
{
    if (kqlDefinition().isValid())
        HighlighterBase::highlightBlock(text);
    else
        colourByLexer(text);
    colourTables(text);
}

#else

KqlHighlighter::KqlHighlighter(QTextDocument *document)
    : HighlighterBase(document)
{
    connect(&Palette::instance(), &Palette::changed, this, &QSyntaxHighlighter::rehighlight);
}

void KqlHighlighter::highlightBlock(const QString &text)
{
    colourByLexer(text);
    colourTables(text);
}

#endif

void KqlHighlighter::setSchema(const kql::Schema &schema)
{
    QSet<QString> tables;
    for (const auto &table : schema.tables)
        tables.insert(table.name);
    if (tables == m_tables)
        return;
    m_tables = tables;
    rehighlight();
}

void KqlHighlighter::colourByLexer(const QString &text)
{
    const Tokens &t = tokens();
    for (const auto &token : kql::lex(text)) {
        const int length = token.span.end - token.span.start;
        switch (token.kind) {
        case kql::TokenKind::String:
            setFormat(token.span.start, length, coloured(stringColour()));
            break;
        case kql::TokenKind::Long:
        case kql::TokenKind::Real:
        case kql::TokenKind::TimeSpan:
        case kql::TokenKind::TypedLiteral:
            setFormat(token.span.start, length, coloured(t.me));
            break;
        case kql::TokenKind::Comment:
            setFormat(token.span.start, length, coloured(t.mu, true));
            break;
        default:
            break;
        }
    }
}

void KqlHighlighter::colourTables(const QString &text)
{
    for (const auto &token : kql::lex(text)) {
        if (token.kind != kql::TokenKind::Identifier)
            continue;
        const int length = token.span.end - token.span.start;
        if (m_tables.contains(text.mid(token.span.start, length)))
            setFormat(token.span.start, length, coloured(tableColour()));
    }
}

} // namespace watchdesk::ui
