// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evaluate schema_merge: schemas, as getschema gives them, put together. How types are reduced to a common one, and
// what becomes of columns that claim one place, is not documented: then the query ends as refused.
// https://learn.microsoft.com/kusto/query/schema-merge-plugin

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/plugins.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/nativefunction.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

const QStringList &schemaColumns()
{
    static const QStringList names{QStringLiteral("ColumnName"), QStringLiteral("ColumnOrdinal"),
                                   QStringLiteral("DataType"), QStringLiteral("ColumnType")};
    return names;
}

QString refusal(const QString &message)
{
    return QStringLiteral("error('") + QString::fromLatin1(kRefusal) +
           QString(message).replace(u'\'', QStringLiteral("''")) + QStringLiteral("')");
}

} // namespace

RelationPointer bindSchemaMerge(Binder &binder, const PluginCall &call)
{
    const Node *keeps = call.argument(QStringLiteral("PreserveOrder"), 0);
    if (keeps && !keeps->is(NodeKind::Bool))
        binder.refuse(Words::tr("This argument must be a plain value."), keeps->span);
    const RelationPointer rows = numbered(binder, call.input);
    std::vector<ScalarPointer> scalars;
    std::vector<BoundColumn> columns;
    for (const QString &name : schemaColumns()) {
        const int place = rows->indexOf(name);
        if (place < 0) {
            Binder::Inside inside(binder, rows);
            binder.unknownName(name, call.call.nameSpan);
            return binder.unknown();
        }
        columns.push_back(rows->columns[size_t(place)]);
        scalars.push_back(columnScalar(*rows, place));
    }
    columns[1].type = ColumnType::Long;
    const bool isOrdered = !keeps || keeps->text == u"true";
    const QString error = QStringLiteral("ERROR(columns are out of order)");
    const QString merged =
        QStringLiteral("SELECT $0 AS name, min(%1) AS first, %2 AS place, arg_min($2, %1) AS data, arg_min($3, %1) AS "
                       "type, count(DISTINCT $3) AS types FROM #0 GROUP BY $0")
            .arg(columnSql(rows->order[0].column),
                 isOrdered ? QStringLiteral("CASE WHEN count(DISTINCT $1) = 1 THEN any_value($1) ELSE -1 END")
                           : QStringLiteral("max($1)"));
    const QString sql =
        QStringLiteral(
            "SELECT name AS c0, CASE WHEN types > 1 THEN CAST(%1 AS BIGINT) WHEN place >= 0 AND count(*) OVER "
            "(PARTITION BY place) > 1 THEN CAST(%2 AS BIGINT) ELSE CAST(place AS BIGINT) END AS c1, CASE WHEN "
            "place < 0 THEN 'ERROR(unknown CSL type:%3)' ELSE data END AS c2, CASE WHEN place < 0 THEN '%3' "
            "ELSE type END AS c3, row_number() OVER (ORDER BY place < 0, place, first) AS c4 FROM (%4)")
            .arg(refusal(Words::tr("schema_merge() of columns of several types is not supported.")),
                 refusal(Words::tr("schema_merge() of columns that claim one place is not supported.")), error, merged);
    columns.push_back({QString(), ColumnType::Long, true, true});
    return orderedBy(binder, rowsBySql(binder, {rows}, sql, std::move(columns), std::move(scalars)),
                     {{4, false, false}});
}

} // namespace watchdesk::kql
