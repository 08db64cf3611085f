// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/kql/services/completion.h"
#include "app/kql/services/fix.h"

#include <QObject>
#include <QPoint>

#include <memory>

class QAction;
class QLineEdit;
class QTimer;

namespace watchdesk::kql {
class Insight;
}

namespace watchdesk::ui {

class CompletionPopup;
class KqlEditor;
class TextTip;

/// Everything that the language offers to one editor: completion, hover, signatures, layout, names, folds, changes.
///
/// Made for an editor and owned by it; GUI thread. Analysis and completion run on workers; an answer for a text that is
/// no longer there is dropped, the newest wins.
class KqlAssist : public QObject
{
    Q_OBJECT
public:
    explicit KqlAssist(KqlEditor *editor);
    ~KqlAssist() override;

    void setSchema(const kql::Schema &schema);
    void setHeldRows(const kql::HeldRows &held) { m_held = held; }
    /// Reads the query at the caret again; analysed() follows.
    void analyse();
    /// The actions with their keys, for menus.
    QList<QAction *> actions() const { return m_actions; }

    void complete();
    void format();
    void rename();
    void goToDefinition();
    void showReferences();
    void extract();
    void offerFixes();
    void toggleFold();

Q_SIGNALS:
    /// Diagnostics and lint of the query at the caret, spans in the whole text; `columns` of its result, -1 if unknown.
    void analysed(const QList<kql::Finding> &findings, int columns);
    /// Places to be listed: spans in the whole text.
    void referencesFound(const QString &name, const QList<kql::Span> &places);
    void messageWanted(const QString &text); ///< why something was not done

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Reading; ///< an analysis and where its query begins

    void addAction(const QString &text, const char *keys, void (KqlAssist::*run)());
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    bool nameKeyPressed(int key);
    void typed(const QString &text);
    void requestCompletion(bool always);
    void requestSignature();
    void acceptCompletion();
    void showHover(const QPoint &position);
    void showFixes(const QList<kql::Fix> &fixes);
    void apply(const QList<kql::Edit> &edits, int begin);
    void applyRename(const QString &name);
    void hideAll();
    bool isFresh() const;
    int caretInQuery() const;

    KqlEditor *m_editor;
    QObject *m_viewport; ///< the editor's; to be told by while the editor is being destroyed
    CompletionPopup *m_popup;
    TextTip *m_hover;
    TextTip *m_signature;
    QLineEdit *m_name = nullptr;
    QTimer *m_typing;
    QList<QAction *> m_actions;
    kql::Schema m_schema;
    kql::HeldRows m_held;
    std::shared_ptr<const Reading> m_reading;
    int m_analysisNumber = 0;
    int m_completionNumber = 0;
    int m_signatureNumber = 0;
};

} // namespace watchdesk::ui
