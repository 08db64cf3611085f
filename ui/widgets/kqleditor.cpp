// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/kqleditor.h"

#include "app/base/safetext.h"
#include "ui/widgets/linenumberarea.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTimer>
#include <QToolTip>

namespace watchdesk::ui {

namespace {

const int kPauseMilliseconds = 150;
const int kIndent = 4;

bool isBlank(const QTextBlock &block) { return block.text().trimmed().isEmpty(); }

/// The nearest line above that is not blank ends with ';', so what follows belongs to it.
bool continuesAbove(QTextBlock blank)
{
    while (blank.isValid() && isBlank(blank))
        blank = blank.previous();
    return blank.isValid() && blank.text().trimmed().endsWith(u';');
}

/// True where a query ends above `block`: a blank line that does not follow a let statement.
bool separates(const QTextBlock &block) { return isBlank(block) && !continuesAbove(block); }

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

    QTextBlock first = cursor.block();
    while (first.isValid() && separates(first) && first.previous().isValid())
        first = first.previous(); // on the blank line below a query: that query
    QTextBlock last = first;
    while (first.previous().isValid() && !separates(first.previous()))
        first = first.previous();
    while (last.next().isValid() && !separates(last.next()))
        last = last.next();
    const int begin = first.position();
    return {toPlainText().mid(begin, last.position() + last.length() - 1 - begin), begin};
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

const kql::Diagnostic *KqlEditor::diagnosticAt(int position) const
{
    const kql::Diagnostic *worst = nullptr;
    for (const auto &diagnostic : m_diagnostics) {
        const bool inside = position >= diagnostic.span.start && position <= diagnostic.span.end;
        if (inside && (!worst || diagnostic.severity < worst->severity))
            worst = &diagnostic;
    }
    return worst;
}

int KqlEditor::lineNumberWidth() const
{
    int digits = 2;
    for (int count = qMax(1, blockCount()); count >= 100; count /= 10)
        ++digits;
    return 22 + fontMetrics().horizontalAdvance(u'9') * digits;
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
        const bool isCurrent = block.blockNumber() == current;
        painter.setPen(palette().color(isCurrent ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(QRectF(0, line.top(), m_lineNumbers->width() - 14, fontMetrics().height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
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

bool KqlEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint inText = help->pos() - QPoint(lineNumberWidth(), 0);
    const auto *diagnostic = diagnosticAt(cursorForPosition(inText).position());
    if (diagnostic)
        QToolTip::showText(help->globalPos(), visibleText(diagnostic->message).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
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
        const bool isError = diagnostic.severity == kql::Diagnostic::Severity::Error;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(isError ? QColor(0xf0, 0x56, 0x5b) : QColor(0xf2, 0x97, 0x3a));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

} // namespace watchdesk::ui
