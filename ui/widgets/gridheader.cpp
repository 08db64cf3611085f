// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/gridheader.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace watchdesk::ui {

GridHeader::GridHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(36);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QSize GridHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), 26}; }

void GridHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = tokens();
    painter->fillRect(rect, t.w1);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    if (underMouse())
        painter->fillRect(QRect(rect.right(), rect.top() + 7, 1, rect.height() - 14), t.line);
    const bool sorts = sortIndicatorSection() == section && isSortIndicatorShown();
    const QFont font = uiFont(11.5, QFont::Medium);
    const int room = rect.width() - 16 - (sorts ? 14 : 0);
    const QString text =
        QFontMetrics(font).elidedText(model()->headerData(section, Qt::Horizontal).toString(), Qt::ElideRight, room);
    painter->setFont(font);
    painter->setPen(sorts ? t.tx : t.mu);
    const int side = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    const bool right = (side & Qt::AlignRight) != 0 && !sorts;
    painter->drawText(rect.adjusted(8, 0, -8, -1),
                      int(right ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine),
                      text);
    if (!sorts)
        return;
    const QPointF tip(rect.left() + 8 + QFontMetricsF(font).horizontalAdvance(text) + 8.5, rect.center().y() + 0.5);
    const double way = sortIndicatorOrder() == Qt::AscendingOrder ? -1 : 1;
    const QPointF arrow[3] = {
        {tip.x() - 3.5, tip.y() - 2 * way}, {tip.x() + 3.5, tip.y() - 2 * way}, {tip.x(), tip.y() + 2.5 * way}};
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.tx);
    painter->drawPolygon(arrow, 3);
}

} // namespace watchdesk::ui
