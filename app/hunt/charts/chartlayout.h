// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/charts/chart.h"
#include "app/hunt/charts/chartrows.h"

namespace watchdesk::hunt {

// The steps from series of rows to what is drawn. Each says in the chart's notes what it left out or added up.

/// Bars: one a series and category. Times that lie on a grid are laid on it, with its empty places; others stand side
/// by side. Values of one place are added up. `categories` are the rows' where the axis has any.
void layOutBars(Chart &chart, std::vector<ChartRows::Series> rows, const QStringList &categories);
/// Lines, areas and points: `sorted` by x, or as the rows come.
void layOutPoints(Chart &chart, std::vector<ChartRows::Series> rows, const QStringList &categories, bool sorted);
/// Where a point of the rows stands on the chart's x axis, whose origin is known then.
double placeOnAxis(const Chart &chart, const ChartRows::Point &point);
/// Each value becomes the sum of it and of those before it.
void accumulate(Chart &chart);
/// Series upon series, as sums or as shares of a hundred. Areas are filled up with 0 where a series has no value.
void stack(Chart &chart);
/// What is not above 0 has no place on a logarithmic axis.
void leaveOutForLog(Chart &chart);
/// A line with hundreds of gaps becomes points.
void preferPoints(Chart &chart);
/// At most `most` points altogether: of each step of a line the smallest and the greatest stay, of scattered points the
/// first.
void thinOut(Chart &chart, qsizetype most);

} // namespace watchdesk::hunt
