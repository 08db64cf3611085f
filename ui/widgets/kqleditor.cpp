// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/kqleditor.h"

#include "app/kql/services/statements.h"
#include "ui/widgets/linenumberarea.h"
#include "ui/widgets/tokens.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QTextBlock>
#include <QTimer>

namespace watchdesk::ui {

namespace {

const int kPauseMilliseconds = 150;
const int kIndent = 4;

QString leadingBlanks(const QString &line)
{
    qsizetype count = 0;
    while (count < line.size() && line[count].isSpace())
        ++count;
    return line.left(count);
}

} // namespace

KqlEditor::KqlEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lineNumbers(new LineNumberArea(this))
    , m_folds(this)
{
    setAccessibleName(tr("Query editor"));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(false);

    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kPauseMilliseconds);
    connect(pause, &QTimer::timeout, this, &KqlEditor::queryEdited);
    connect(this, &QPlainTextEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(this, &QPlainTextEdit::cursorPositionChanged, pause, qOverload<>(&QTimer::start));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &KqlEditor::refreshMarks);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_folds.reveal(textCursor().blockNumber()); });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &KqlEditor::layOutLineNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_lineNumbers->scroll(0, dy);
        else
            m_lineNumbers->update(0, rect.y(), m_lineNumbers->width(), rect.height());
    });
    layOutLineNumbers();
    refreshMarks();
}

KqlEditor::Query KqlEditor::currentQuery() const
{
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return {cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n'), cursor.selectionStart()};

    return queryForCaret();
}

KqlEditor::Query KqlEditor::queryForCaret() const
{
    const QString text = toPlainText();
    const kql::Span span = kql::queryAround(text, textCursor().position());
    return {text.mid(span.start, span.end - span.start), span.start};
}

void KqlEditor::select(kql::Span span)
{
    const int length = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(qBound(0, span.start, length));
    cursor.setPosition(qBound(0, span.end, length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

void KqlEditor::setFoldRanges(const QList<kql::FoldRange> &ranges)
{
    m_folds.setRanges(ranges);
    m_lineNumbers->update();
}

void KqlEditor::toggleFoldAtCaret() { m_folds.toggleAround(textCursor().blockNumber()); }

void KqlEditor::clickLineNumber(int y)
{
    m_folds.toggle(cursorForPosition({0, y}).blockNumber());
    m_lineNumbers->update();
}

void KqlEditor::setDiagnostics(const QList<kql::Diagnostic> &diagnostics, int begin)
{
    m_diagnostics = diagnostics;
    for (auto &diagnostic : m_diagnostics) {
        diagnostic.span.start += begin;
        diagnostic.span.end += begin;
    }
    refreshMarks();
}

int KqlEditor::lineNumberWidth() const
{
    int digits = 2;
    for (int count = qMax(1, blockCount()); count >= 100; count /= 10)
        ++digits;
    return 30 + fontMetrics().horizontalAdvance(u'9') * digits;
}

void KqlEditor::paintLineNumbers(QPaintEvent *event)
{
    QPainter painter(m_lineNumbers);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom())
            break;
        if (!block.isVisible())
            continue;
        const bool isCurrent = block.blockNumber() == current;
        painter.setPen(palette().color(isCurrent ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(QRectF(0, line.top(), m_lineNumbers->width() - 22, fontMetrics().height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        if (m_folds.begins(block.blockNumber()))
            painter.drawText(QRectF(m_lineNumbers->width() - 18, line.top(), 14, fontMetrics().height()),
                             Qt::AlignCenter,
                             m_folds.isFolded(block.blockNumber()) ? QStringLiteral("▸") : QStringLiteral("▾"));
    }
}

void KqlEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutLineNumbers();
}

void KqlEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F5 || (enter && (event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))))
        Q_EMIT runRequested();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT stopRequested();
    else if (enter)
        insertNewLine();
    else if (event->key() == Qt::Key_Tab && textCursor().hasSelection())
        indentSelection(true);
    else if (event->key() == Qt::Key_Backtab)
        indentSelection(false);
    else if (event->key() == Qt::Key_Tab)
        textCursor().insertText(QString(kIndent - textCursor().positionInBlock() % kIndent, u' '));
    else
        QPlainTextEdit::keyPressEvent(event);
}

void KqlEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOutLineNumbers();
    if (event->type() == QEvent::PaletteChange)
        refreshMarks();
}

void KqlEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void KqlEditor::layOutLineNumbers()
{
    setViewportMargins(lineNumberWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_lineNumbers->setGeometry(area.left(), area.top(), lineNumberWidth(), area.height());
}

void KqlEditor::insertNewLine()
{
    const QString indent = leadingBlanks(textCursor().block().text().left(textCursor().positionInBlock()));
    textCursor().insertText(u'\n' + indent);
    ensureCursorVisible();
}

void KqlEditor::indentSelection(bool more)
{
    QTextCursor cursor = textCursor();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    const int end = cursor.selectionEnd();
    cursor.beginEditBlock();
    for (; block.isValid() && block.position() <= end; block = block.next()) {
        QTextCursor line(block);
        if (more) {
            line.insertText(QString(kIndent, u' '));
            continue;
        }
        const auto blanks = qMin<qsizetype>(kIndent, leadingBlanks(block.text()).size());
        line.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, int(blanks));
        line.removeSelectedText();
    }
    cursor.endEditBlock();
}

void KqlEditor::refreshMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setBackground(palette().color(QPalette::AlternateBase));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    marks.append(line);

    const int length = document()->characterCount() - 1;
    for (const auto &diagnostic : std::as_const(m_diagnostics)) {
        const int start = qBound(0, diagnostic.span.start, qMax(0, length - 1));
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(start);
        mark.cursor.setPosition(qBound(start, qMax(diagnostic.span.end, start + 1), length), QTextCursor::KeepAnchor);
        const bool isSuggestion = diagnostic.severity == kql::Diagnostic::Severity::Suggestion;
        const bool isError = diagnostic.severity == kql::Diagnostic::Severity::Error;
        mark.format.setUnderlineStyle(isSuggestion ? QTextCharFormat::DotLine : QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(isError ? tokens().hi : isSuggestion ? tokens().mu : tokens().me);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

} // namespace watchdesk::ui
