// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/tablemodel.h"

#include <QHash>
#include <QTableView>

namespace watchdesk::ui {

/// The dense grid of every view: 27-pixel rows, one line a cell, sorting by header click off the event loop, column
/// widths remembered by object name. Keeps the chosen row, by key, and the scroll position when fresh data arrives.
/// GUI thread.
class Grid : public QTableView
{
    Q_OBJECT

public:
    explicit Grid(QWidget *parent = nullptr);

    void setTableModel(TableModel *model);
    TableModel *tableModel() const { return m_model; }

    /// What stands in the place of rows when there are none.
    void setEmptyText(const QString &text);
    QString emptyText() const { return m_emptyText; }

    QString currentKey() const { return m_key; }
    /// Chooses the row of that key if it is shown; an empty key clears. Does not emit chosen().
    void showKey(const QString &key);
    /// The row's rectangle in this widget's coordinates, empty while it is scrolled out or not shown.
    QRect rowRect(const QString &key) const;

    /// Which columns the user wants to see; remembered by object name. The first is always there.
    bool isColumnWanted(int column) const;
    void setColumnWanted(int column, bool wanted);

    /// The chosen cells as tab- or comma-separated text with a header row; cells that a spreadsheet would run are
    /// quoted into text.
    enum class Separator { Tab, Comma };
    QString selectionText(Separator separator, bool withHeader) const;

Q_SIGNALS:
    /// The user chose a row (or none, with an empty key).
    void chosen(const QString &key);
    void activated(const QString &key);
    /// Rows moved on the screen: scrolled, sorted, resized or replaced.
    void moved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &now, const QItemSelection &before) override;
    void scrollContentsBy(int dx, int dy) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpLook();
    void setUpHeader();
    void beforeReset();
    void afterReset();
    void layoutColumns();
    void dropColumns(const QList<int> &widths);
    void loadWanted();
    void showHeaderMenu(const QPoint &at);
    void saveWidths();
    QList<int> savedWidths() const;
    void copy(Separator separator, bool withHeader);

    TableModel *m_model = nullptr;
    QString m_key;
    QString m_emptyText;
    QHash<QString, bool> m_wanted; ///< by source, where the user decided
    int m_scroll = 0;
    bool m_silent = false; ///< the selection changes, but not by the user
    bool m_layingOut = false;
    bool m_userWidths = false; ///< the user dragged a column: widths stay as they are
};

/// A cell for CSV or TSV: text that a spreadsheet would take for a formula gets a leading apostrophe; quotes,
/// separators and line breaks are quoted.
QString safeCell(const QString &text, QChar separator);

} // namespace watchdesk::ui
