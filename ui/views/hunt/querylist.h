// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/views/hunt/queryhistory.h"
#include "ui/views/hunt/starterqueries.h"

#include <QWidget>

class QListWidget;

namespace watchdesk::ui {

/// Queries to begin with and those that were run, narrowed by a word. Enter or a double click opens one. GUI thread.
class QueryList : public QWidget
{
    Q_OBJECT
public:
    explicit QueryList(QWidget *parent = nullptr);

    void setStarters(const QList<StarterQuery> &starters);
    /// Newest first; a query that ran several times is shown once.
    void setHistory(const QList<HistoryEntry> &entries);
    /// Shows what holds all the words, in name or text.
    void narrow(const QString &words);

Q_SIGNALS:
    void opened(const QString &text, const QString &name); ///< no name for one of the history

private:
    void fill();

    QListWidget *m_list;
    QList<StarterQuery> m_starters;
    QList<HistoryEntry> m_entries;
    QString m_words;
};

} // namespace watchdesk::ui
