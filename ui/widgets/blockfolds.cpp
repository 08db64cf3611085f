// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/blockfolds.h"

#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace watchdesk::ui {

void BlockFolds::setRanges(const QList<kql::FoldRange> &ranges) { m_ranges = ranges; }

const kql::FoldRange *BlockFolds::rangeAt(int line) const
{
    for (const auto &range : m_ranges) {
        if (range.first == line)
            return &range;
    }
    return nullptr;
}

bool BlockFolds::isFolded(int line) const
{
    const QTextBlock next = m_editor->document()->findBlockByNumber(line + 1);
    return begins(line) && next.isValid() && !next.isVisible();
}

void BlockFolds::toggle(int line)
{
    if (const auto *range = rangeAt(line))
        setHidden(*range, !isFolded(line));
}

void BlockFolds::toggleAround(int line)
{
    const kql::FoldRange *innermost = nullptr;
    for (const auto &range : m_ranges) {
        if (range.first <= line && line <= range.last && (!innermost || range.first > innermost->first))
            innermost = &range;
    }
    if (innermost)
        toggle(innermost->first);
}

void BlockFolds::reveal(int line)
{
    if (m_editor->document()->findBlockByNumber(line).isVisible())
        return;
    for (const auto &range : m_ranges) {
        if (range.first < line && line <= range.last && isFolded(range.first))
            setHidden(range, false);
    }
    QTextBlock block = m_editor->document()->findBlockByNumber(line);
    if (!block.isVisible()) // its range is gone
        setHidden({line - 1, line}, false);
}

void BlockFolds::setHidden(const kql::FoldRange &range, bool hidden)
{
    QTextDocument *document = m_editor->document();
    const QTextBlock first = document->findBlockByNumber(range.first);
    QTextBlock block = first.next();
    for (; block.isValid() && block.blockNumber() <= range.last; block = block.next()) {
        block.setVisible(!hidden);
        block.setLineCount(hidden ? 0 : 1);
    }
    const int end = block.isValid() ? block.position() : document->characterCount();
    document->markContentsDirty(first.position(), end - first.position());
    if (auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document->documentLayout())) {
        layout->requestUpdate();
        Q_EMIT layout->documentSizeChanged(layout->documentSize());
    }
    if (hidden && !m_editor->textCursor().block().isVisible())
        m_editor->setTextCursor(QTextCursor(first));
    m_editor->viewport()->update();
}

} // namespace watchdesk::ui
