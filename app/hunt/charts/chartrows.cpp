// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartrows.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace watchdesk::hunt {

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype kMostPoints = 4'000'000; ///< some 100 MB
constexpr qsizetype kMostNames = 200'000;    ///< that are told apart at all

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

QString counted(qsizetype count) { return QLocale().toString(count); }

/// How many there are, as far as they were told apart.
QString outOf(qsizetype more, qsizetype kept)
{
    const bool isBound = more >= kMostNames;
    return (isBound ? QStringLiteral("> ") : QString()) + counted(more + kept);
}

Chart::Axis axisFor(ColumnNature x)
{
    switch (x) {
    case ColumnNature::Time:
    case ColumnNature::TimeList:
        return Chart::Axis::Time;
    case ColumnNature::Span:
        return Chart::Axis::Span;
    case ColumnNature::Number:
    case ColumnNature::NumberList:
        return Chart::Axis::Number;
    case ColumnNature::Text:
    case ColumnNature::Other:
        break;
    }
    return Chart::Axis::Category;
}

QJsonArray listOf(const Column &column, qsizetype row) { return jsonFromText(column.text(row)).toArray(); }

double plainNumber(const Column &column, qsizetype row)
{
    if (column.isNull(row))
        return kGap;
    if (column.type() == ColumnType::Real)
        return column.real(row);
    if (isIntegral(column.type()))
        return double(column.integer(row));
    bool isNumber = false;
    const std::string_view text = column.text(row);
    const double value = QByteArray::fromRawData(text.data(), qsizetype(text.size())).toDouble(&isNumber);
    return isNumber ? value : kGap;
}

} // namespace

ChartRows::ChartRows(const Table &table, const ColumnChoice &choice, int mostSeries, int mostCategories)
    : m_table(table)
    , m_choice(choice)
    , m_mostSeries(mostSeries)
    , m_mostCategories(mostCategories)
    , m_axis(axisFor(choice.nature))
{
    const bool isList = choice.nature == ColumnNature::TimeList || choice.nature == ColumnNature::NumberList;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        if (isList)
            readLists(row);
        else
            read(row);
    }
}

void ChartRows::read(qsizetype row)
{
    Point point;
    if (!place(point, row))
        return;
    for (int y = 0; y < m_choice.ys.size(); ++y) {
        point.y = number(row, m_choice.ys[y]);
        add(row, y, point);
    }
}

/// The x of a row, false where it has none.
bool ChartRows::place(Point &point, qsizetype row)
{
    const Column &column = m_table.column(m_choice.x);
    if (m_axis == Chart::Axis::Category) {
        const QString text = column.display(row);
        const auto known = m_byCategory.constFind(text);
        if (known != m_byCategory.cend()) {
            point.x = *known;
            return *known >= 0;
        }
        const bool hasRoom = m_categories.size() < m_mostCategories;
        if (!hasRoom && m_moreCategories >= kMostNames)
            return false;
        m_byCategory.insert(text, hasRoom ? int(m_categories.size()) : -1);
        m_moreCategories += !hasRoom;
        if (!hasRoom)
            return false;
        point.x = double(m_categories.size());
        m_categories.append(text);
        return true;
    }
    if (m_axis == Chart::Axis::Number)
        point.x = plainNumber(column, row);
    else if (column.isNull(row))
        point.x = kGap;
    else
        point.ticks = column.integer(row);
    const bool has = std::isfinite(point.x);
    m_withoutX += !has;
    return has;
}

void ChartRows::readLists(qsizetype row)
{
    const QJsonArray xs = listOf(m_table.column(m_choice.x), row);
    for (int y = 0; y < m_choice.ys.size(); ++y) {
        const QJsonArray ys = listOf(m_table.column(m_choice.ys[y]), row);
        for (qsizetype i = 0; i < std::min(xs.size(), ys.size()); ++i) {
            const auto ticks = m_axis == Chart::Axis::Time ? ticksFromIso(xs[i].toString()) : std::nullopt;
            const bool has = m_axis == Chart::Axis::Time ? ticks.has_value() : xs[i].isDouble();
            m_withoutX += !has;
            if (has)
                add(row, y, {ticks.value_or(0), xs[i].toDouble(), ys[i].toDouble(kGap)});
        }
    }
}

/// Spans as seconds.
double ChartRows::number(qsizetype row, int column)
{
    const double value = plainNumber(m_table.column(column), row);
    return m_table.column(column).type() == ColumnType::TimeSpan ? value / double(kTicksPerSecond) : value;
}

void ChartRows::add(qsizetype row, int y, Point point)
{
    if (m_points >= kMostPoints) {
        ++m_notRead;
        return;
    }
    Series *series = seriesFor(row, y);
    if (series == nullptr)
        return;
    if (std::isinf(point.y) || std::abs(point.y) > 1e300) { // sums of such are none
        point.y = kGap;
        ++m_notFinite;
    }
    series->points.push_back(point);
    ++m_points;
}

ChartRows::Series *ChartRows::seriesFor(qsizetype row, int y)
{
    const QString name = nameOf(row, y);
    const QString key = m_choice.ys.size() > 1 ? QString(name + QChar(0) + QString::number(y)) : name;
    const auto known = m_byName.constFind(key);
    if (known != m_byName.cend())
        return *known < 0 ? nullptr : &m_series[size_t(*known)];
    const bool hasRoom = int(m_series.size()) < m_mostSeries;
    if (!hasRoom && m_moreSeries >= kMostNames)
        return nullptr;
    m_byName.insert(key, hasRoom ? int(m_series.size()) : -1);
    m_moreSeries += !hasRoom;
    if (!hasRoom)
        return nullptr;
    m_series.push_back({name, y, {}});
    return &m_series.back();
}

/// The values of the series' columns, and the y column's name where there are several.
QString ChartRows::nameOf(qsizetype row, int y) const
{
    const QString column = m_table.schema()[m_choice.ys[y]].name;
    if (m_choice.series.isEmpty())
        return column;
    QString name;
    for (const int each : m_choice.series) {
        if (!name.isEmpty() || each != m_choice.series.first())
            name += QStringLiteral(", ");
        name += m_table.display(row, each);
    }
    return m_choice.ys.size() > 1 ? QString(name + QStringLiteral(": ") + column) : name;
}

QStringList ChartRows::notes() const
{
    QStringList notes;
    if (m_moreSeries > 0)
        notes.append(Words::tr("The first %1 of %2 series are drawn.")
                         .arg(counted(qsizetype(m_series.size())), outOf(m_moreSeries, qsizetype(m_series.size()))));
    if (m_moreCategories > 0)
        notes.append(Words::tr("The first %1 of %2 values of x are drawn.")
                         .arg(counted(m_categories.size()), outOf(m_moreCategories, m_categories.size())));
    if (m_withoutX > 0)
        notes.append(Words::tr("%1 values without an x are left out.").arg(counted(m_withoutX)));
    if (m_notFinite > 0)
        notes.append(Words::tr("%1 values are too large to be drawn.").arg(counted(m_notFinite)));
    if (m_notRead > 0)
        notes.append(Words::tr("The first %1 values are drawn.").arg(counted(kMostPoints)));
    return notes;
}

} // namespace watchdesk::hunt
