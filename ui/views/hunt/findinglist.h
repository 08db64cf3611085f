// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/services/fix.h"

#include <QFrame>

class QListWidget;
class QPlainTextEdit;

namespace watchdesk::ui {

/// What was found in the query, or where a name is used: a line each, below the editor. Enter or a click goes there.
/// Plain text only; hidden while there is nothing. GUI thread.
class FindingList : public QFrame
{
    Q_OBJECT
public:
    explicit FindingList(QPlainTextEdit *editor, QWidget *parent = nullptr);

    /// Spans in the whole text.
    void showFindings(const QList<kql::Finding> &findings);
    void showPlaces(const QString &name, const QList<kql::Span> &places);

Q_SIGNALS:
    void chosen(const kql::Span &span);
    void left(); ///< Esc: the findings are due again

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addLine(const QString &iconName, const QColor &colour, const QString &text, kql::Span span);
    void fit();
    int lineOf(int position) const;

    QPlainTextEdit *m_editor;
    QListWidget *m_list;
    int m_placesOf = -1; ///< the document's revision that places are shown of
};

} // namespace watchdesk::ui
