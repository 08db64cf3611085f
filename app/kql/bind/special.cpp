// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions whose SQL depends on more than a template can say.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

using Arguments = std::vector<ScalarPointer>;
using Type = ColumnType;

QString slot(size_t index) { return u'$' + QString::number(index); }

/// case(p1, v1, p2, v2, …, else)
ScalarPointer caseOf(Binder &, const Arguments &arguments, Type type, const Node &)
{
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

ScalarPointer iffOf(Binder &binder, const Arguments &arguments, Type type, const Node &node)
{
    return caseOf(binder, arguments, type, node);
}

/// Empty text stands for missing.
ScalarPointer coalesceOf(Binder &, const Arguments &arguments, Type type, const Node &)
{
    QStringList parts;
    Arguments values;
    bool nullable = true;
    for (const auto &argument : arguments) {
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

bool isPositiveLiteral(const ScalarPointer &scalar)
{
    const auto *number = std::get_if<qint64>(&scalar->value);
    return scalar->isLiteral() && number && *number > 0;
}

/// Down to a multiple, also below zero; null for a null value and a step that is not above zero.
ScalarPointer binOf(Binder &, const Arguments &arguments, Type type, const Node &)
{
    ScalarPointer value = arguments[0];
    ScalarPointer step = arguments.size() > 1 ? arguments[1] : longScalar(1);
    if (value->type == Type::Dynamic)
        value = converted(value, Type::Real);
    if (isNumber(type) && !isInteger(type))
        return callScalar(QStringLiteral("(CASE WHEN $1 > 0 THEN floor($0 / $1) * $1 END)"),
                          {asReal(value), asReal(step)}, Type::Real, true);
    if (value->type == Type::DateTime && isPositiveLiteral(step))
        return callScalar(QStringLiteral("($0 - $0 % $1)"), {value, step}, type);
    if (isPositiveLiteral(step))
        return callScalar(QStringLiteral("($0 - (($0 % $1) + $1) % $1)"), {asLong(value), asLong(step)}, type);
    return callScalar(QStringLiteral("(CASE WHEN $1 > 0 THEN $0 - (($0 % $1) + $1) % $1 END)"),
                      {asLong(value), asLong(step)}, type, true);
}

ScalarPointer arrayOf(Binder &, const Arguments &arguments, Type, const Node &) { return jsonArray(arguments); }

ScalarPointer bagOf(Binder &binder, const Arguments &arguments, Type type, const Node &node)
{
    if (arguments.size() % 2 != 0) {
        binder.error(
            "KS119",
            QCoreApplication::translate("kql", "The function '%1' expects names and values in turn.").arg(node.text),
            node.nameSpan);
        return brokenScalar();
    }
    QStringList parts;
    Arguments values;
    for (size_t i = 0; i + 1 < arguments.size(); i += 2) {
        parts.append(QStringLiteral("kql_json_string(") + slot(i) + QStringLiteral(") || ':' || ") + slot(i + 1));
        values.push_back(asText(arguments[i]));
        values.push_back(asJson(arguments[i + 1]));
    }
    const QString sql = parts.isEmpty()
                            ? QStringLiteral("'{}'")
                            : QString(QStringLiteral("('{' || ") + parts.join(QStringLiteral(" || ',' || ")) +
                                      QStringLiteral(" || '}')"));
    return sureScalar(sql, std::move(values), type);
}

} // namespace

ScalarPointer specialFunction(Binder &binder, const QString &sql, const Arguments &arguments, ColumnType type,
                              const Node &node)
{
    using Maker = ScalarPointer (*)(Binder &, const Arguments &, Type, const Node &);
    static const QHash<QString, Maker> makers{
        {QStringLiteral("$case"), caseOf},         {QStringLiteral("$iff"), iffOf},
        {QStringLiteral("$coalesce"), coalesceOf}, {QStringLiteral("$bin"), binOf},
        {QStringLiteral("$array"), arrayOf},       {QStringLiteral("$bag"), bagOf},
    };
    for (const auto &argument : arguments) {
        if (argument->isBroken())
            return brokenScalar();
    }
    const auto maker = makers.value(sql);
    return maker ? maker(binder, arguments, type, node) : nullptr;
}

} // namespace watchdesk::kql
