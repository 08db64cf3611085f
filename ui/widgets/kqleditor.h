// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"
#include "ui/widgets/blockfolds.h"

#include <QPlainTextEdit>

namespace watchdesk::ui {

class LineNumberArea;

/// The KQL text editor: line numbers, colours, folds, wavy underlines at diagnostics, and the query at the caret.
///
/// Owned by its parent; UI thread only. It does not analyse: KqlAssist listens to queryEdited(), analyses off the UI
/// thread and hands back what it finds.
class KqlEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit KqlEditor(QWidget *parent = nullptr);

    /// A query in the text and where it begins there (UTF-16 units).
    struct Query
    {
        QString text;
        int begin = 0;
    };
    /// What Run runs: the selection, else the query around the caret (kql::queryAround says what parts queries).
    Query currentQuery() const;
    /// The query around the caret, selected or not.
    Query queryForCaret() const;
    /// Selects a stretch of the text and brings it into view.
    void select(kql::Span span);

    /// Underlines these findings; their spans count from `begin`. Replaces the earlier ones.
    void setDiagnostics(const QList<kql::Diagnostic> &diagnostics, int begin);

    void setFoldRanges(const QList<kql::FoldRange> &ranges);
    void toggleFoldAtCaret();
    /// The line whose number is at this height of the number strip was clicked.
    void clickLineNumber(int y);

    int lineNumberWidth() const;
    void paintLineNumbers(QPaintEvent *event);

Q_SIGNALS:
    void queryEdited();   ///< a short pause after typing, or the caret went to another query
    void runRequested();  ///< Shift+Enter, Ctrl+Enter or F5
    void stopRequested(); ///< Esc

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layOutLineNumbers();
    void insertNewLine();
    void indentSelection(bool more);
    void refreshMarks();

    LineNumberArea *m_lineNumbers;
    BlockFolds m_folds;
    QList<kql::Diagnostic> m_diagnostics; ///< spans in the whole text
};

} // namespace watchdesk::ui
