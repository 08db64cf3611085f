// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/services/completion.h"

#include <QFrame>

class QLabel;
class QListView;

namespace watchdesk::ui {

class CompletionModel;

/// What may be written at the caret: the items by kind, and what the chosen one is for. Plain text only. The focus
/// stays in the editor, whose owner hands the keys on.
///
/// A child of the editor's window; GUI thread.
class CompletionPopup : public QFrame
{
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget *editor);

    /// Shows the items, the first chosen, below the rectangle (in the editor's coordinates); without any it hides.
    void offer(const kql::Completion &completion, const QString &typed, const QRect &caret);
    /// Arrows, page keys: true if it was one that moves the choice.
    bool move(int key);
    /// The chosen item, or nothing.
    const kql::CompletionItem *chosen() const;
    kql::Span replaced() const { return m_completion.replaced; }

Q_SIGNALS:
    void accepted(); ///< by a click

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void place(const QRect &caret);
    void describe();

    QWidget *m_editor;
    CompletionModel *m_model;
    QListView *m_list;
    QLabel *m_about;
    kql::Completion m_completion;
};

} // namespace watchdesk::ui
