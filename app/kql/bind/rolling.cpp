// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plugins that look back over windows or sets: rolling_percentile, active_users_count and dcount_intersect.
// https://learn.microsoft.com/kusto/query/rolling-percentile-plugin

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/plugins.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// The arguments of a call one by one; `isBroken` once one of them is.
class Arguments
{
public:
    Arguments(Binder &binder, const PluginCall &call, size_t least)
        : isBroken(call.count() < least)
        , m_binder(binder)
        , m_call(call)
    {
        if (isBroken)
            binder.error("KS119", Words::tr("The function '%1' expects %2 argument(s).").arg(call.call.text).arg(least),
                         call.call.nameSpan);
    }

    ScalarPointer column(size_t place)
    {
        return checked(isBroken ? brokenScalar() : columnArgument(m_binder, m_call, {}, place));
    }

    /// A number, a time or a span that is the same for all rows.
    ScalarPointer fixed(size_t place)
    {
        if (isBroken)
            return brokenScalar();
        const ScalarPointer value = checked(m_binder.constantOn(m_call.call.child(place)));
        const bool isFit = value->type != ColumnType::String && value->type != ColumnType::Dynamic;
        if (!value->isBroken() && (!isFit || !isFixed(value)))
            m_binder.refuse(Words::tr("This argument must be a plain value."), m_call.call.child(place).span);
        return value;
    }

    std::vector<ScalarPointer> columnsFrom(size_t place)
    {
        std::vector<ScalarPointer> columns;
        for (size_t i = place; i < m_call.count(); ++i)
            columns.push_back(column(i));
        return columns;
    }

    bool isBroken = false;

private:
    ScalarPointer checked(const ScalarPointer &value)
    {
        isBroken = isBroken || value->isBroken();
        return value;
    }

    Binder &m_binder;
    const PluginCall &m_call;
};

std::vector<BoundColumn> keyColumns(const ScalarPointer &first, const std::vector<ScalarPointer> &dimensions)
{
    std::vector<BoundColumn> columns{{first->name, first->type}};
    for (const auto &dimension : dimensions)
        columns.push_back({dimension->name, dimension->type});
    return columns;
}

/// "%1d0, %1d1", each with a comma before it
QString list(const QString &form, size_t count)
{
    QString all;
    for (size_t i = 0; i < count; ++i)
        all += QStringLiteral(", ") + QString(form).replace(u'%', QString::number(i));
    return all;
}

QString sameDimensions(size_t count)
{
    QString all;
    for (size_t i = 0; i < count; ++i)
        all += QStringLiteral(" AND a.d%1 IS NOT DISTINCT FROM b.d%1").arg(i);
    return all;
}

bool isWholeOrTime(const ScalarPointer &value)
{
    return isInteger(value->type) || value->type == ColumnType::DateTime || value->type == ColumnType::TimeSpan;
}

} // namespace

/// The percentile of the values of each bin and of the bins before it that the window holds.
RelationPointer bindRollingPercentile(Binder &binder, const PluginCall &call)
{
    Arguments arguments(binder, call, 5);
    const ScalarPointer value = arguments.column(0);
    const ScalarPointer percent = arguments.fixed(1);
    const ScalarPointer index = arguments.column(2);
    const ScalarPointer size = arguments.fixed(3);
    const ScalarPointer bins = arguments.fixed(4);
    const auto dimensions = arguments.columnsFrom(5);
    const auto *count = std::get_if<qint64>(&bins->value);
    if (arguments.isBroken)
        return binder.unknown();
    if (!isWholeOrTime(index) || !isWholeOrTime(size) || !count || *count < 1)
        binder.refuse(Words::tr("%1() needs bins of whole numbers or times.").arg(call.call.text), call.call.nameSpan);
    if (value->type == ColumnType::String || value->type == ColumnType::Dynamic || value->type == ColumnType::Bool)
        binder.refuse(Words::tr("%1() of the type %2 is not supported.").arg(call.call.text, typeName(value->type)),
                      call.call.nameSpan);
    auto columns = keyColumns(index, dimensions);
    const auto *whole = std::get_if<qint64>(&percent->value);
    const auto *real = std::get_if<double>(&percent->value);
    const QString shown = whole ? QString::number(*whole) : real ? QString::number(*real) : QString();
    columns.push_back(
        {QStringLiteral("rolling_%1_percentile_%2_%3").arg(count ? *count : 0).arg(value->name, shown), value->type});
    std::vector<ScalarPointer> scalars{value, asReal(percent), index, size, bins};
    scalars.insert(scalars.end(), dimensions.begin(), dimensions.end());
    QString dims;
    for (size_t i = 0; i < dimensions.size(); ++i)
        dims += QStringLiteral(", $%1 AS d%2").arg(5 + i).arg(i);
    const size_t n = dimensions.size();
    const QString binned = QStringLiteral("SELECT $0 AS v, $2 - (($2 % $3) + $3) % $3 AS bin%1 FROM #0 WHERE $2 IS NOT "
                                          "NULL")
                               .arg(dims);
    QString keys = QStringLiteral("a.bin AS c0");
    for (size_t i = 0; i < n; ++i)
        keys += QStringLiteral(", a.d%1 AS %2").arg(i).arg(columnSql(int(i) + 1));
    const QString sql =
        QStringLiteral("SELECT %1, quantile_disc(b.v, $1 / 100) AS %2 FROM (SELECT DISTINCT bin%3 FROM (%4)) a JOIN "
                       "(%4) b ON b.bin <= a.bin AND b.bin > a.bin - $3 * $4%5 GROUP BY a.bin%6")
            .arg(keys, columnSql(int(n) + 1), list(QStringLiteral("d%"), n), binned, sameDimensions(n),
                 list(QStringLiteral("a.d%"), n));
    return orderedBy(binder, rowsBySql(binder, {call.input}, sql, std::move(columns), std::move(scalars)),
                     {{0, false, true}});
}

/// The ids that were there in so many periods of the time before (and with) one of their appearances in a bin.
RelationPointer bindActiveUsers(Binder &binder, const PluginCall &call)
{
    Arguments arguments(binder, call, 8);
    const ScalarPointer id = arguments.column(0);
    const ScalarPointer time = arguments.column(1);
    std::vector<ScalarPointer> scalars{id, time};
    for (size_t i = 2; i < 8; ++i)
        scalars.push_back(arguments.fixed(i));
    const auto dimensions = arguments.columnsFrom(8);
    if (arguments.isBroken)
        return binder.unknown();
    if (!std::all_of(scalars.begin() + 1, scalars.end(), isWholeOrTime))
        binder.refuse(Words::tr("%1() needs bins of whole numbers or times.").arg(call.call.text), call.call.nameSpan);
    auto columns = keyColumns(time, dimensions);
    columns.push_back({QStringLiteral("dcount"), ColumnType::Long});
    scalars.insert(scalars.end(), dimensions.begin(), dimensions.end());
    QString dims;
    QString keys;
    const size_t n = dimensions.size();
    for (size_t i = 0; i < n; ++i) {
        dims += QStringLiteral(", $%1 AS d%2").arg(8 + i).arg(i);
        keys += QStringLiteral(", d%1 AS %2").arg(i).arg(columnSql(int(i) + 1));
    }
    const QString seen =
        QStringLiteral("SELECT $0 AS id, $1 AS t, ($1 - $2) - ((($1 - $2) % $5) + $5) % $5 AS period%1 "
                       "FROM #0 WHERE $1 > $2 - $4 AND $1 <= $3")
            .arg(dims);
    const QString active =
        QStringLiteral(
            "SELECT a.id, a.t%1 FROM (SELECT DISTINCT id, t%2 FROM (%3)) a JOIN (%3) b ON a.id IS NOT DISTINCT "
            "FROM b.id AND b.t <= a.t AND b.t > a.t - $4%4 WHERE a.t >= $2 GROUP BY a.id, a.t%1 HAVING "
            "count(DISTINCT b.period) >= $6")
            .arg(list(QStringLiteral("a.d%"), n), list(QStringLiteral("d%"), n), seen, sameDimensions(n));
    const QString sql =
        QStringLiteral("SELECT $2 + (t - $2) // $7 * $7 AS c0%1, count(DISTINCT id) AS %2 FROM (%3) GROUP BY c0%4")
            .arg(keys, columnSql(int(n) + 1), active, list(QStringLiteral("d%"), n));
    return orderedBy(binder, rowsBySql(binder, {call.input}, sql, std::move(columns), std::move(scalars)),
                     {{0, false, true}});
}

/// How many values the first set has, the first two share, the first three …; a set is an hll, which is exact here.
RelationPointer bindSetIntersections(Binder &binder, const PluginCall &call)
{
    Arguments arguments(binder, call, 2);
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    takeVisible(*call.input, columns, scalars);
    ScalarPointer shared;
    for (size_t i = 0; i < call.count(); ++i) {
        const ScalarPointer set = arguments.column(i);
        if (arguments.isBroken)
            return binder.unknown();
        if (set->type != ColumnType::Dynamic) {
            binder.error("KS234", Words::tr("The expression value must be a dynamic array."), call.call.child(i).span);
            return binder.unknown();
        }
        shared = shared
                     ? callScalar(QStringLiteral("kql_hll_intersect($0, $1)"), {shared, set}, ColumnType::Dynamic, true)
                     : set;
        columns.push_back({u's' + QString::number(i), ColumnType::Long});
        scalars.push_back(callScalar(QStringLiteral("kql_hll_dcount($0)"), {shared}, ColumnType::Long, true));
    }
    return selected(binder, call.input, std::move(columns), std::move(scalars));
}

} // namespace watchdesk::kql
