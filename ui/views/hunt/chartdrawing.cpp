// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/chartdrawing.h"

#include "app/base/safetext.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/tokens.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QPieSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QStackedBarSeries>

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace watchdesk::ui {

namespace {

using hunt::Chart;
using hunt::ChartForm;
using hunt::ChartPoint;
using hunt::ChartScale;
using hunt::ChartSeries;

constexpr double kLetter = 6.6;       ///< pixels of the axes' font
constexpr double kTiltedLabel = 17;   ///< pixels that a tilted label takes of the axis
constexpr double kRoomForNames = 400; ///< beside a pie; the legend has them too
constexpr double kRoomForTitles = 190;
constexpr double kBesideX = 76;         ///< pixels that the axis of y takes
constexpr double kFewestShare = 0.04;   ///< of a slice that gets its name beside it
constexpr qsizetype kThickPoints = 120; ///< of a thick line
constexpr qsizetype kDashedPoints = 40; ///< of a dashed one
constexpr int kPointsSeen = 60;         ///< of a line: more hide it

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ui", text); }

/// No place has values of two series: side by side they would be thin for nothing.
bool isSparse(const Chart &chart)
{
    for (qsizetype place = 0; place < chart.categories.size(); ++place) {
        const auto count = std::count_if(chart.series.begin(), chart.series.end(), [place](const ChartSeries &series) {
            return size_t(place) < series.points.size() && !std::isnan(series.points[size_t(place)].y);
        });
        if (count > 1)
            return false;
    }
    return true;
}

QAbstractBarSeries *barsFor(const Chart &chart)
{
    const bool isStacked = chart.stacking != Chart::Stacking::None || isSparse(chart);
    if (chart.form == ChartForm::Bar)
        return isStacked ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries)
                         : new QHorizontalBarSeries;
    return isStacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries) : new QBarSeries;
}

/// The least and the greatest of what is drawn.
struct Extent
{
    double low = 0;
    double high = 0;
    bool isEmpty = true;

    void take(double value)
    {
        if (!std::isfinite(value))
            return;
        low = isEmpty ? value : std::min(low, value);
        high = isEmpty ? value : std::max(high, value);
        isEmpty = false;
    }
};

int longestOf(const QStringList &names)
{
    qsizetype longest = 1;
    for (const QString &name : names.mid(0, 200))
        longest = std::max(longest, name.size());
    return int(std::min<qsizetype>(longest, 40));
}

/// Long lines are thin and solid: Qt paints thousands of dashes as one path, which takes it many seconds.
QPen penFor(int series, qsizetype points, double width)
{
    QPen pen = seriesPen(series, points > kThickPoints ? 1 : width);
    if (points > kDashedPoints)
        pen.setStyle(Qt::SolidLine);
    return pen;
}

double labelWidth(const QStringList &names) { return std::min(longestOf(names), 12) * kLetter + 10; }

} // namespace

QString valueText(double value)
{
    if (std::abs(value) < 9e15 && value == std::trunc(value))
        return QLocale().toString(qint64(value));
    return QLocale().toString(value, 'g', 6);
}

QString nameText(const QString &name, int limit) { return name.isEmpty() ? tr("(empty)") : visibleText(name, limit); }

QString placeText(const Chart &chart, double x)
{
    switch (chart.axis) {
    case Chart::Axis::Time:
        return isoFromTicks(chart.origin + Ticks(std::llround(x * double(kTicksPerMillisecond))))
            .remove(QStringLiteral(".0000000"));
    case Chart::Axis::Span:
        return textFromTimeSpan(Ticks(x));
    case Chart::Axis::Number:
        return QLocale().toString(x, 'g', 12);
    case Chart::Axis::Category:
        break;
    }
    return nameText(chart.categories.value(int(x))).remove(QStringLiteral(".0000000"));
}

void ChartDrawing::draw(const Chart &what, const QSet<int> &hidden, const QSizeF &room)
{
    clear();
    m_what = &what;
    m_hidden = hidden;
    m_room = room;
    m_chart->legend()->hide();
    if (what.series.isEmpty())
        return;
    if (what.form == ChartForm::Pie)
        return drawPie();
    m_chart->setMargins(QMargins(4, 10, isTilted(room) ? 40 : 16, 4));
    makeScales(room);
    if (what.hasBars())
        return drawBars();
    for (int i = 0; i < what.series.size(); ++i) {
        if (!isShown(i))
            continue;
        if (what.series[i].isMarks || what.form == ChartForm::Scatter)
            drawPoints(i);
        else if (what.form == ChartForm::Area)
            drawArea(i);
        else
            drawLine(i);
    }
}

void ChartDrawing::clear()
{
    m_first = nullptr;
    m_pie = nullptr;
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes()) {
        m_chart->removeAxis(axis);
        delete axis;
    }
}

double ChartDrawing::across(double x) const
{
    return isFlipped() ? double(m_what->categories.size() - 1) - x : m_x.place(x);
}

void ChartDrawing::makeScales(const QSizeF &room)
{
    Extent x;
    Extent y;
    for (int i = 0; i < m_what->series.size(); ++i) {
        for (const ChartPoint &point : m_what->series[i].points) {
            x.take(point.x);
            if (isShown(i) && !std::isnan(point.y)) {
                y.take(point.y);
                y.take(m_what->isYLog ? point.y : m_what->stacking != Chart::Stacking::None ? point.base : point.y);
            }
        }
    }
    // A bar or an area is read by its length, so it begins at 0; a line that moves far above 0 may do without.
    const bool fromZero = m_what->hasBars() || m_what->form == ChartForm::Area || y.low < 0.5 * y.high;
    if (!m_what->isYLog && fromZero)
        y.take(0);
    m_x = xScale(x.low, x.high, room);
    m_y = yScale(m_what->yMin.value_or(y.low), m_what->yMax.value_or(y.high),
                 std::max(2, int(isFlipped() ? (room.width() - 2 * kBesideX) / 70 : room.height() / 44)));
    const int letters =
        isFlipped() ? 26
        : isTilted(room)
            ? 16
            : int((room.width() - kBesideX) / kLetter / double(std::max<qsizetype>(1, m_x.marks().size()))) - 1;
    addAxis(m_x, m_what->xTitle, true, std::clamp(letters, 4, 40));
    addAxis(m_y, m_what->yTitle, false, 14);
}

/// Names that have no room side by side are tilted, if the chart is high enough for it.
bool ChartDrawing::isTilted(const QSizeF &room) const
{
    return m_what->form == ChartForm::Column && m_what->moments.isEmpty() && room.height() > 240 &&
           double(m_what->categories.size()) * labelWidth(m_what->categories) > room.width() - kBesideX;
}

ChartScale ChartDrawing::xScale(double low, double high, const QSizeF &room) const
{
    const double width = room.width() - kBesideX;
    const int times = std::max(2, int(width / 86));
    switch (m_what->axis) {
    case Chart::Axis::Time:
        return ChartScale::ofTimes(m_what->origin, low, high, times);
    case Chart::Axis::Span:
        return ChartScale::ofSpans(low, high, times);
    case Chart::Axis::Number:
        return ChartScale::ofNumbers(low, high, m_what->isXLog, times);
    case Chart::Axis::Category:
        break;
    }
    const int most = isFlipped()                  ? int(room.height() / 18)
                     : !m_what->moments.isEmpty() ? times
                     : isTilted(room)             ? int(width / kTiltedLabel)
                                                  : int(width / labelWidth(m_what->categories));
    return ChartScale::ofPlaces(m_what->categories, m_what->moments, std::max(1, most));
}

ChartScale ChartDrawing::yScale(double low, double high, int most) const
{
    if (m_what->stacking == Chart::Stacking::Shares)
        return ChartScale::ofNumbers(0, 100, false, most, true);
    const bool isFixed = m_what->yMin.has_value() || m_what->yMax.has_value();
    return ChartScale::ofNumbers(low, std::max(low, high), m_what->isYLog, most, isFixed);
}

void ChartDrawing::addAxis(const ChartScale &scale, const QString &title, bool isX, int letters)
{
    auto *axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const bool fromTop = isX && isFlipped();
    axis->setRange(scale.begin(), scale.end());
    axis->setStartValue(scale.begin() - 1);
    const qsizetype count = scale.marks().size();
    for (qsizetype i = 0; i < count; ++i) {
        const ChartScale::Mark &mark = scale.marks()[fromTop ? count - 1 - i : i];
        QString label = nameText(mark.label, 200);
        if (!isX && m_what->stacking == Chart::Stacking::Shares)
            label += QStringLiteral(" %");
        // An axis wants each label once; a remark in the markup makes it so.
        axis->append(chartText(label, letters) + QStringLiteral("<!--%1-->").arg(i),
                     fromTop ? double(m_what->categories.size() - 1) - mark.place : mark.place);
    }
    axis->setGridLineVisible(!isX);
    axis->setLineVisible(isX);
    axis->setTitleText(chartText(title));
    axis->setTitleVisible(!title.isEmpty() && m_room.height() > kRoomForTitles);
    axis->setTruncateLabels(false);
    if (isX && isTilted(m_room))
        axis->setLabelsAngle(-40);
    m_chart->addAxis(axis, isX != isFlipped() ? Qt::AlignBottom : Qt::AlignLeft);
}

void ChartDrawing::attach(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    for (QAbstractAxis *axis : m_chart->axes())
        series->attachAxis(axis);
    if (m_first == nullptr)
        m_first = series;
}

void ChartDrawing::drawBars()
{
    QAbstractBarSeries *bars = barsFor(*m_what);
    const qsizetype count = m_what->categories.size();
    for (int i = 0; i < m_what->series.size(); ++i) {
        if (!isShown(i))
            continue;
        auto *set = new QBarSet(QString::number(i));
        QList<qreal> values(count, 0);
        for (const ChartPoint &point : m_what->series[i].points) {
            if (std::isnan(point.y))
                continue;
            const double from = m_what->stacking == Chart::Stacking::None ? 0 : point.base;
            const qsizetype place = isFlipped() ? count - 1 - qsizetype(point.x) : qsizetype(point.x);
            values[place] = m_what->isYLog ? m_y.place(point.y) : point.y - from;
        }
        set->append(values);
        set->setBrush(seriesBrush(i));
        set->setPen(Qt::NoPen);
        bars->append(set);
    }
    bars->setBarWidth(count > 100 ? 1.0 : 0.72);
    attach(bars);
}

/// The points of a series without a gap between them; or their lower ends.
QList<QList<QPointF>> ChartDrawing::stretches(int index, bool ofBase) const
{
    QList<QList<QPointF>> all(1);
    for (const ChartPoint &point : m_what->series[index].points) {
        if (!std::isnan(point.y))
            all.last().append({across(point.x), m_y.place(ofBase ? point.base : point.y)});
        else if (!all.last().isEmpty())
            all.append(QList<QPointF>());
    }
    if (all.last().isEmpty())
        all.removeLast();
    return all;
}

void ChartDrawing::drawLine(int index)
{
    for (const QList<QPointF> &stretch : stretches(index, false)) {
        auto *line = new QLineSeries;
        line->replace(stretch);
        line->setPen(penFor(index, stretch.size(), 2));
        line->setPointsVisible(stretch.size() == 1 || m_what->series[index].points.size() <= kPointsSeen);
        attach(line);
    }
}

void ChartDrawing::drawArea(int index)
{
    const bool isStacked = m_what->stacking != Chart::Stacking::None;
    const QList<QList<QPointF>> tops = stretches(index, false);
    const QList<QList<QPointF>> bottoms = stretches(index, true);
    for (qsizetype i = 0; i < tops.size(); ++i) {
        auto *top = new QLineSeries;
        auto *bottom = new QLineSeries;
        top->replace(tops[i]);
        bottom->replace(bottoms[i]);
        auto *area = new QAreaSeries(top, bottom);
        top->setParent(area);
        bottom->setParent(area);
        QBrush ground = seriesBrush(index);
        QColor tone = seriesTone(index);
        tone.setAlphaF(isStacked ? 0.75F : 0.3F);
        ground.setColor(tone);
        area->setBrush(ground);
        area->setPen(QPen(seriesTone(index), tops[i].size() > kDashedPoints ? 1 : 1.5));
        attach(area);
    }
}

void ChartDrawing::drawPoints(int index)
{
    static constexpr std::array<QScatterSeries::MarkerShape, 5> shapes{
        QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle, QScatterSeries::MarkerShapeTriangle,
        QScatterSeries::MarkerShapeRotatedRectangle, QScatterSeries::MarkerShapeStar};
    const bool isMarks = m_what->series[index].isMarks;
    auto *points = new QScatterSeries;
    QList<QPointF> places;
    for (const ChartPoint &point : m_what->series[index].points) {
        if (!std::isnan(point.y))
            places.append({across(point.x), m_y.place(point.y)});
    }
    points->replace(places);
    points->setMarkerShape(isMarks ? shapes[3] : shapes[size_t(index) % shapes.size()]);
    points->setMarkerSize(isMarks ? 12 : places.size() > 100 ? 6 : 8);
    points->setColor(isMarks ? tokens().hi : seriesTone(index));
    points->setBorderColor(places.size() > 100 ? QColor(Qt::transparent) : tokens().w1);
    attach(points);
}

void ChartDrawing::drawPie()
{
    m_pie = new QPieSeries;
    double whole = 0;
    const std::vector<ChartPoint> &slices = m_what->series.first().points;
    for (size_t i = 0; i < slices.size(); ++i)
        whole += isShown(int(i)) ? slices[i].value : 0;
    for (size_t i = 0; i < slices.size(); ++i) {
        if (!isShown(int(i)))
            continue;
        const double share = slices[i].value / whole;
        auto *slice =
            new QPieSlice(chartText(nameText(m_what->categories.value(int(slices[i].x))), 24) + QStringLiteral(" · ") +
                              QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %"),
                          slices[i].value);
        slice->setObjectName(QString::number(i));
        slice->setProperty("slice", int(i));
        slice->setBrush(seriesBrush(int(i)));
        slice->setPen(QPen(tokens().w1, 1.5));
        slice->setLabelVisible(share >= kFewestShare && m_room.width() > kRoomForNames);
        slice->setLabelBrush(tokens().tx);
        slice->setLabelFont(uiFont(11));
        slice->setLabelArmLengthFactor(0.08);
        slice->setExplodeDistanceFactor(0.05);
        m_pie->append(slice);
    }
    m_pie->setPieSize(0.74);
    m_chart->addSeries(m_pie);
}

QPointF ChartDrawing::positionOf(double x, double y) const
{
    const QPointF value = isFlipped() ? QPointF(m_y.place(y), across(x)) : QPointF(across(x), m_y.place(y));
    return m_first == nullptr ? QPointF() : m_chart->mapToPosition(value, m_first);
}

double ChartDrawing::placeAt(const QPointF &position) const
{
    if (m_first == nullptr)
        return 0;
    const QPointF value = m_chart->mapToValue(position, m_first);
    if (isFlipped())
        return double(m_what->categories.size() - 1) - value.y();
    return value.x();
}

} // namespace watchdesk::ui
