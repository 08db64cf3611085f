// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"

#include <QPlainTextEdit>

namespace watchdesk::ui {

class LineNumberArea;

/// The KQL text editor: line numbers, colours, wavy underlines at diagnostics, and the query at the caret.
///
/// Owned by its parent; UI thread only. It does not analyse: whoever owns it listens to queryEdited(), analyses
/// off the UI thread and hands the findings back with setDiagnostics().
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
    /// What Run runs: the selection, else the query around the caret. Queries are separated by blank lines; a blank
    /// line after a `;` does not separate, because `let` statements belong to the query below them.
    Query currentQuery() const;

    /// Underlines these findings; their spans count from `begin`. Replaces the earlier ones.
    void setDiagnostics(const QList<kql::Diagnostic> &diagnostics, int begin);
    /// The worst finding at this position of the text, or nothing.
    const kql::Diagnostic *diagnosticAt(int position) const;

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
    bool event(QEvent *event) override;

private:
    void layOutLineNumbers();
    void insertNewLine();
    void indentSelection(bool more);
    void refreshMarks();

    LineNumberArea *m_lineNumbers;
    QList<kql::Diagnostic> m_diagnostics; ///< spans in the whole text
};

} // namespace watchdesk::ui
