// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evaluate geo_line_lookup and geo_polygon_lookup: rows joined with those of a table whose line is near their place, or
// whose polygon holds it. https://learn.microsoft.com/kusto/query/geo-polygon-lookup-plugin

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/plugins.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// An argument that is written true or false; false where there is none.
bool flag(Binder &binder, const PluginCall &call, const QString &name, size_t place)
{
    const Node *node = call.argument(name, place);
    if (node && !node->is(NodeKind::Bool))
        binder.refuse(Words::tr("This argument must be a plain value."), node->span);
    return node && node->text == u"true";
}

ScalarPointer placePart(Binder &binder, const PluginCall &call, size_t place)
{
    const ScalarPointer column = columnArgument(binder, call, {}, place);
    if (!column->isBroken() && !isNumber(column->type)) {
        binder.error("KS107", Words::tr("A value of type %1 expected.").arg(QStringLiteral("real")),
                     call.call.child(place).span);
        return brokenScalar();
    }
    return column;
}

} // namespace

RelationPointer bindPlaceLookup(Binder &binder, const PluginCall &call)
{
    const bool isLine = call.call.text == u"geo_line_lookup";
    const size_t least = isLine ? 5 : 4;
    if (call.count() < least) {
        binder.error("KS119", Words::tr("The function '%1' expects %2 argument(s).").arg(call.call.text).arg(8),
                     call.call.nameSpan);
        return binder.unknown();
    }
    const RelationPointer table = binder.relation(call.call.child(0));
    const ScalarPointer shape = binder.scalarOn(call.call.child(1), table);
    const ScalarPointer longitude = placePart(binder, call, 2);
    const ScalarPointer latitude = placePart(binder, call, 3);
    const Node *asked = call.argument(QStringLiteral("radius"), 4);
    const ScalarPointer radius = asked ? asReal(binder.constantOn(*asked)) : brokenScalar();
    if (shape->isBroken() || longitude->isBroken() || latitude->isBroken() || (asked && radius->isBroken()))
        return binder.unknown();
    if (shape->kind != Scalar::Kind::Column || shape->type != ColumnType::Dynamic) {
        binder.error("KS109", Words::tr("Column name expected."), call.call.child(1).span);
        return binder.unknown();
    }
    const bool keepsAll = flag(binder, call, QStringLiteral("return_unmatched"), 5);
    const bool keepsShape = flag(binder, call, QStringLiteral("return_lookup_key"), 7);
    std::vector<int> left;
    if (!keepsShape)
        left.push_back(shape->column);
    const auto real = [](const ScalarPointer &column) {
        return QStringLiteral("CAST(l.%1 AS DOUBLE)").arg(columnSql(column->column));
    };
    const QString place =
        QStringLiteral("(%1, %2, r.%3)").arg(real(longitude), real(latitude), columnSql(shape->column));
    const QString near = QString(isLine  ? QStringLiteral("kql_geo_distance_to_line%1 <= $0")
                                 : asked ? QStringLiteral("kql_geo_distance_to_polygon%1 <= $0")
                                         : QStringLiteral("kql_geo_in_polygon%1"))
                             .arg(place);
    const QString from = QStringLiteral("#0 l %1 JOIN #1 r ON %2")
                             .arg(keepsAll ? QStringLiteral("LEFT") : QStringLiteral("INNER"), near);
    return lookedUp(binder, call.input, table, left, from, asked ? std::vector{radius} : std::vector<ScalarPointer>());
}

} // namespace watchdesk::kql
