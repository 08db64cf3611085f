// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace watchdesk::hunt {

/// How a result is drawn. Grid: not at all, the rows say it.
enum class ChartForm { Grid, Card, Column, Bar, Line, Area, Scatter, Pie };

/// One value at its place. Drawn from `base` to `y`, which are shares (0…100) or sums where the chart is stacked;
/// `value` is what the result has, or its running sum. A y of NaN is a gap.
struct ChartPoint
{
    double x = 0;
    double y = 0;
    double base = 0;
    double value = 0;
};

struct ChartSeries
{
    QString name; ///< as the rows have it: show it as text of unknown origin
    std::vector<ChartPoint> points;
    bool isMarks = false; ///< anomalies: points over the other series
};

/// What is to be drawn of a result, bounded in every direction; `notes` tell what is not. A value type.
///
/// x counts milliseconds from `origin` for Time, 100-ns ticks for Span, places in `categories` for Category.
struct Chart
{
    enum class Axis { Category, Time, Span, Number };
    enum class Stacking { None, Sums, Shares };

    ChartForm form = ChartForm::Grid;
    Axis axis = Axis::Category;
    Stacking stacking = Stacking::None;
    Ticks origin = 0;
    QStringList categories; ///< as the rows have them; empty ones on a grid of time that has no row there
    QList<Ticks> moments;   ///< of columns over time: each category's; else empty
    QList<ChartSeries> series;
    QList<std::pair<QString, QString>> card; ///< names and values of a Card

    QString title, xTitle, yTitle;
    bool hasLegend = true;
    bool isXLog = false, isYLog = false;
    std::optional<double> yMin, yMax; ///< as the query asks
    QStringList notes;                ///< translated: what was left out or added up, and why
    QString refusal;                  ///< translated: why nothing is drawn; the form is Grid then

    bool isEmpty() const { return series.isEmpty() && card.isEmpty(); }
    bool hasBars() const { return form == ChartForm::Column || form == ChartForm::Bar; }
};

} // namespace watchdesk::hunt
