// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/tablemodel.h"

#include <QStyledItemDelegate>

namespace watchdesk::ui {

/// Draws the cells of every grid: chosen, related and dimmed rows, severity bars, dots, clocks, sparklines. Formats
/// only; values come from the model. Text is drawn as plain text, elided on one line.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows the whole text of a cell that does not fit; escaped, so that it stays text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, RowMark mark) const;
    void paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index, GridColumn::Look look) const;
    void paintSeverity(QPainter *painter, QRect rect, const QString &word) const;
    void paintDot(QPainter *painter, QRect rect, const QModelIndex &index) const;
    void paintSparkline(QPainter *painter, const QRect &rect, const QString &numbers) const;
    void paintText(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
                   Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter) const;
    void paintTyped(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
};

} // namespace watchdesk::ui
