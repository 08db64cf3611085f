// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chartlook.h"

#include "app/base/safetext.h"
#include "ui/widgets/tokens.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLegend>

#include <QGraphicsLayout>

#include <array>

namespace watchdesk::ui {

namespace {

constexpr int kTones = 8;

/// After Okabe and Ito, whose colours differ in lightness as well; darker ones on white.
constexpr std::array<QRgb, kTones> kOnDark{0x4d9fff, 0xe69f00, 0x2fbf92, 0xd98cc0,
                                           0xf0e442, 0xe8743b, 0x9fb4cc, 0xb08cff};
constexpr std::array<QRgb, kTones> kOnLight{0x0f6cd6, 0xc96a0a, 0x00805c, 0xb0508f,
                                            0x8a7500, 0xa33b00, 0x5c6878, 0x6d45d6};

} // namespace

void setUpChart(QChartView *view)
{
    QChart *chart = view->chart();
    chart->setMargins(QMargins(4, 10, 16, 4)); // half of the last labels stands out of the plot
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(0);
    chart->setDropShadowEnabled(false);
    chart->setLocalizeNumbers(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setRenderHint(QPainter::Antialiasing);
}

void colourChart(QChartView *view)
{
    const Tokens &t = tokens();
    QChart *chart = view->chart();
    view->setBackgroundBrush(t.w1);
    chart->setBackgroundBrush(t.w1);
    chart->legend()->setLabelColor(t.mu);
    chart->legend()->setFont(uiFont(11));
    for (QAbstractAxis *axis : chart->axes()) {
        axis->setLabelsColor(t.mu);
        axis->setLabelsFont(monoFont(10.5));
        axis->setTitleBrush(t.mu);
        axis->setTitleFont(uiFont(11));
        axis->setGridLineColor(t.line);
        axis->setLinePen(QPen(t.line, 1));
    }
}

QColor seriesTone(int index)
{
    return QColor::fromRgb(tokens().dark ? kOnDark[size_t(index % kTones)] : kOnLight[size_t(index % kTones)]);
}

QPen seriesPen(int index, double width)
{
    static constexpr std::array<Qt::PenStyle, 4> strokes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return {seriesTone(index), width, strokes[size_t(index / 4) % strokes.size()], Qt::RoundCap, Qt::RoundJoin};
}

QBrush seriesBrush(int index)
{
    static constexpr std::array<Qt::BrushStyle, 3> grounds{Qt::SolidPattern, Qt::BDiagPattern, Qt::DiagCrossPattern};
    return {seriesTone(index), grounds[size_t(index / kTones) % grounds.size()]};
}

QString chartText(const QString &text, int limit)
{
    QString shown = visibleText(text, 4 * limit);
    if (shown.size() > limit)
        shown = QString(shown.left(limit - 1) + u'…');
    return shown.toHtmlEscaped();
}

} // namespace watchdesk::ui
