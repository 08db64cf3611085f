// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace watchdesk::kql {

/// What a query's render asks for. Texts are the query's: show them as any other text of unknown origin.
struct Visualization
{
    QString kind;     ///< one of renderKinds(); "" = no render
    QString stacking; ///< the property `kind`: "", default, unstacked, stacked, stacked100, map
    std::optional<QString> title, xTitle, yTitle;
    QString xColumn;
    QStringList yColumns, series, anomalyColumns; ///< empty: whoever draws chooses
    bool hasLegend = true;
    bool isXLog = false, isYLog = false;
    bool accumulates = false;
    std::optional<double> yMin, yMax;
    QString split;      ///< "", none, axes, panels
    QStringList unread; ///< properties whose value would have to be computed
};

/// Reads the render that ends `query`, whichever engine runs it; no `kind` where there is none, or where the text is
/// broken there. Literals are taken, and names that a let gives a literal. As costly as parsing. Thread-safe.
Visualization visualizationOf(const QString &query);

} // namespace watchdesk::kql
