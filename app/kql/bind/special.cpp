// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions whose SQL depends on more than a template can say.

#include "app/kql/bind/specials.h"

#include "app/kql/bind/scalars.h"
#include "app/kql/functions/units.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

using Arguments = std::vector<ScalarPointer>;
using Type = ColumnType;

QString slot(size_t index) { return u'$' + QString::number(index); }

/// case(p1, v1, p2, v2, …, else)
ScalarPointer caseOf(const SpecialCall &call)
{
    const Arguments &arguments = call.arguments;
    const Type type = call.type;
    if (arguments.size() % 2 == 0) {
        call.binder.error("KS121",
                          QCoreApplication::translate("kql", "The function call has an incorrect number of arguments."),
                          call.node.nameSpan);
        return brokenScalar();
    }
    QString sql = QStringLiteral("(CASE");
    Arguments values;
    bool nullable = false;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const bool isElse = i + 1 == arguments.size();
        const bool isPredicate = i % 2 == 0 && !isElse;
        sql += isPredicate ? QStringLiteral(" WHEN ") : isElse ? QStringLiteral(" ELSE ") : QStringLiteral(" THEN ");
        sql += slot(i);
        values.push_back(isPredicate ? arguments[i] : converted(arguments[i], type));
        nullable = nullable || (!isPredicate && values.back()->nullable);
        if (values.back()->isBroken())
            return brokenScalar();
    }
    sql += QStringLiteral(" END)");
    return nullable ? callScalar(sql, std::move(values), type) : sureScalar(sql, std::move(values), type);
}

/// max_of(), min_of(): of one type, as a decimal has its own form in the engine.
ScalarPointer extremeOf(const SpecialCall &call, const QString &sql)
{
    Arguments values;
    QStringList places;
    for (const auto &argument : call.arguments) {
        values.push_back(converted(argument, call.type));
        if (values.back()->isBroken())
            return brokenScalar();
        places.append(slot(size_t(places.size())));
    }
    return callScalar(sql.arg(places.join(QStringLiteral(", "))), values, call.type);
}

ScalarPointer greatestOf(const SpecialCall &call) { return extremeOf(call, QStringLiteral("greatest(%1)")); }

/// NaN is the least and the greatest of all; to the engine it is the greatest only.
ScalarPointer leastOf(const SpecialCall &call)
{
    if (call.type != Type::Real)
        return extremeOf(call, QStringLiteral("least(%1)"));
    return extremeOf(call, QStringLiteral("CASE WHEN isnan(greatest(%1)) THEN 'NaN'::DOUBLE ELSE least(%1) END"));
}

/// around(value, center, delta): on numbers, or on times with a timespan about them.
ScalarPointer aroundOf(const SpecialCall &call)
{
    const auto isPlain = [](const auto &a) { return isNumber(a->type) && a->type != Type::Decimal; };
    const auto &all = call.arguments;
    const bool times = (all[0]->type == Type::DateTime || all[0]->type == Type::TimeSpan) &&
                       all[1]->type == all[0]->type && all[2]->type == Type::TimeSpan;
    if (!times && !std::all_of(all.begin(), all.end(), isPlain)) {
        call.binder.refuse(QCoreApplication::translate("kql", "What around() means for these types is not known."),
                           call.node.span);
        return nullScalar(Type::Bool);
    }
    return callScalar(QStringLiteral("($0 >= $1 - $2 AND $0 <= $1 + $2)"), all, Type::Bool);
}

/// Empty text stands for missing.
ScalarPointer coalesceOf(const SpecialCall &call)
{
    const Type type = call.type;
    QStringList parts;
    Arguments values;
    bool nullable = true;
    for (const auto &argument : call.arguments) {
        values.push_back(converted(argument, type));
        if (values.back()->isBroken())
            return brokenScalar();
        nullable = nullable && values.back()->nullable;
        const QString value = slot(parts.size());
        parts.append(type == Type::String ? QString(QStringLiteral("nullif(") + value + QStringLiteral(", '')"))
                                          : value);
    }
    if (type == Type::String)
        parts.append(QStringLiteral("''"));
    const QString sql = QStringLiteral("coalesce(") + parts.join(QStringLiteral(", ")) + u')';
    return nullable ? callScalar(sql, std::move(values), type) : sureScalar(sql, std::move(values), type);
}

/// countof(text, what, kind)
ScalarPointer countOf(const SpecialCall &call)
{
    const auto *kind = std::get_if<QString>(&call.arguments[2]->value);
    if (kind && *kind == u"regex")
        return callScalar(QStringLiteral("kql_count_matches($0, $1)"),
                          {call.arguments[0], regexScalar(call.binder, call.arguments[1], call.node.child(1).span)},
                          call.type);
    if (!kind || *kind != u"normal")
        call.binder.refuse(QCoreApplication::translate("kql", "The kind must be \"normal\" or \"regex\"."),
                           call.node.child(2).span);
    return callScalar(QStringLiteral("kql_countof($0, $1)"), {call.arguments[0], call.arguments[1]}, call.type);
}

/// replace(pattern, rewrite, text) and replace_regex(text, pattern, rewrite)
ScalarPointer replaceOf(const SpecialCall &call)
{
    const size_t first = call.node.text == u"replace" ? 0 : 1;
    const ScalarPointer text = call.arguments[first == 0 ? 2 : 0];
    const ScalarPointer pattern = regexScalar(call.binder, call.arguments[first], call.node.child(first).span);
    return replaced(call.binder, text, pattern, call.arguments[first + 1], call.node.child(first + 1).span);
}

ScalarPointer extractOf(const SpecialCall &call)
{
    const ScalarPointer pattern = regexScalar(call.binder, call.arguments[0], call.node.child(0).span);
    checkGroup(call.binder, pattern, call.arguments[1], call.node.child(1).span);
    return callScalar(QStringLiteral("regexp_extract($0, $1, $2)"),
                      {call.arguments[2], pattern, literalScalar({Type::Int, call.arguments[1]->value})}, Type::String);
}

/// Fails the query where the condition does not hold.
ScalarPointer assertOf(const SpecialCall &call)
{
    const QString message = QStringLiteral("('assert() has failed with message: ' || chr(39) || $0 || chr(39))");
    return sureScalar(QStringLiteral("(CASE WHEN $0 THEN true ELSE CAST(error($1) AS BOOLEAN) END)"),
                      {call.arguments[0], callScalar(message, {call.arguments[1]}, Type::String)}, Type::Bool);
}

/// Texts by their bytes, the rest by its type. How much a dynamic value takes is the service's own.
ScalarPointer dataSizeOf(const SpecialCall &call)
{
    static const QHash<Type, qint64> sizes{{Type::Bool, 1},     {Type::Int, 4},     {Type::Long, 8},
                                           {Type::Real, 8},     {Type::Guid, 16},   {Type::Decimal, 16},
                                           {Type::DateTime, 8}, {Type::TimeSpan, 8}};
    QStringList parts{QStringLiteral("0::BIGINT")};
    Arguments texts;
    for (const auto &argument : call.arguments) {
        if (argument->type == Type::Dynamic)
            call.binder.refuse(QCoreApplication::translate("kql", "The size of a dynamic value is not known."),
                               call.node.span);
        if (argument->type == Type::String) {
            parts.append(QStringLiteral("strlen(") + slot(texts.size()) + u')');
            texts.push_back(argument);
        } else {
            parts.append(QString::number(sizes.value(argument->type)));
        }
    }
    return sureScalar(u'(' + parts.join(QStringLiteral(" + ")) + u')', std::move(texts), call.type);
}

/// geo_distance_2points(…, use_spheroid)
ScalarPointer sphereOnly(const SpecialCall &call)
{
    const auto &spheroid = call.arguments[4];
    const auto *flag = std::get_if<bool>(&spheroid->value);
    const auto *number = std::get_if<qint64>(&spheroid->value);
    if (!spheroid->isLiteral() || (flag ? *flag : !number || *number != 0))
        call.binder.refuse(QCoreApplication::translate("kql", "Distances on a spheroid are not supported."),
                           call.node.child(4).span);
    Arguments places;
    for (size_t i = 0; i < 4; ++i)
        places.push_back(asReal(call.arguments[i]));
    return callScalar(QStringLiteral("kql_geo_distance($0, $1, $2, $3)"), std::move(places), Type::Real, true);
}

/// convert_length(value, from, to) and its kin. Only a unit that is written down can be checked.
ScalarPointer convertOf(const SpecialCall &call)
{
    const QString quantity = call.node.text.mid(8);
    for (size_t i = 1; i < 3; ++i) {
        const auto *unit = std::get_if<QString>(&call.arguments[i]->value);
        const bool good = call.arguments[i]->isLiteral() && unit &&
                          unitState(quantity.toStdString(), unit->toStdString()) != UnitState::NameOnly;
        if (!good)
            call.binder.refuse(QCoreApplication::translate("kql", "This unit is not supported."),
                               call.node.child(i).span);
    }
    return callScalar(QStringLiteral("kql_convert($0, $1, $2, $3)"),
                      {asReal(call.arguments[0]), call.arguments[1], call.arguments[2], textScalar(quantity)},
                      Type::Real, true);
}

/// Window functions are columns by the time that expressions are bound; what is left stands where none can be.
ScalarPointer strayWindow(const SpecialCall &call)
{
    call.binder.refuse(QCoreApplication::translate("kql", "%1() is not supported here.").arg(call.node.text),
                       call.node.nameSpan);
    return nullScalar(call.type);
}

} // namespace

ScalarPointer specialFunction(Binder &binder, const QString &sql, const Arguments &arguments, ColumnType type,
                              const Node &node)
{
    using Maker = ScalarPointer (*)(const SpecialCall &);
    static const QHash<QString, Maker> makers{
        {QStringLiteral("$case"), caseOf},
        {QStringLiteral("$iff"), caseOf},
        {QStringLiteral("$greatest"), greatestOf},
        {QStringLiteral("$least"), leastOf},
        {QStringLiteral("$around"), aroundOf},
        {QStringLiteral("$coalesce"), coalesceOf},
        {QStringLiteral("$bin"), binOf},
        {QStringLiteral("$binat"), binAtOf},
        {QStringLiteral("$binauto"), binAutoOf},
        {QStringLiteral("$array"), arrayOf},
        {QStringLiteral("$bag"), bagOf},
        {QStringLiteral("$packall"), packedRow},
        {QStringLiteral("$packcolumns"), packedColumns},
        {QStringLiteral("$sort"), sortedArrays},
        {QStringLiteral("$range"), rangeOf},
        {QStringLiteral("$countof"), countOf},
        {QStringLiteral("$replace"), replaceOf},
        {QStringLiteral("$extract"), extractOf},
        {QStringLiteral("$seasonal"), seasonalOf},
        {QStringLiteral("$decompose"), decomposedOf},
        {QStringLiteral("$forecast"), forecastOf},
        {QStringLiteral("$assert"), assertOf},
        {QStringLiteral("$datasize"), dataSizeOf},
        {QStringLiteral("$sphere"), sphereOnly},
        {QStringLiteral("$convert"), convertOf},
        {QStringLiteral("$window"), strayWindow},
    };
    for (const auto &argument : arguments) {
        if (argument->isBroken())
            return brokenScalar();
    }
    const auto maker = makers.value(sql);
    return maker ? maker({binder, arguments, type, node}) : nullptr;
}

} // namespace watchdesk::kql
