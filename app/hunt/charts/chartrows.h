// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/charts/chart.h"
#include "app/hunt/charts/chartcolumns.h"

#include <QHash>
#include <QSet>

namespace watchdesk::hunt {

/// The rows of a result sorted into series, as far as bounds allow; counts what it leaves out. The first step from a
/// table to a Chart: nothing is moved, added up or thinned out here.
class ChartRows
{
public:
    struct Point
    {
        Ticks ticks = 0; ///< of an x that is a time or a span
        double x = 0;    ///< else; the place of its category
        double y = 0;    ///< NaN for null
    };
    struct Series
    {
        QString name;
        int y = 0; ///< which of the choice's columns
        std::vector<Point> points;
    };

    /// At most so many series and categories are kept, the first ones that come.
    ChartRows(const Table &table, const ColumnChoice &choice, int mostSeries, int mostCategories);

    Chart::Axis axis() const { return m_axis; }
    const QStringList &categories() const { return m_categories; }
    std::vector<Series> takeSeries() { return std::move(m_series); }
    /// Translated sentences on what is not among the series.
    QStringList notes() const;

private:
    void read(qsizetype row);
    void readLists(qsizetype row);
    bool place(Point &point, qsizetype row);
    void add(qsizetype row, int y, Point point);
    Series *seriesFor(qsizetype row, int y);
    QString nameOf(qsizetype row, int y) const;
    double number(qsizetype row, int column);

    const Table &m_table;
    const ColumnChoice &m_choice;
    const int m_mostSeries;
    const int m_mostCategories;
    Chart::Axis m_axis = Chart::Axis::Category;
    std::vector<Series> m_series;
    QHash<QString, int> m_byName; ///< −1 where there was no room
    QStringList m_categories;
    QHash<QString, int> m_byCategory;
    qsizetype m_moreSeries = 0;
    qsizetype m_moreCategories = 0;
    qsizetype m_points = 0;
    qsizetype m_withoutX = 0;
    qsizetype m_notFinite = 0;
    qsizetype m_notRead = 0; ///< points beyond the bound on them all
};

} // namespace watchdesk::hunt
