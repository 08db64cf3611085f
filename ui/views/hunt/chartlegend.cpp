// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/chartlegend.h"

#include "ui/views/hunt/chartdrawing.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

constexpr int kLines = 2;
constexpr int kLineHeight = 28;

/// What a part is drawn with: a stroke, a ground or a point.
QIcon signOf(hunt::ChartForm form, int part, bool isMark, bool isShown)
{
    QPixmap pixmap(44, 24); // twice as large as it is shown
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isShown ? 1 : 0.35);
    if (isMark) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens().hi);
        painter.drawEllipse(QPointF(11, 6), 4, 4);
    } else if (form == hunt::ChartForm::Line) {
        QPen pen = seriesPen(part, 2.4);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(1, 6), QPointF(21, 6));
    } else {
        painter.setPen(QPen(seriesTone(part), 1));
        painter.setBrush(seriesBrush(part));
        painter.drawRoundedRect(QRectF(5, 1, 12, 10), 2, 2);
    }
    return QIcon(pixmap);
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget;
    m_content->setLayout(new FlowLayout(4));
    m_content->layout()->setContentsMargins(8, 2, 8, 2);
    scroll->setWidget(m_content);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(&Palette::instance(), &Palette::changed, this, &ChartLegend::paintSigns);
}

void ChartLegend::setParts(const hunt::Chart &chart, const QStringList &names)
{
    emptyLayout(m_content->layout());
    m_buttons.clear();
    m_marks.clear();
    m_form = chart.form;
    for (int part = 0; part < names.size(); ++part) {
        const QString full = nameText(names[part]);
        auto *button = new QToolButton;
        button->setText(nameText(names[part], 30).replace(u'&', QStringLiteral("&&")));
        button->setToolTip(tr("%1: take away or bring back").arg(full).toHtmlEscaped());
        button->setAccessibleName(full);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({22, 12});
        button->setFont(uiFont(11.5));
        button->setCheckable(true);
        button->setChecked(true);
        button->setProperty("look", QStringLiteral("legend"));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::toggled, this, [this, part](bool shown) {
            paintSigns();
            Q_EMIT toggled(part, shown);
        });
        m_content->layout()->addWidget(button);
        button->show(); // a layout takes what is hidden for nothing
        m_buttons.append(button);
        m_marks.append(chart.form != hunt::ChartForm::Pie && chart.series[part].isMarks);
    }
    paintSigns();
    fit();
}

void ChartLegend::paintSigns()
{
    for (int part = 0; part < m_buttons.size(); ++part)
        m_buttons[part]->setIcon(signOf(m_form, part, m_marks[part], m_buttons[part]->isChecked()));
}

void ChartLegend::fit()
{
    const QMargins margins = m_content->layout()->contentsMargins();
    const int wanted = m_content->layout()->heightForWidth(width() - margins.left() - margins.right());
    setFixedHeight(std::min(wanted, kLines * kLineHeight) + margins.top() + margins.bottom() + 4);
}

void ChartLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace watchdesk::ui
