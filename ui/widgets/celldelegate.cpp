// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/celldelegate.h"

#include "ui/widgets/tokens.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kPadding = 8;
constexpr int kRowHeight = 27;

QFont fontOf(GridColumn::Look look)
{
    using Look = GridColumn::Look;
    static const QFont plain = uiFont();
    static const QFont mono = monoFont();
    return look == Look::Mono || look == Look::MonoMuted || look == Look::Time ? mono : plain;
}

} // namespace

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto look = GridColumn::Look(index.data(TableModel::LookRole).toInt());
    const QString text = index.data(Qt::DisplayRole).toString().left(200);
    return {QFontMetrics(fontOf(look)).horizontalAdvance(text) + 2 * kPadding + 14, kRowHeight};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto mark = RowMark(index.data(TableModel::MarkRole).toInt());
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    paintGround(painter, option, mark);
    if (mark == RowMark::Dim && !chosen)
        painter->setOpacity(0.45);
    paintCell(painter, option.rect.adjusted(kPadding, 0, -kPadding, -1), index,
              GridColumn::Look(index.data(TableModel::LookRole).toInt()));
    painter->restore();
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, RowMark mark) const
{
    const Tokens &t = tokens();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.acbg);
    else if (mark == RowMark::Related)
        painter->fillRect(option.rect, mixed(t.acbg, t.w1, 0.45));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, mixed(t.w3, t.w1, 0.4));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      mixed(t.line, t.w1, 0.55));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.ac, 1));
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
}

void CellDelegate::paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index,
                             GridColumn::Look look) const
{
    using Look = GridColumn::Look;
    const Tokens &t = tokens();
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (look) {
    case Look::Severity:
        return paintSeverity(painter, rect, text);
    case Look::Dot:
        return paintDot(painter, rect, index);
    case Look::Sparkline:
        return paintSparkline(painter, rect, index.data(TableModel::RawRole).toString());
    case Look::Typed:
        return paintTyped(painter, rect, index);
    case Look::Word:
        return paintText(painter, rect, text, fontOf(look), toneOf(index.data(TableModel::ToneRole).toString()));
    case Look::External:
        return paintText(painter, rect, text, fontOf(look), t.ex);
    case Look::MonoMuted:
    case Look::Countdown:
        return paintText(painter, rect, text, fontOf(look), t.mu);
    case Look::Number:
        return paintText(painter, rect, text, fontOf(look), text == u"–" ? t.fa : t.tx);
    case Look::Text:
    case Look::Mono:
    case Look::Time:
        return paintText(painter, rect, text, fontOf(look), t.tx);
    }
}

void CellDelegate::paintText(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                             const QColor &colour, Qt::Alignment alignment) const
{
    painter->setFont(font);
    painter->setPen(colour);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, int(alignment) | Qt::TextSingleLine, shown);
}

void CellDelegate::paintSeverity(QPainter *painter, QRect rect, const QString &word) const
{
    if (word.isEmpty())
        return;
    const QColor tone = toneOf(word);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone);
    painter->drawRoundedRect(QRectF(rect.left(), rect.center().y() - 7, 4, 15), 2, 2);
    paintText(painter, rect.adjusted(10, 0, 0, 0), word, fontOf(GridColumn::Look::Severity),
              word.startsWith(u'I') ? tokens().mu : tone);
}

void CellDelegate::paintDot(QPainter *painter, QRect rect, const QModelIndex &index) const
{
    const QString state = index.data(TableModel::ToneRole).toString();
    QColor tone = toneOf(state);
    if (state.isEmpty() || state == u"None" || state == u"Informational")
        tone = tokens().ok; // nothing is wrong with it
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone);
    painter->drawEllipse(QRectF(rect.left(), rect.center().y() - 3.5, 8, 8));
    paintText(painter, rect.adjusted(14, 0, 0, 0), index.data(Qt::DisplayRole).toString(),
              fontOf(GridColumn::Look::Text), tokens().tx);
}

void CellDelegate::paintSparkline(QPainter *painter, const QRect &rect, const QString &numbers) const
{
    std::vector<double> values;
    for (const auto part : QStringView(numbers).split(u','))
        values.push_back(part.toDouble());
    if (values.size() < 2)
        return;
    const double top = std::max(1.0, *std::max_element(values.begin(), values.end()));
    const QRectF area = QRectF(rect).adjusted(0, 6, 4, -6);
    QPainterPath path;
    for (size_t i = 0; i < values.size(); ++i) {
        const QPointF point(area.left() + area.width() * double(i) / double(values.size() - 1),
                            area.bottom() - area.height() * values[i] / top);
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(tokens().ac, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
}

void CellDelegate::paintTyped(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TableModel *>(index.model());
    const int source = model == nullptr ? -1 : model->sourceColumn(index.column());
    if (source < 0)
        return;
    const Tokens &t = tokens();
    const ColumnType type = model->table()->schema().at(source).type;
    if (index.data(TableModel::NullRole).toBool())
        return paintText(painter, rect, QStringLiteral("null"), monoFont(10.5), t.fa);
    const bool number = model->isTypedNumber(index.column());
    const QColor colour = type == ColumnType::Dynamic ? t.mu : number || type == ColumnType::Bool ? t.ac : t.tx;
    paintText(painter, rect, index.data(Qt::DisplayRole).toString(), monoFont(), colour,
              (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty() || sizeHint(option, index).width() - 14 <= option.rect.width())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(),
                           QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped()), view);
    return true;
}

} // namespace watchdesk::ui
