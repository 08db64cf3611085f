// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartcolumns.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace watchdesk::hunt {

namespace {

using Nature = ColumnNature;

constexpr qsizetype kLookedAt = 200; ///< rows that tell what a dynamic column holds

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

Nature natureOfList(const Column &column)
{
    for (qsizetype row = 0; row < std::min(column.size(), kLookedAt); ++row) {
        const std::string_view text = column.text(row);
        if (text.empty() || text.front() != '[')
            continue;
        const QJsonArray list = jsonFromText(text).toArray();
        for (const QJsonValue &value : list) {
            if (value.isDouble())
                return Nature::NumberList;
            if (value.isString())
                return ticksFromIso(value.toString()) ? Nature::TimeList : Nature::Other;
        }
    }
    return Nature::Other;
}

Nature natureOf(const Column &column)
{
    switch (column.type()) {
    case ColumnType::DateTime:
        return Nature::Time;
    case ColumnType::TimeSpan:
        return Nature::Span;
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
    case ColumnType::Decimal:
        return Nature::Number;
    case ColumnType::Dynamic:
        return natureOfList(column);
    case ColumnType::Bool:
    case ColumnType::Guid:
    case ColumnType::String:
        break;
    }
    return Nature::Text;
}

bool isList(Nature nature) { return nature == Nature::TimeList || nature == Nature::NumberList; }

/// Chooses for one render.
class Chooser
{
public:
    Chooser(const kql::Visualization &asked, const QList<ChartColumn> &columns)
        : m_asked(asked)
        , m_columns(columns)
    {
    }

    ColumnChoice choose()
    {
        m_choice.ys = named(m_asked.yColumns);
        m_choice.series = named(m_asked.series);
        m_choice.anomalies = named(m_asked.anomalyColumns);
        chooseX();
        if (m_choice.x >= 0)
            m_choice.nature = nature(m_choice.x);
        if (m_choice.refusal.isEmpty())
            chooseYs();
        if (m_choice.refusal.isEmpty() && m_choice.series.isEmpty() && m_asked.kind != u"piechart")
            chooseSeries();
        return m_choice;
    }

private:
    bool isOverTime() const { return m_asked.kind == u"timechart" || m_asked.kind == u"anomalychart"; }
    bool hasBars() const
    {
        return m_asked.kind == u"columnchart" || m_asked.kind == u"barchart" || m_asked.kind == u"piechart";
    }
    Nature nature(int column) const { return m_columns[column].nature; }

    void refuse(const QString &why)
    {
        if (m_choice.refusal.isEmpty())
            m_choice.refusal = why;
    }

    QList<int> named(const QStringList &names)
    {
        QList<int> found;
        for (const QString &name : names) {
            const auto column = std::find_if(m_columns.begin(), m_columns.end(),
                                             [&name](const ChartColumn &each) { return each.name == name; });
            if (column == m_columns.end())
                refuse(Words::tr("The result has no column “%1”.").arg(visibleText(name, 80)));
            else if (!found.contains(int(column - m_columns.begin())))
                found.append(int(column - m_columns.begin()));
        }
        return found;
    }

    bool isTaken(int column) const
    {
        return m_choice.ys.contains(column) || m_choice.series.contains(column) || m_choice.anomalies.contains(column);
    }

    bool worksAsX(int column, bool alsoText) const
    {
        const Nature it = nature(column);
        if (isOverTime())
            return it == Nature::Time || it == Nature::TimeList;
        return it != Nature::Other && (alsoText || it != Nature::Text);
    }

    bool worksAsY(int column, int x) const
    {
        return nature(column) == (isList(nature(x)) ? Nature::NumberList : Nature::Number);
    }

    bool leavesY(int x) const
    {
        if (!m_choice.ys.isEmpty())
            return true;
        for (int column = 0; column < m_columns.size(); ++column) {
            if (column != x && !isTaken(column) && worksAsY(column, x))
                return true;
        }
        return false;
    }

    bool findX(bool alsoText)
    {
        for (int column = 0; column < m_columns.size(); ++column) {
            if (isTaken(column) || !worksAsX(column, alsoText) || !leavesY(column))
                continue;
            m_choice.x = column;
            return true;
        }
        return false;
    }

    void chooseX()
    {
        if (!m_asked.xColumn.isEmpty()) {
            m_choice.x = named({m_asked.xColumn}).value(0, -1);
            if (m_choice.x >= 0 && !worksAsX(m_choice.x, true))
                refuse(isOverTime()
                           ? Words::tr("%1 needs a column of datetimes as x.").arg(m_asked.kind)
                           : Words::tr("The column “%1” cannot be an x axis.").arg(visibleText(m_asked.xColumn, 80)));
            return;
        }
        // Lines want something that goes on; a text is the last resort.
        if ((!hasBars() && findX(false)) || findX(true) || !m_choice.refusal.isEmpty())
            return;
        refuse(isOverTime()
                   ? Words::tr("%1 needs a column of datetimes as x and one of numbers as y.").arg(m_asked.kind)
                   : Words::tr("%1 needs a column as x and one of numbers as y.").arg(m_asked.kind));
    }

    void chooseYs()
    {
        for (const int column : std::as_const(m_choice.ys)) {
            if (!worksAsY(column, m_choice.x) && nature(column) != Nature::Span)
                refuse(
                    Words::tr("The column “%1” has no numbers to draw.").arg(visibleText(m_columns[column].name, 80)));
        }
        for (int column = 0; column < m_columns.size() && m_asked.yColumns.isEmpty(); ++column) {
            if (column != m_choice.x && !isTaken(column) && worksAsY(column, m_choice.x))
                m_choice.ys.append(column);
        }
        m_choice.ys.removeAll(m_choice.x);
        if (m_choice.ys.isEmpty())
            refuse(Words::tr("%1 needs a column of numbers as y.").arg(m_asked.kind));
    }

    void chooseSeries()
    {
        for (int column = 0; column < m_columns.size(); ++column) {
            if (column != m_choice.x && !isTaken(column) && nature(column) == Nature::Text)
                m_choice.series.append(column);
        }
    }

    const kql::Visualization &m_asked;
    const QList<ChartColumn> &m_columns;
    ColumnChoice m_choice;
};

} // namespace

QList<ChartColumn> chartColumns(const Table &table)
{
    QList<ChartColumn> columns;
    for (qsizetype i = 0; i < table.columnCount(); ++i)
        columns.append({table.schema()[i].name, natureOf(table.column(i))});
    return columns;
}

ColumnChoice chooseColumns(const kql::Visualization &asked, const QList<ChartColumn> &columns)
{
    return Chooser(asked, columns).choose();
}

} // namespace watchdesk::hunt
