// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartmaker.h"

#include "app/hunt/charts/chartlayout.h"
#include "app/hunt/charts/chartrows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace watchdesk::hunt {

namespace {

constexpr int kMostSeries = 24; ///< more cannot be told apart
constexpr int kMostAreas = 8;   ///< which cover each other
constexpr int kMostCategories = 1'000;
constexpr qsizetype kMostSlices = 12;
constexpr qsizetype kMostOnCard = 12;
constexpr qsizetype kMostOnLines = 6'000;
constexpr qsizetype kMostOnAreas = 800;     ///< what is filled is painted slower
constexpr qsizetype kMostOnScatter = 2'500; ///< each is an item of its own when drawn

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

struct Kind
{
    QString name;
    ChartForm form;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {QStringLiteral("columnchart"), ChartForm::Column}, {QStringLiteral("barchart"), ChartForm::Bar},
        {QStringLiteral("timechart"), ChartForm::Line},     {QStringLiteral("linechart"), ChartForm::Line},
        {QStringLiteral("areachart"), ChartForm::Area},     {QStringLiteral("stackedareachart"), ChartForm::Area},
        {QStringLiteral("piechart"), ChartForm::Pie},       {QStringLiteral("scatterchart"), ChartForm::Scatter},
        {QStringLiteral("anomalychart"), ChartForm::Line},  {QStringLiteral("card"), ChartForm::Card}};
    return all;
}

Chart refused(const QString &why)
{
    Chart chart;
    chart.refusal = why;
    return chart;
}

/// Makes one chart.
class Maker
{
public:
    Maker(const kql::Visualization &asked, const Table &table, ChartForm form)
        : m_asked(asked)
        , m_table(table)
    {
        m_chart.form = form;
        m_chart.title = asked.title.value_or(QString());
        m_chart.hasLegend = asked.hasLegend;
        m_chart.yMin = asked.yMin;
        m_chart.yMax = asked.yMax;
    }

    Chart make()
    {
        if (m_asked.stacking == u"map")
            return refused(Words::tr("Maps are not drawn here."));
        noteProperties();
        if (m_chart.form == ChartForm::Card)
            return card();
        m_choice = chooseColumns(m_asked, chartColumns(m_table));
        if (!m_choice.refusal.isEmpty())
            return refused(m_choice.refusal);
        nameAxes();
        if (m_chart.form == ChartForm::Pie)
            return pie();
        draw();
        return std::move(m_chart);
    }

private:
    QString nameOf(int column) const { return m_table.schema()[column].name; }

    void noteProperties()
    {
        for (const QString &property : m_asked.unread)
            m_chart.notes.append(Words::tr("The value of %1 is computed and not shown.").arg(property));
        if (!m_asked.split.isEmpty() && m_asked.split != u"none")
            m_chart.notes.append(Words::tr("ysplit=%1 is not drawn: all series share one y axis.").arg(m_asked.split));
        const bool isStacked = m_asked.kind == u"stackedareachart" || m_asked.stacking == u"stacked";
        const bool canStack = m_chart.hasBars() || m_chart.form == ChartForm::Area;
        if (canStack && m_asked.stacking == u"stacked100")
            m_chart.stacking = Chart::Stacking::Shares;
        else if (canStack && isStacked)
            m_chart.stacking = Chart::Stacking::Sums;
        if (m_asked.kind == u"anomalychart" && m_asked.anomalyColumns.isEmpty())
            m_chart.notes.append(Words::tr("No anomalies are marked: anomalycolumns names none."));
    }

    void nameAxes()
    {
        m_chart.xTitle = m_asked.xTitle.value_or(nameOf(m_choice.x));
        if (m_asked.yTitle)
            m_chart.yTitle = *m_asked.yTitle;
        else if (m_choice.ys.size() == 1)
            m_chart.yTitle = nameOf(m_choice.ys.first());
        for (const int y : std::as_const(m_choice.ys)) {
            if (m_table.column(y).type() == ColumnType::TimeSpan)
                m_chart.notes.append(Words::tr("Spans are drawn in seconds."));
        }
    }

    /// The first row: https://learn.microsoft.com/kusto/query/visualization-card
    Chart card()
    {
        if (m_table.rowCount() == 0)
            return refused(Words::tr("There is no row for a card."));
        for (qsizetype column = 0; column < std::min(m_table.columnCount(), kMostOnCard); ++column)
            m_chart.card.append({m_table.schema()[column].name, m_table.display(0, column)});
        if (m_table.rowCount() > 1)
            m_chart.notes.append(
                Words::tr("The first of %1 rows is shown.").arg(QLocale().toString(m_table.rowCount())));
        if (m_table.columnCount() > kMostOnCard)
            m_chart.notes.append(Words::tr("The first %1 of %2 columns are shown.")
                                     .arg(kMostOnCard)
                                     .arg(QLocale().toString(m_table.columnCount())));
        return std::move(m_chart);
    }

    /// Slices in the order of the rows; of many the greatest, and the others as one.
    Chart pie()
    {
        if (m_choice.ys.size() > 1)
            m_chart.notes.append(Words::tr("Only the first column of numbers is drawn."));
        m_choice.ys.resize(1);
        m_choice.series.clear();
        ChartRows rows(m_table, m_choice, 1, 100'000);
        m_chart.axis = rows.axis();
        layOutBarsOf(rows);
        if (m_chart.series.isEmpty())
            return std::move(m_chart);
        std::vector<ChartPoint> &slices = m_chart.series.first().points;
        const size_t before = slices.size();
        std::erase_if(slices, [](const ChartPoint &slice) { return !(slice.value > 0); });
        if (before > slices.size())
            m_chart.notes.append(Words::tr("%1 values of 0 or less have no slice.")
                                     .arg(QLocale().toString(qsizetype(before - slices.size()))));
        if (qsizetype(slices.size()) > kMostSlices)
            joinSmallest(slices);
        return std::move(m_chart);
    }

    void joinSmallest(std::vector<ChartPoint> &slices)
    {
        std::vector<double> values;
        for (const ChartPoint &slice : slices)
            values.push_back(slice.value);
        std::nth_element(values.begin(), values.begin() + kMostSlices - 2, values.end(), std::greater<>());
        const double least = values[kMostSlices - 2];
        std::vector<ChartPoint> kept;
        ChartPoint others{double(m_chart.categories.size()), 0, 0, 0};
        for (const ChartPoint &slice : slices) {
            if (slice.value >= least && qsizetype(kept.size()) < kMostSlices - 1)
                kept.push_back(slice);
            else
                others.value += slice.value;
        }
        const qsizetype joined = qsizetype(slices.size() - kept.size());
        m_chart.categories.append(Words::tr("%1 others").arg(QLocale().toString(joined)));
        others.y = others.value;
        kept.push_back(others);
        slices = std::move(kept);
    }

    void layOutBarsOf(ChartRows &rows)
    {
        m_chart.notes += rows.notes();
        layOutBars(m_chart, rows.takeSeries(), rows.categories());
    }

    void draw()
    {
        ChartRows rows(m_table, m_choice, m_chart.form == ChartForm::Area ? kMostAreas : kMostSeries, kMostCategories);
        m_chart.axis = rows.axis();
        const bool isLine = m_chart.form == ChartForm::Line || m_chart.form == ChartForm::Area;
        if (m_chart.hasBars()) {
            layOutBarsOf(rows);
        } else {
            m_chart.notes += rows.notes();
            const bool sorted = isLine && m_chart.axis != Chart::Axis::Category;
            layOutPoints(m_chart, rows.takeSeries(), rows.categories(), sorted || isStackedArea());
        }
        if (m_asked.accumulates)
            accumulate(m_chart);
        if (m_chart.stacking != Chart::Stacking::None)
            stack(m_chart);
        takeLog();
        preferPoints(m_chart);
        thinOut(m_chart, m_chart.form == ChartForm::Scatter ? kMostOnScatter
                         : m_chart.form == ChartForm::Area  ? kMostOnAreas
                                                            : kMostOnLines);
        markAnomalies();
    }

    bool isStackedArea() const { return m_chart.form == ChartForm::Area && m_chart.stacking != Chart::Stacking::None; }

    void takeLog()
    {
        m_chart.isXLog = m_asked.isXLog && m_chart.axis == Chart::Axis::Number;
        m_chart.isYLog = m_asked.isYLog && m_chart.stacking == Chart::Stacking::None;
        if (m_asked.isXLog && !m_chart.isXLog)
            m_chart.notes.append(Words::tr("Only numbers have a logarithmic x axis."));
        if (m_asked.isYLog && !m_chart.isYLog)
            m_chart.notes.append(Words::tr("What is stacked has no logarithmic y axis."));
        leaveOutForLog(m_chart);
    }

    std::vector<ChartRows::Series> seriesOf(int y) const
    {
        ColumnChoice choice = m_choice;
        choice.ys = {y};
        return ChartRows(m_table, choice, kMostSeries, kMostCategories).takeSeries();
    }

    void markAnomalies()
    {
        if (m_choice.anomalies.isEmpty())
            return;
        const std::vector<ChartRows::Series> heights = seriesOf(m_choice.ys.first());
        for (const int column : std::as_const(m_choice.anomalies))
            mark(column, heights);
    }

    /// The anomalies of a column: points where it is not 0, at the height of the first y.
    void mark(int column, const std::vector<ChartRows::Series> &heights)
    {
        const std::vector<ChartRows::Series> flags = seriesOf(column);
        for (size_t i = 0; i < std::min(flags.size(), heights.size()); ++i) {
            ChartSeries marks{nameOf(column), {}, true};
            if (!m_choice.series.isEmpty())
                marks.name += QStringLiteral(": ") + flags[i].name;
            for (size_t p = 0; p < std::min(flags[i].points.size(), heights[i].points.size()); ++p) {
                const ChartRows::Point &flag = flags[i].points[p];
                const double y = heights[i].points[p].y;
                if (std::isnan(flag.y) || flag.y == 0 || std::isnan(y))
                    continue;
                marks.points.push_back({placeOnAxis(m_chart, flag), y, 0, y});
            }
            if (qsizetype(marks.points.size()) > kMostOnScatter) {
                m_chart.notes.append(
                    Words::tr("The first %1 of %2 points are drawn.")
                        .arg(QLocale().toString(kMostOnScatter), QLocale().toString(qsizetype(marks.points.size()))));
                marks.points.resize(size_t(kMostOnScatter));
            }
            m_chart.series.append(std::move(marks));
        }
    }

    const kql::Visualization &m_asked;
    const Table &m_table;
    ColumnChoice m_choice;
    Chart m_chart;
};

} // namespace

const QStringList &drawnKinds()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Kind &kind : kinds())
            all.append(kind.name);
        return all;
    }();
    return names;
}

Chart makeChart(const kql::Visualization &asked, const Table &table)
{
    if (asked.kind.isEmpty() || asked.kind == u"table" || asked.kind == u"list")
        return {};
    const auto kind =
        std::find_if(kinds().begin(), kinds().end(), [&asked](const Kind &each) { return each.name == asked.kind; });
    if (kind == kinds().end())
        return refused(Words::tr("%1 is not drawn here: the rows stand in the grid.").arg(asked.kind));
    Chart chart = Maker(asked, table, kind->form).make();
    const bool isBlank = std::all_of(chart.series.begin(), chart.series.end(), [](const ChartSeries &series) {
        return std::all_of(series.points.begin(), series.points.end(),
                           [](const ChartPoint &point) { return std::isnan(point.y); });
    });
    if (chart.refusal.isEmpty() && chart.card.isEmpty() && isBlank)
        return refused(Words::tr("There is no value to draw."));
    return chart;
}

} // namespace watchdesk::hunt
