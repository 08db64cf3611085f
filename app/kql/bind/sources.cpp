// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// datatable, range, getschema, as, invoke.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/portal.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

QString systemName(ColumnType type)
{
    static const QHash<ColumnType, QString> names{
        {ColumnType::Bool, QStringLiteral("System.SByte")},
        {ColumnType::Int, QStringLiteral("System.Int32")},
        {ColumnType::Long, QStringLiteral("System.Int64")},
        {ColumnType::Real, QStringLiteral("System.Double")},
        {ColumnType::Decimal, QStringLiteral("System.Data.SqlTypes.SqlDecimal")},
        {ColumnType::DateTime, QStringLiteral("System.DateTime")},
        {ColumnType::TimeSpan, QStringLiteral("System.TimeSpan")},
        {ColumnType::Guid, QStringLiteral("System.Guid")},
        {ColumnType::String, QStringLiteral("System.String")},
        {ColumnType::Dynamic, QStringLiteral("System.Object")},
    };
    return names.value(type);
}

} // namespace

std::vector<BoundColumn> columnsOf(Binder &binder, const Node *schema)
{
    std::vector<BoundColumn> columns;
    ColumnNames names(binder);
    if (!schema)
        return columns;
    for (const auto &child : schema->children) {
        if (!child->is(NodeKind::Column))
            continue;
        const auto type = typeFromName(child->names.value(0));
        if (!type)
            binder.error("KS107", tr("The name of a type expected."), child->span);
        columns.push_back({names.take(child->text, {}, child->nameSpan), type.value_or(ColumnType::String)});
    }
    return columns;
}

RelationPointer bindDataTable(Binder &binder, const Node &node, const RelationPointer &)
{
    Relation rows;
    rows.kind = Relation::Kind::Rows;
    rows.columns = columnsOf(binder, node.part(u"schema"));
    const size_t width = rows.columns.size();
    if (width == 0)
        return binder.unknown();
    if (node.children.size() % width != 0) {
        const Span values{node.child(0).span.start, node.children.back()->span.end};
        binder.error("KS173",
                     tr("Incorrect number data values. The values should appear in multiples of %1.").arg(width),
                     values);
        return binder.unknown();
    }
    for (size_t i = 0; i < node.children.size(); ++i) {
        const ColumnType type = rows.columns[i % width].type;
        const ScalarPointer value = binder.constantOn(node.child(i));
        const ScalarPointer fitting = converted(value, type);
        if (fitting->isBroken() && !value->isBroken())
            binder.error("KS107", tr("A value of type %1 expected.").arg(typeName(type)), node.child(i).span);
        rows.scalars.push_back(fitting);
    }
    return binder.made(std::move(rows));
}

namespace {

/// Each number is calculated from the first, so that errors do not add up; the last may miss the end by a hair.
RelationPointer realRange(Binder &binder, const QString &name, const std::vector<ScalarPointer> &values)
{
    std::vector<ScalarPointer> reals;
    for (const auto &value : values)
        reals.push_back(asReal(value));
    return rowsBySql(binder, {},
                     QStringLiteral("SELECT $0 + $2 * generate_series AS c0 FROM generate_series(0, "
                                    "CAST(coalesce(floor(($1 - $0) / nullif($2, 0) + 1e-9), -1) AS BIGINT))"),
                     {{name, ColumnType::Real}}, std::move(reals));
}

/// A bound or the step of a range: a number, a time or a span.
ScalarPointer rangePart(Binder &binder, const Node *node)
{
    if (!node)
        return brokenScalar();
    const ScalarPointer value = binder.constantOn(*node);
    const bool isTime = value->type == ColumnType::DateTime || value->type == ColumnType::TimeSpan;
    if (value->isBroken() || isTime || isNumber(value->type))
        return value;
    binder.error(
        "KS138",
        QCoreApplication::translate("kql", "The argument value must be summable: a number, timespan or datetime."),
        node->span);
    return brokenScalar();
}

/// Times go by spans, numbers by numbers.
void checkRange(Binder &binder, const Node &node, const std::vector<ScalarPointer> &values)
{
    const bool isOfNumbers = isNumber(values[0]->type);
    const bool fits = isOfNumbers ? isNumber(values[1]->type) && isNumber(values[2]->type)
                                  : values[1]->type == values[0]->type && values[2]->type == ColumnType::TimeSpan;
    if (!fits)
        binder.refuse(QCoreApplication::translate("kql", "What range() means for these types is not known."),
                      node.span);
}

} // namespace

RelationPointer bindRange(Binder &binder, const Node &node, const RelationPointer &)
{
    Relation series;
    series.kind = Relation::Kind::Series;
    std::vector<ScalarPointer> values;
    for (const QStringView part : {u"from", u"to", u"step"})
        values.push_back(rangePart(binder, node.part(part)));
    ColumnType type = values[0]->type;
    if (values[0]->type == ColumnType::Int && values[1]->type != ColumnType::Int)
        type = values[1]->type;
    if (isInteger(type) && isNumber(values[2]->type) && !isInteger(values[2]->type))
        type = ColumnType::Real;
    const bool broken = values[0]->isBroken() || values[1]->isBroken() || values[2]->isBroken();
    const QString name = node.children.empty() ? QString() : node.child(0).text;
    if (!broken)
        checkRange(binder, node, values);
    if (!broken && type == ColumnType::Real)
        return realRange(binder, name, values);
    for (const auto &value : values)
        series.scalars.push_back(value->isBroken() ? value : asLong(value));
    series.columns = {{name, type, !broken}};
    const auto *step = std::get_if<qint64>(&values[2]->value);
    if (step && *step == 0)
        binder.refuse(QCoreApplication::translate("kql", "The step of range must not be 0."), node.part(u"step")->span);
    series.order = {{0, step && *step < 0, false}}; // rows of a range have an order, for row_number() and its kin
    return binder.made(std::move(series));
}

RelationPointer bindGetSchema(Binder &binder, const Node &, const RelationPointer &input)
{
    if (input->isUnknown())
        return input;
    Relation rows;
    rows.kind = Relation::Kind::Rows;
    rows.columns = {{QStringLiteral("ColumnName"), ColumnType::String},
                    {QStringLiteral("ColumnOrdinal"), ColumnType::Long},
                    {QStringLiteral("DataType"), ColumnType::String},
                    {QStringLiteral("ColumnType"), ColumnType::String}};
    qint64 ordinal = 0;
    for (const auto &column : input->columns) {
        if (column.hidden)
            continue;
        for (const auto &value : {textScalar(column.name), longScalar(ordinal++), textScalar(systemName(column.type)),
                                  textScalar(typeName(column.type))})
            rows.scalars.push_back(value);
    }
    return binder.made(std::move(rows));
}

RelationPointer bindAs(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.children.empty())
        return input;
    Relation called = *input;
    called.alias = node.child(0).text;
    const auto rows = std::make_shared<const Relation>(std::move(called));
    binder.redeclare(rows->alias, {{}, rows}); // a later one of the same name is another table
    return rows;
}

/// T | invoke f(x) is f(T, x).
RelationPointer bindInvoke(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.children.empty() || !node.child(0).is(NodeKind::Call))
        return binder.unknown();
    const Node &call = node.child(0);
    if (const Binding *own = binder.find(call.text); own && own->function) {
        const Binding result = bindUserFunction(binder, call, *own, input);
        return result.relation ? result.relation : binder.unknown();
    }
    if (const RelationPointer rows = bindPortalFunction(binder, call, input))
        return rows;
    binder.error("KS211", tr("The name '%1' does not refer to any known function.").arg(call.text), call.nameSpan);
    return binder.unknown();
}

} // namespace watchdesk::kql
