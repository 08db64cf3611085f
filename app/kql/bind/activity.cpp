// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plugins that look at rows by their time or their neighbours: activity_counts_metrics, sliding_window_counts and
// rows_near. https://learn.microsoft.com/kusto/query/activity-counts-metrics-plugin

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

void missing(Binder &binder, const PluginCall &call, int count)
{
    binder.error("KS119", Words::tr("The function '%1' expects %2 argument(s).").arg(call.call.text).arg(count),
                 call.call.nameSpan);
}

/// What both activity plugins begin with: an id, a time, and the time's bounds and steps.
struct Activity
{
    ScalarPointer id;
    ScalarPointer time;
    std::vector<ScalarPointer> bounds; ///< from, to, then spans
    std::vector<ScalarPointer> dimensions;
    bool isBroken = false;

    /// "d0, d1", each with `before` in front of it
    QString list(const QString &before) const
    {
        QString names;
        for (size_t i = 0; i < dimensions.size(); ++i)
            names += QStringLiteral(", ") + before + QStringLiteral("d") + QString::number(i);
        return names;
    }
};

Activity activityFrom(Binder &binder, const PluginCall &call, size_t spans)
{
    Activity activity;
    const size_t least = 4 + spans;
    if (call.count() < least) {
        missing(binder, call, int(least));
        activity.isBroken = true;
        return activity;
    }
    activity.id = columnArgument(binder, call, {}, 0);
    activity.time = columnArgument(binder, call, {}, 1);
    for (size_t i = 2; i < least; ++i)
        activity.bounds.push_back(binder.constantOn(call.call.child(i)));
    for (size_t i = least; i < call.count(); ++i)
        activity.dimensions.push_back(columnArgument(binder, call, {}, i));
    const auto check = [&](const ScalarPointer &scalar) {
        activity.isBroken = activity.isBroken || scalar->isBroken();
    };
    check(activity.id);
    check(activity.time);
    std::for_each(activity.bounds.begin(), activity.bounds.end(), check);
    std::for_each(activity.dimensions.begin(), activity.dimensions.end(), check);
    return activity;
}

/// The scalars of an activity in the order in which the SQL below numbers them.
std::vector<ScalarPointer> scalarsOf(const Activity &activity)
{
    std::vector<ScalarPointer> scalars{activity.id, activity.time};
    scalars.insert(scalars.end(), activity.bounds.begin(), activity.bounds.end());
    scalars.insert(scalars.end(), activity.dimensions.begin(), activity.dimensions.end());
    return scalars;
}

/// "$5 AS d0, $6 AS d1"
QString dimensionsSql(const Activity &activity)
{
    QString sql;
    for (size_t i = 0; i < activity.dimensions.size(); ++i)
        sql += QStringLiteral(", $%1 AS d%2").arg(2 + activity.bounds.size() + i).arg(i);
    return sql;
}

std::vector<BoundColumn> columnsOf(const Activity &activity)
{
    std::vector<BoundColumn> columns{{activity.time->name, activity.time->type}};
    for (const auto &dimension : activity.dimensions)
        columns.push_back({dimension->name, dimension->type});
    return columns;
}

RelationPointer byTime(Binder &binder, const PluginCall &call, const Activity &activity, const QString &sql,
                       std::vector<BoundColumn> columns)
{
    return orderedBy(binder, rowsBySql(binder, {call.input}, sql, std::move(columns), scalarsOf(activity)),
                     {{0, false, true}});
}

} // namespace

/// The events and ids of each window, the ids that were not there before it, and all ids up to it.
RelationPointer bindActivityCounts(Binder &binder, const PluginCall &call)
{
    const Activity activity = activityFrom(binder, call, 1);
    if (activity.isBroken)
        return binder.unknown();
    std::vector<BoundColumn> columns = columnsOf(activity);
    for (const QString &name : {QStringLiteral("count"), QStringLiteral("dcount"), QStringLiteral("new_dcount"),
                                QStringLiteral("aggregated_dcount")})
        columns.push_back({name, ColumnType::Long});
    const int first = 1 + int(activity.dimensions.size());
    QString outer = QStringLiteral("bin AS c0");
    for (int i = 0; i < first - 1; ++i)
        outer += QStringLiteral(", d%1 AS c%2").arg(i).arg(i + 1);
    const QString partition = activity.dimensions.empty()
                                  ? QString()
                                  : QString(QStringLiteral("PARTITION BY ") + activity.list({}).mid(2) + u' ');
    const QString sql =
        QStringLiteral(
            "SELECT %1, n AS c%2, ids AS c%3, fresh AS c%4, CAST(sum(fresh) OVER (%5ORDER BY bin) AS BIGINT) AS "
            "c%6 FROM (SELECT bin%7, count(*) AS n, count(DISTINCT id) AS ids, count(DISTINCT id) FILTER (WHERE "
            "bin = start) AS fresh FROM (SELECT *, min(bin) OVER (PARTITION BY id%7) AS start FROM (SELECT $0 AS "
            "id, $2 + ($1 - $2) // $4 * $4 AS bin%8 FROM #0 WHERE $1 >= $2 AND $1 <= $3)) GROUP BY bin%7)")
            .arg(outer)
            .arg(first)
            .arg(first + 1)
            .arg(first + 2)
            .arg(partition)
            .arg(first + 3)
            .arg(activity.list({}), dimensionsSql(activity));
    return byTime(binder, call, activity, sql, std::move(columns));
}

/// The events and ids of each step and the steps before it that its window reaches.
RelationPointer bindSlidingWindow(Binder &binder, const PluginCall &call)
{
    const Activity activity = activityFrom(binder, call, 2);
    if (activity.isBroken)
        return binder.unknown();
    std::vector<BoundColumn> columns = columnsOf(activity);
    columns.push_back({QStringLiteral("Count"), ColumnType::Long});
    columns.push_back({QStringLiteral("Dcount"), ColumnType::Long});
    const int first = 1 + int(activity.dimensions.size());
    QString outer = QStringLiteral("instant AS c0");
    for (int i = 0; i < first - 1; ++i)
        outer += QStringLiteral(", d%1 AS c%2").arg(i).arg(i + 1);
    const QString sql =
        QStringLiteral(
            "SELECT %1, count(*) AS c%2, count(DISTINCT id) AS c%3 FROM (SELECT unnest(generate_series($2, $3, "
            "$5)) AS instant) JOIN (SELECT $0 AS id, $2 + floor(($1 - $2) / $5)::BIGINT * $5 AS bin%4 FROM #0 WHERE $1 "
            ">= $2 - $4 AND $1 < $3 + $5) ON bin <= instant AND bin > instant - $4 GROUP BY instant%5")
            .arg(outer)
            .arg(first)
            .arg(first + 1)
            .arg(dimensionsSql(activity), activity.list({}));
    return byTime(binder, call, activity, sql, std::move(columns));
}

/// Rows for which the condition holds, and so many before and after each.
RelationPointer bindRowsNear(Binder &binder, const PluginCall &call)
{
    if (call.count() < 2) {
        missing(binder, call, 2);
        return binder.unknown();
    }
    const RelationPointer rows = numbered(binder, call.input);
    const auto count = [&](size_t place) {
        const ScalarPointer value = binder.constantOn(call.call.child(place));
        const auto *number = std::get_if<qint64>(&value->value);
        if (!value->isBroken() && !number)
            binder.refuse(Words::tr("This argument must be a plain value."), call.call.child(place).span);
        return number ? *number : 0;
    };
    ScalarPointer condition;
    {
        Binder::Inside inside(binder, rows);
        condition = binder.predicate(call.call.child(0));
    }
    const qint64 before = count(1);
    const qint64 after = call.count() > 2 ? count(2) : before;
    const auto near =
        sureScalar(QStringLiteral("coalesce(bool_or($0) OVER (ORDER BY %1 ROWS BETWEEN %2 PRECEDING AND %3 FOLLOWING), "
                                  "false)")
                       .arg(columnSql(rows->order[0].column))
                       .arg(after)
                       .arg(before),
                   {condition}, ColumnType::Bool);
    return filtered(binder, rows, near);
}

} // namespace watchdesk::kql
