// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPen>
#include <QString>

class QChartView;

namespace watchdesk::ui {

// How charts look, wherever one is drawn: flat, on the panes' ground, in the tokens' colours.

/// Gives the view's chart margins and fonts like those around it; once, before anything is drawn.
void setUpChart(QChartView *view);
/// Puts the colours in force on ground, legend and axes; after each drawing, and when the palette changes.
void colourChart(QChartView *view);

/// A series' colour. Four that people of any colour vision tell apart, then four others, and so on.
QColor seriesTone(int index);
/// A line of that colour; from the fifth series on dashed, dotted, … so that colour is not all there is.
QPen seriesPen(int index, double width = 2);
/// A ground of that colour; hatched from the ninth series on.
QBrush seriesBrush(int index);

/// A text for an axis, a legend or a slice: these take markup, which somebody's text must not become. Hidden
/// characters are visible, long ones end with "…".
QString chartText(const QString &text, int limit = 60);

} // namespace watchdesk::ui
