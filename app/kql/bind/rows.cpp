// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/rows.h"

#include "app/kql/bind/scalars.h"

#include <QStringList>

namespace watchdesk::kql {

std::vector<int> visibleColumns(const Relation &rows)
{
    std::vector<int> all;
    for (size_t i = 0; i < rows.columns.size(); ++i) {
        if (!rows.columns[i].hidden)
            all.push_back(int(i));
    }
    return all;
}

void takeVisible(const Relation &rows, std::vector<BoundColumn> &columns, std::vector<ScalarPointer> &scalars)
{
    for (const int index : visibleColumns(rows)) {
        columns.push_back(rows.columns[size_t(index)]);
        scalars.push_back(columnScalar(rows, index));
    }
}

void carryGroup(const Relation &input, Relation &relation)
{
    if (input.group < 0)
        return;
    relation.group = int(relation.columns.size());
    relation.columns.push_back(input.columns[size_t(input.group)]);
    relation.scalars.push_back(columnScalar(input, input.group));
}

RelationPointer numbered(Binder &binder, const RelationPointer &input)
{
    Relation number;
    number.kind = Relation::Kind::Number;
    number.inputs = {input};
    number.columns = input->columns;
    number.group = input->group;
    number.order = {{int(number.columns.size()), false, false}};
    number.columns.push_back({QStringLiteral("number"), ColumnType::Long, true, true});
    number.heavy = true;
    return binder.made(std::move(number));
}

RelationPointer rowsBySql(Binder &binder, std::vector<RelationPointer> inputs, const QString &sql,
                          std::vector<BoundColumn> columns, std::vector<ScalarPointer> scalars)
{
    Relation relation;
    relation.kind = Relation::Kind::Sql;
    relation.inputs = std::move(inputs);
    relation.name = sql;
    relation.columns = std::move(columns);
    relation.scalars = std::move(scalars);
    relation.heavy = true;
    for (const auto &scalar : relation.scalars) {
        if (scalar->isBroken())
            relation.kind = Relation::Kind::Unknown;
    }
    return binder.made(std::move(relation));
}

RelationPointer orderedBy(Binder &binder, const RelationPointer &input, std::vector<SortKey> order)
{
    Relation relation;
    relation.kind = Relation::Kind::Select;
    relation.inputs = {input};
    relation.columns = input->columns;
    relation.group = input->group;
    for (size_t i = 0; i < input->columns.size(); ++i)
        relation.scalars.push_back(columnScalar(*input, int(i)));
    relation.order = std::move(order);
    return binder.made(std::move(relation));
}

RelationPointer plainRows(Binder &binder, const RelationPointer &input)
{
    Relation relation;
    relation.kind = Relation::Kind::Select;
    relation.inputs = {input};
    takeVisible(*input, relation.columns, relation.scalars);
    carryGroup(*input, relation);
    return binder.made(std::move(relation));
}

RelationPointer closed(const RelationPointer &rows)
{
    if (!rows->open || rows->isUnknown())
        return rows;
    Relation copy = *rows;
    copy.open = false;
    return std::make_shared<const Relation>(std::move(copy));
}

QString columnSql(int column) { return u'c' + QString::number(column); }

QString columnList(size_t count)
{
    QStringList names;
    for (size_t i = 0; i < count; ++i)
        names.append(columnSql(int(i)));
    return names.join(QStringLiteral(", "));
}

} // namespace watchdesk::kql
