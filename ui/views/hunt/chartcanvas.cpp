// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/chartcanvas.h"

#include "ui/widgets/chartlook.h"
#include "ui/widgets/texttip.h"
#include "ui/widgets/tokens.h"

#include <QtCharts/QPieSeries>

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace watchdesk::ui {

namespace {

using hunt::Chart;
using hunt::ChartForm;
using hunt::ChartPoint;

constexpr qsizetype kMostTold = 12;
constexpr int kPage = 10;

} // namespace

ChartCanvas::ChartCanvas(QWidget *parent)
    : QChartView(parent)
    , m_drawing(chart())
    , m_tip(new TextTip(this))
{
    setUpChart(this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 110);
    m_resizePause.setSingleShot(true);
    m_resizePause.setInterval(60);
    connect(&m_resizePause, &QTimer::timeout, this, &ChartCanvas::redraw);
    connect(&Palette::instance(), &Palette::changed, this, &ChartCanvas::redraw);
    connect(scene(), &QGraphicsScene::changed, this, [this] {
        m_picture = QPixmap();
        viewport()->update();
    });
    colourChart(this);
}

void ChartCanvas::setContent(Chart content)
{
    markPlace(-1);
    m_content = std::move(content);
    m_hidden.clear();
    redraw();
}

QStringList ChartCanvas::partNames() const
{
    QStringList names;
    if (m_content.form == ChartForm::Pie && !m_content.series.isEmpty()) {
        for (const ChartPoint &slice : m_content.series.first().points)
            names.append(m_content.categories.value(int(slice.x)));
        return names;
    }
    for (const hunt::ChartSeries &series : m_content.series)
        names.append(series.name);
    return names;
}

void ChartCanvas::setPartShown(int part, bool shown)
{
    if (shown)
        m_hidden.remove(part);
    else
        m_hidden.insert(part);
    markPlace(-1);
    redraw();
}

void ChartCanvas::redraw()
{
    m_drawing.draw(m_content, m_hidden, QSizeF(size()));
    colourChart(this);
    collectPlaces();
    if (m_mark >= 0)
        showTip();
}

void ChartCanvas::collectPlaces()
{
    m_places.clear();
    const bool isPie = m_content.form == ChartForm::Pie;
    for (int i = 0; i < m_content.series.size(); ++i) {
        const std::vector<ChartPoint> &points = m_content.series[i].points;
        for (size_t p = 0; p < points.size(); ++p) {
            if (!std::isnan(points[p].y) && !m_hidden.contains(isPie ? int(p) : i))
                m_places.push_back(isPie ? double(p) : points[p].x);
        }
    }
    std::sort(m_places.begin(), m_places.end());
    m_places.erase(std::unique(m_places.begin(), m_places.end()), m_places.end());
    m_mark = std::min(m_mark, placeCount() - 1);
}

/// The values that stand at an x, in the order of the series.
QList<ChartCanvas::Told> ChartCanvas::toldAt(double x) const
{
    QList<Told> told;
    for (int i = 0; i < m_content.series.size() && told.size() <= kMostTold; ++i) {
        const hunt::ChartSeries &series = m_content.series[i];
        if (m_hidden.contains(i))
            continue;
        for (const ChartPoint &point : series.points) {
            if (point.x != x || std::isnan(point.y))
                continue;
            QString text = valueText(point.value);
            if (m_content.stacking == Chart::Stacking::Shares)
                text += QStringLiteral(" (%1 %)").arg(QLocale().toString(point.y - point.base, 'f', 1));
            told.append({nameText(series.name, 60), x, point.y, text, i});
        }
    }
    return told;
}

QString ChartCanvas::markTitle() const
{
    if (m_mark < 0)
        return {};
    if (m_content.form == ChartForm::Pie)
        return nameText(
            m_content.categories.value(int(m_content.series.first().points[size_t(m_places[size_t(m_mark)])].x)));
    return placeText(m_content, m_places[size_t(m_mark)]);
}

QString ChartCanvas::markLines() const
{
    if (m_mark < 0)
        return {};
    const double place = m_places[size_t(m_mark)];
    if (m_content.form == ChartForm::Pie) {
        double whole = 0;
        for (const double each : m_places)
            whole += m_content.series.first().points[size_t(each)].value;
        const double value = m_content.series.first().points[size_t(place)].value;
        return QStringLiteral("%1 · %2 %").arg(valueText(value), QLocale().toString(value / whole * 100, 'f', 1));
    }
    const QList<Told> told = toldAt(place);
    QStringList lines;
    for (const Told &each : told.mid(0, kMostTold))
        lines.append(each.name + QStringLiteral(": ") + each.text);
    if (told.size() > kMostTold)
        lines.append(QStringLiteral("…"));
    return lines.join(u'\n');
}

QString ChartCanvas::markText() const { return m_mark < 0 ? QString() : QString(markTitle() + u'\n' + markLines()); }

void ChartCanvas::markPlace(int place)
{
    m_mark = std::clamp(place, -1, placeCount() - 1);
    explodeSlice();
    if (m_mark < 0)
        m_tip->hide();
    else
        showTip();
    setAccessibleDescription(markText());
    viewport()->update();
}

void ChartCanvas::explodeSlice()
{
    if (m_drawing.pie() == nullptr)
        return;
    const int wanted = m_mark < 0 ? -1 : int(m_places[size_t(m_mark)]);
    for (QPieSlice *slice : m_drawing.pie()->slices())
        slice->setExploded(slice->property("slice").toInt() == wanted);
}

void ChartCanvas::showTip()
{
    const QString title = markTitle();
    m_tip->show(title, markLines(), {0, int(title.size())});
    QPointF at = chart()->plotArea().center();
    if (m_content.form != ChartForm::Pie) {
        const QList<Told> told = toldAt(m_places[size_t(m_mark)]);
        const auto top =
            std::max_element(told.begin(), told.end(), [](const Told &a, const Told &b) { return a.y < b.y; });
        if (top != told.end()) // above all that stands there
            at = m_drawing.positionOf(top->x, top->y);
    }
    const QPoint place = mapFromScene(chart()->mapToScene(at));
    m_tip->placeAt(QRect(place - QPoint(8, 8), QSize(16, 16)), true);
}

int ChartCanvas::nearestPlace(const QPointF &position) const
{
    if (m_places.empty() || m_content.form == ChartForm::Pie)
        return -1;
    const QRectF plot = chart()->plotArea();
    if (!plot.contains(position))
        return -1;
    // A logarithmic x counts in powers: what is near is asked in pixels.
    const auto pixels = [&](double x) {
        const QPointF there = m_drawing.positionOf(x, 0);
        return m_content.form == ChartForm::Bar ? there.y() : there.x();
    };
    const double wanted = m_content.form == ChartForm::Bar ? position.y() : position.x();
    const bool isRising = pixels(m_places.front()) <= pixels(m_places.back());
    auto at = std::partition_point(m_places.begin(), m_places.end(),
                                   [&](double x) { return isRising ? pixels(x) < wanted : pixels(x) > wanted; });
    if (at == m_places.end() ||
        (at != m_places.begin() && std::abs(pixels(*(at - 1)) - wanted) < std::abs(pixels(*at) - wanted)))
        --at;
    return int(at - m_places.begin());
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF position = chart()->mapFromScene(mapToScene(event->pos()));
    if (m_content.form != ChartForm::Pie) {
        const int place = nearestPlace(position);
        if (place != m_mark)
            markPlace(place);
        return;
    }
    if (m_drawing.pie() == nullptr)
        return;
    const QPointF arm = position - chart()->plotArea().center();
    const double radius = std::hypot(arm.x(), arm.y());
    const double most =
        std::min(chart()->plotArea().width(), chart()->plotArea().height()) / 2 * m_drawing.pie()->pieSize();
    const double angle = std::fmod(std::atan2(arm.x(), -arm.y()) / M_PI * 180 + 360, 360);
    int place = -1;
    for (const QPieSlice *slice : m_drawing.pie()->slices()) {
        if (radius <= most && angle >= slice->startAngle() && angle < slice->startAngle() + slice->angleSpan())
            place = int(std::lower_bound(m_places.begin(), m_places.end(), slice->property("slice").toDouble()) -
                        m_places.begin());
    }
    if (place != m_mark)
        markPlace(place);
}

void ChartCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    markPlace(-1);
}

void ChartCanvas::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    markPlace(-1);
}

/// The place that a key leads to from the mark; -2 for a key that leads nowhere.
int ChartCanvas::placeForKey(int key) const
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return std::max(0, m_mark < 0 ? 0 : m_mark - 1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return m_mark + 1;
    case Qt::Key_PageUp:
        return std::max(0, m_mark - kPage);
    case Qt::Key_PageDown:
        return m_mark + kPage;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return placeCount() - 1;
    case Qt::Key_Escape:
        return m_mark < 0 ? -2 : -1;
    default:
        return -2;
    }
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const int place = placeForKey(event->key());
    if (place == -2)
        return QChartView::keyPressEvent(event);
    markPlace(place);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    m_resizePause.start();
}

void ChartCanvas::paintEvent(QPaintEvent *)
{
    const qreal ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.deviceIndependentSize().toSize() != viewport()->size()) {
        m_picture = QPixmap(viewport()->size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(tokens().w1);
        QPainter painter(&m_picture);
        painter.setRenderHint(QPainter::Antialiasing);
        render(&painter, QRectF(viewport()->rect()), viewport()->rect());
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_picture);
    drawMark(&painter);
}

/// The mark over the chart, and the ring of who has the keyboard.
void ChartCanvas::drawMark(QPainter *painter) const
{
    const QRectF plot = chart()->plotArea();
    if (hasFocus()) {
        painter->setPen(QPen(tokens().ac, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -2, -2), 4, 4);
    }
    if (m_mark < 0 || m_content.form == ChartForm::Pie)
        return;
    const double place = m_places[size_t(m_mark)];
    const QPointF at = m_drawing.positionOf(place, 0);
    painter->setPen(QPen(tokens().mu, 1, Qt::DotLine));
    if (m_content.form == ChartForm::Bar)
        painter->drawLine(QPointF(plot.left(), at.y()), QPointF(plot.right(), at.y()));
    else
        painter->drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
    if (m_content.hasBars())
        return;
    for (const Told &each : toldAt(place)) {
        painter->setPen(QPen(tokens().w1, 1.5));
        painter->setBrush(m_content.series[each.series].isMarks ? tokens().hi : seriesTone(each.series));
        painter->drawEllipse(m_drawing.positionOf(each.x, each.y), 4.5, 4.5);
    }
}

} // namespace watchdesk::ui
