// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arrays and bags of arguments and columns; arrays sorted together; range().

#include "app/kql/bind/specials.h"

#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

using Arguments = std::vector<ScalarPointer>;
using Type = ColumnType;

QString slot(size_t index) { return u'$' + QString::number(index); }

/// '{' || name || ':' || value …
ScalarPointer bagFrom(const Arguments &names, const Arguments &values)
{
    QStringList parts;
    Arguments arguments;
    for (size_t i = 0; i < names.size(); ++i) {
        parts.append(QStringLiteral("kql_json_string(") + slot(2 * i) + QStringLiteral(") || ':' || ") +
                     slot(2 * i + 1));
        arguments.push_back(asText(names[i]));
        arguments.push_back(asJson(values[i]));
    }
    const QString sql = parts.isEmpty()
                            ? QStringLiteral("'{}'")
                            : QString(QStringLiteral("('{' || ") + parts.join(QStringLiteral(" || ',' || ")) +
                                      QStringLiteral(" || '}')"));
    return sureScalar(sql, std::move(arguments), Type::Dynamic);
}

/// A column that cannot be read is no reason to lose the others.
ScalarPointer bagOfColumns(const Arguments &columns)
{
    Arguments names;
    for (const auto &column : columns)
        names.push_back(textScalar(column->name));
    return bagFrom(names, columns);
}

} // namespace

ScalarPointer arrayOf(const SpecialCall &call) { return jsonArray(call.arguments); }

ScalarPointer bagOf(const SpecialCall &call)
{
    if (call.arguments.size() % 2 != 0) {
        call.binder.error("KS119",
                          QCoreApplication::translate("kql", "The function '%1' expects names and values in turn.")
                              .arg(call.node.text),
                          call.node.nameSpan);
        return brokenScalar();
    }
    Arguments names;
    Arguments values;
    for (size_t i = 0; i + 1 < call.arguments.size(); i += 2) {
        names.push_back(call.arguments[i]);
        values.push_back(call.arguments[i + 1]);
    }
    return bagFrom(names, values);
}

ScalarPointer packedColumns(const SpecialCall &call) { return bagOfColumns(call.arguments); }

ScalarPointer packedRow(const SpecialCall &call)
{
    const RelationPointer row = call.binder.row();
    Arguments columns;
    for (size_t i = 0; row && i < row->columns.size(); ++i) {
        if (!row->columns[i].hidden)
            columns.push_back(columnScalar(*row, int(i)));
    }
    const ScalarPointer bag = bagOfColumns(columns);
    if (call.arguments.empty())
        return bag;
    return sureScalar(QStringLiteral("(CASE WHEN $1 THEN kql_bag_without_empty($0) ELSE $0 END)"),
                      {bag, converted(call.arguments[0], Type::Bool)}, Type::Dynamic);
}

/// array_sort_asc(a, b, …[, nulls_last]): one array of the arrays; of a single one the array itself.
ScalarPointer sortedArrays(const SpecialCall &call)
{
    Arguments arrays = call.arguments;
    ScalarPointer nullsLast = literalScalar({Type::Bool, true});
    if (arrays.size() > 1 && arrays.back()->type == Type::Bool) {
        nullsLast = arrays.back();
        arrays.pop_back();
    }
    const QString direction = call.node.text.endsWith(u"desc") ? QStringLiteral("desc") : QStringLiteral("asc");
    const ScalarPointer sorted = callScalar(QStringLiteral("kql_array_sort($0, $1, $2)"),
                                            {jsonArray(arrays), textScalar(direction), nullsLast}, Type::Dynamic, true);
    const auto nameOf = [&](size_t i) {
        const QString name = arrays[i]->name.isEmpty() && arrays.size() > 1
                                 ? QString(QStringLiteral("array") + QString::number(i))
                                 : arrays[i]->name;
        return name.isEmpty() ? QString() : QString(name + QStringLiteral("_sorted"));
    };
    if (arrays.size() == 1)
        return named(callScalar(QStringLiteral("kql_element($0, 0)"), {sorted}, Type::Dynamic, true), nameOf(0));
    Scalar tuple = *sorted;
    for (size_t i = 0; i < arrays.size(); ++i)
        tuple.parts.push_back({nameOf(i), Type::Dynamic});
    return std::make_shared<const Scalar>(std::move(tuple));
}

/// Of longs and reals as numbers, of times as texts.
ScalarPointer rangeOf(const SpecialCall &call)
{
    const Arguments &all = call.arguments;
    const bool time = all[0]->type == Type::DateTime || all[0]->type == Type::TimeSpan;
    const bool real = std::any_of(all.begin(), all.end(),
                                  [](const auto &a) { return a->type == Type::Real || a->type == Type::Decimal; });
    const bool isPlain = std::all_of(all.begin(), all.end(), [](const auto &a) { return isNumber(a->type); });
    const bool fits =
        time ? all[1]->type == all[0]->type && (all.size() < 3 || all[2]->type == Type::TimeSpan) : isPlain;
    if (!fits) {
        call.binder.refuse(QCoreApplication::translate("kql", "What range() means for these types is not known."),
                           call.node.span);
        return nullScalar(Type::Dynamic);
    }
    if (time) {
        const ScalarPointer step = all.size() > 2 ? all[2] : literalScalar({Type::TimeSpan, kTicksPerHour});
        const QString sql = all[0]->type == Type::DateTime ? QStringLiteral("kql_range_datetime($0, $1, $2)")
                                                           : QStringLiteral("kql_range_timespan($0, $1, $2)");
        return callScalar(sql, {all[0], all[1], step}, Type::Dynamic, true);
    }
    const ScalarPointer step = all.size() > 2 ? all[2] : longScalar(1);
    if (real)
        return callScalar(QStringLiteral("kql_range_real($0, $1, $2)"), {asReal(all[0]), asReal(all[1]), asReal(step)},
                          Type::Dynamic, true);
    return callScalar(QStringLiteral("kql_range_long($0, $1, $2)"), {asLong(all[0]), asLong(all[1]), asLong(step)},
                      Type::Dynamic, true);
}

} // namespace watchdesk::kql
