// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/charts/chart.h"
#include "app/hunt/charts/chartscale.h"

#include <QtCharts/QChart>

#include <QPointF>
#include <QSet>

class QPieSeries;

namespace watchdesk::ui {

/// Turns a hunt::Chart into the series and axes of a QChart, which must outlive it. Owned by its canvas, GUI thread.
class ChartDrawing
{
public:
    explicit ChartDrawing(QChart *chart)
        : m_chart(chart)
    {
    }

    /// Draws anew what is not hidden: series by their index, of a pie slices. `room` is the view's size, which decides
    /// how many labels there are.
    void draw(const hunt::Chart &what, const QSet<int> &hidden, const QSizeF &room);

    /// Where a value stands, in the chart's coordinates; needs a drawn chart with axes.
    QPointF positionOf(double x, double y) const;
    /// The x that stands at a position.
    double placeAt(const QPointF &position) const;
    QPieSeries *pie() const { return m_pie; }

private:
    bool isFlipped() const { return m_what->form == hunt::ChartForm::Bar; }
    bool isShown(int series) const { return !m_hidden.contains(series); }
    double across(double x) const; ///< the place on the axis of x; bars count from the top
    void clear();
    void makeScales(const QSizeF &room);
    bool isTilted(const QSizeF &room) const;
    hunt::ChartScale xScale(double low, double high, const QSizeF &room) const;
    hunt::ChartScale yScale(double low, double high, int most) const;
    void addAxis(const hunt::ChartScale &scale, const QString &title, bool isX, int letters);
    void attach(QAbstractSeries *series);
    void drawBars();
    void drawLine(int index);
    void drawArea(int index);
    void drawPoints(int index);
    void drawPie();
    QList<QList<QPointF>> stretches(int index, bool ofBase) const;

    QChart *m_chart;
    const hunt::Chart *m_what = nullptr;
    QSet<int> m_hidden;
    QSizeF m_room;
    hunt::ChartScale m_x;
    hunt::ChartScale m_y;
    QAbstractSeries *m_first = nullptr; ///< any that has the axes
    QPieSeries *m_pie = nullptr;
};

/// A number as people read it: grouped, without what is not there.
QString valueText(double value);
/// The name of x at a place, in full.
QString placeText(const hunt::Chart &chart, double x);
/// A name as it is shown: hidden characters visible, the empty one in words.
QString nameText(const QString &name, int limit = 120);

} // namespace watchdesk::ui
