// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartlayout.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace watchdesk::hunt {

namespace {

using Series = ChartRows::Series;

constexpr qsizetype kMostPlaces = 1'000; ///< of bars on one axis
constexpr qsizetype kMostBars = 3'000;
constexpr size_t kMostSteps = 400;   ///< of a line: as many as a chart has pixels to tell them apart, or so
constexpr qsizetype kMostGaps = 300; ///< in the lines of one series
constexpr qsizetype kFewPlaces = 60; ///< a grid of so many is seen even if most are empty
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

QString counted(qsizetype count) { return QLocale().toString(count); }

/// Where each distinct moment stands: on a grid of equal steps where they lie on one that is not mostly empty.
class Places
{
public:
    explicit Places(std::vector<Ticks> moments)
        : m_moments(std::move(moments))
    {
        std::sort(m_moments.begin(), m_moments.end());
        m_moments.erase(std::unique(m_moments.begin(), m_moments.end()), m_moments.end());
        for (size_t i = 1; i < m_moments.size(); ++i)
            m_step = std::gcd(m_step, m_moments[i] - m_moments[i - 1]);
        const qsizetype cells = m_step > 0 ? qsizetype((m_moments.back() - m_moments.front()) / m_step) + 1 : 1;
        m_isGrid = cells <= kFewPlaces || (cells <= kMostPlaces && cells <= 3 * qsizetype(m_moments.size()));
        m_count = m_isGrid ? cells : qsizetype(m_moments.size());
    }

    bool isGrid() const { return m_isGrid; }
    qsizetype count() const { return m_count; }
    qsizetype placeOf(Ticks moment) const
    {
        if (m_isGrid)
            return m_step > 0 ? qsizetype((moment - m_moments.front()) / m_step) : 0;
        return std::lower_bound(m_moments.begin(), m_moments.end(), moment) - m_moments.begin();
    }
    Ticks momentAt(qsizetype place) const
    {
        return m_isGrid ? m_moments.front() + place * m_step : m_moments[size_t(place)];
    }

private:
    std::vector<Ticks> m_moments;
    Ticks m_step = 0;
    bool m_isGrid = false;
    qsizetype m_count = 0;
};

void placeOverTime(Chart &chart, std::vector<Series> &rows)
{
    std::vector<Ticks> moments;
    for (const Series &series : rows) {
        for (const ChartRows::Point &point : series.points)
            moments.push_back(point.ticks);
    }
    if (moments.empty())
        return;
    const Places places(std::move(moments));
    if (!places.isGrid())
        chart.notes.append(Words::tr("The moments stand side by side, not to scale."));
    for (Series &series : rows) {
        for (ChartRows::Point &point : series.points)
            point.x = double(places.placeOf(point.ticks));
    }
    for (qsizetype place = 0; place < places.count(); ++place) {
        chart.moments.append(places.momentAt(place));
        chart.categories.append(isoFromTicks(chart.moments.last()));
    }
}

/// Numbers and spans as they come, each in a place of its own.
void placeValues(Chart &chart, std::vector<Series> &rows)
{
    QMap<double, qsizetype> places;
    for (Series &series : rows) {
        for (ChartRows::Point &point : series.points) {
            const double value = chart.axis == Chart::Axis::Span ? double(point.ticks) : point.x;
            if (!places.contains(value)) {
                places.insert(value, chart.categories.size());
                chart.categories.append(chart.axis == Chart::Axis::Span ? textFromTimeSpan(point.ticks)
                                                                        : QLocale().toString(value, 'g', 12));
            }
            point.x = double(places.value(value));
        }
    }
}

/// The values of a series by their places; NaN where there is none.
std::vector<double> valuesByPlace(const Series &series, qsizetype places, bool *added)
{
    std::vector<double> values(size_t(places), kGap);
    for (const ChartRows::Point &point : series.points) {
        if (point.x >= double(places) || std::isnan(point.y))
            continue;
        double &value = values[size_t(point.x)];
        *added = *added || !std::isnan(value);
        value = std::isnan(value) ? point.y : value + point.y;
    }
    return values;
}

void cutPlaces(Chart &chart, qsizetype most)
{
    if (chart.categories.size() <= most)
        return;
    chart.notes.append(
        Words::tr("The first %1 of %2 values of x are drawn.").arg(counted(most), counted(chart.categories.size())));
    chart.categories.resize(most);
    if (!chart.moments.isEmpty())
        chart.moments.resize(most);
}

/// Both ends of each of `steps` stretches of a line, in their order; a gap stays one.
std::vector<ChartPoint> extremes(const std::vector<ChartPoint> &points, size_t steps)
{
    std::vector<ChartPoint> kept;
    for (size_t step = 0; step < steps; ++step) {
        const size_t begin = points.size() * step / steps;
        const size_t end = points.size() * (step + 1) / steps;
        size_t least = begin;
        size_t most = begin;
        bool hasGap = false;
        for (size_t i = begin; i < end; ++i) {
            hasGap = hasGap || std::isnan(points[i].y);
            least = !(points[i].y >= points[least].y) ? i : least;
            most = !(points[i].y <= points[most].y) ? i : most;
        }
        kept.push_back(points[std::min(least, most)]);
        if (least != most)
            kept.push_back(points[std::max(least, most)]);
        if (hasGap && !std::isnan(kept.back().y))
            kept.push_back({points[end - 1].x, kGap, 0, kGap});
    }
    return kept;
}

/// A stack stays one: of each step all series keep the place where they are highest together.
void keepHighest(Chart &chart, size_t most, qsizetype all)
{
    const std::vector<ChartPoint> tops = chart.series.last().points;
    const size_t steps = std::clamp<size_t>(most, 1, kMostSteps);
    std::vector<size_t> kept;
    for (size_t step = 0; step < steps; ++step) {
        const auto begin = tops.begin() + qsizetype(tops.size() * step / steps);
        const auto end = tops.begin() + qsizetype(tops.size() * (step + 1) / steps);
        if (begin != end)
            kept.push_back(size_t(
                std::max_element(begin, end, [](const ChartPoint &a, const ChartPoint &b) { return a.y < b.y; }) -
                tops.begin()));
    }
    for (ChartSeries &series : chart.series) {
        std::vector<ChartPoint> points;
        for (const size_t place : kept)
            points.push_back(series.points[place]);
        series.points = std::move(points);
    }
    chart.notes.append(Words::tr("Of %1 points the highest of each step are drawn.").arg(counted(all)));
}

/// All x of all series, each once.
std::vector<double> unitedPlaces(const Chart &chart)
{
    std::vector<double> places;
    for (const ChartSeries &series : chart.series) {
        for (const ChartPoint &point : series.points)
            places.push_back(point.x);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// A value at each of these places, 0 where the series has none; values of one place are added up.
void fillUp(ChartSeries &series, const std::vector<double> &places)
{
    std::vector<ChartPoint> filled;
    size_t next = 0;
    for (const double x : places) {
        ChartPoint point{x, 0, 0, 0};
        for (; next < series.points.size() && series.points[next].x == x; ++next)
            point.value += std::isnan(series.points[next].value) ? 0 : series.points[next].value;
        point.y = point.value;
        filled.push_back(point);
    }
    series.points = std::move(filled);
}

} // namespace

void layOutBars(Chart &chart, std::vector<Series> rows, const QStringList &categories)
{
    chart.categories = categories;
    if (chart.axis == Chart::Axis::Time)
        placeOverTime(chart, rows);
    else if (chart.axis != Chart::Axis::Category)
        placeValues(chart, rows);
    const qsizetype room = kMostBars / std::max<qsizetype>(1, qsizetype(rows.size()));
    cutPlaces(chart, std::min(kMostPlaces, room));
    chart.axis = Chart::Axis::Category;
    bool added = false;
    for (Series &series : rows) {
        ChartSeries drawn{series.name, {}, false};
        const std::vector<double> values = valuesByPlace(series, chart.categories.size(), &added);
        for (size_t place = 0; place < values.size(); ++place)
            drawn.points.push_back({double(place), values[place], 0, values[place]});
        chart.series.append(std::move(drawn));
    }
    if (added)
        chart.notes.append(Words::tr("Rows with the same x and series are added up."));
}

void layOutPoints(Chart &chart, std::vector<Series> rows, const QStringList &categories, bool sorted)
{
    chart.categories = categories;
    if (chart.axis == Chart::Axis::Time) {
        chart.origin = kMaxTicks;
        for (const Series &series : rows) {
            for (const ChartRows::Point &point : series.points)
                chart.origin = std::min(chart.origin, point.ticks);
        }
    }
    for (Series &series : rows) {
        ChartSeries drawn{series.name, {}, false};
        drawn.points.reserve(series.points.size());
        for (const ChartRows::Point &point : series.points) {
            drawn.points.push_back({placeOnAxis(chart, point), point.y, 0, point.y});
        }
        if (sorted)
            std::stable_sort(drawn.points.begin(), drawn.points.end(),
                             [](const ChartPoint &a, const ChartPoint &b) { return a.x < b.x; });
        series.points = {};
        chart.series.append(std::move(drawn));
    }
}

double placeOnAxis(const Chart &chart, const ChartRows::Point &point)
{
    switch (chart.axis) {
    case Chart::Axis::Time:
        return double(point.ticks - chart.origin) / double(kTicksPerMillisecond);
    case Chart::Axis::Span:
        return double(point.ticks);
    case Chart::Axis::Number:
    case Chart::Axis::Category:
        break;
    }
    return point.x;
}

void accumulate(Chart &chart)
{
    for (ChartSeries &series : chart.series) {
        double sum = 0;
        for (ChartPoint &point : series.points) {
            sum += std::isnan(point.value) ? 0 : point.value;
            point.value = point.y = sum;
        }
    }
}

void stack(Chart &chart)
{
    if (chart.form == ChartForm::Area) {
        const std::vector<double> places = unitedPlaces(chart);
        for (ChartSeries &series : chart.series)
            fillUp(series, places);
    }
    const bool isShare = chart.stacking == Chart::Stacking::Shares;
    const size_t count = chart.series.isEmpty() ? 0 : chart.series.first().points.size();
    qsizetype below = 0;
    for (size_t place = 0; place < count; ++place) {
        double whole = 0;
        for (ChartSeries &series : chart.series) {
            ChartPoint &point = series.points[place];
            if (isShare && point.value < 0) {
                ++below;
                point.y = kGap;
            }
            whole += std::isnan(point.y) ? 0 : point.value;
        }
        double up = 0;
        double down = 0;
        for (ChartSeries &series : chart.series) {
            ChartPoint &point = series.points[place];
            if (std::isnan(point.y))
                continue;
            const double height = isShare ? (whole > 0 ? point.value / whole * 100 : 0) : point.value;
            double &end = height < 0 ? down : up;
            point.base = end;
            end += height;
            point.y = end;
        }
    }
    if (below > 0)
        chart.notes.append(Words::tr("%1 values below 0 have no share and are left out.").arg(counted(below)));
}

void leaveOutForLog(Chart &chart)
{
    qsizetype out = 0;
    for (ChartSeries &series : chart.series) {
        for (ChartPoint &point : series.points) {
            const bool fits = (!chart.isXLog || point.x > 0) && (!chart.isYLog || point.y > 0 || std::isnan(point.y));
            out += !fits;
            if (!fits)
                point.y = kGap;
        }
        if (chart.isXLog)
            std::erase_if(series.points, [](const ChartPoint &point) { return point.x <= 0; });
    }
    if (out > 0)
        chart.notes.append(Words::tr("%1 values of 0 or less have no place on a logarithmic axis.").arg(counted(out)));
}

void preferPoints(Chart &chart)
{
    const auto isTorn = [](const ChartSeries &series) {
        return std::count_if(series.points.begin(), series.points.end(),
                             [](const ChartPoint &point) { return std::isnan(point.y); }) > kMostGaps;
    };
    if (chart.form != ChartForm::Line || std::none_of(chart.series.begin(), chart.series.end(), isTorn))
        return;
    chart.form = ChartForm::Scatter;
    chart.notes.append(Words::tr("There are too many gaps for lines: points are drawn."));
}

void thinOut(Chart &chart, qsizetype most)
{
    qsizetype all = 0;
    for (const ChartSeries &series : chart.series)
        all += qsizetype(series.points.size());
    if (all <= most)
        return;
    if (chart.form == ChartForm::Scatter) {
        qsizetype room = most;
        for (ChartSeries &series : chart.series) {
            series.points.resize(std::min(series.points.size(), size_t(room)));
            room -= qsizetype(series.points.size());
        }
        chart.notes.append(Words::tr("The first %1 of %2 points are drawn.").arg(counted(most), counted(all)));
        return;
    }
    if (chart.form == ChartForm::Area && chart.stacking != Chart::Stacking::None)
        return keepHighest(chart, size_t(most) / size_t(chart.series.size()), all);
    const size_t steps = std::clamp<size_t>(size_t(most) / size_t(chart.series.size()) / 3, 1, kMostSteps);
    for (ChartSeries &series : chart.series) {
        if (series.points.size() > 3 * steps)
            series.points = extremes(series.points, steps);
    }
    chart.notes.append(
        Words::tr("Of %1 points the smallest and the greatest of each step are drawn.").arg(counted(all)));
}

} // namespace watchdesk::hunt
