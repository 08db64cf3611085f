// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// + - * / %: the table of operand types is the official service's; long wraps around, division by zero is null.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <limits>

namespace watchdesk::kql {

namespace {

using Type = ColumnType;

bool isTime(Type type) { return type == Type::DateTime || type == Type::TimeSpan; }

/// The result's type, or nothing where the operator is not defined.
std::optional<Type> resultType(QChar op, Type a, Type b)
{
    if (isNumber(a) && isNumber(b)) {
        if (a == Type::Decimal || b == Type::Decimal)
            return Type::Decimal;
        return a == Type::Real || b == Type::Real ? Type::Real : Type::Long;
    }
    if (a == Type::Dynamic && b == Type::Dynamic)
        return Type::Dynamic;
    if (a == Type::Dynamic || b == Type::Dynamic) {
        const Type other = a == Type::Dynamic ? b : a;
        if (other == Type::Int)
            return Type::Long;
        if (isNumber(other))
            return other;
        if (isTime(other) && (op == u'+' || op == u'-'))
            return op == u'-' && other == Type::DateTime ? Type::TimeSpan : other;
        return std::nullopt;
    }
    if (op == u'+') {
        if (a == Type::TimeSpan && b == Type::TimeSpan)
            return Type::TimeSpan;
        return isTime(a) && isTime(b) ? std::optional(Type::DateTime) : std::nullopt;
    }
    if (op == u'-' && isTime(a) && isTime(b))
        return a == b ? Type::TimeSpan : Type::DateTime;
    if (op == u'*' && ((a == Type::TimeSpan && isNumber(b)) || (b == Type::TimeSpan && isNumber(a))))
        return Type::TimeSpan;
    if (op == u'*' && a == Type::TimeSpan && b == Type::TimeSpan)
        return Type::TimeSpan;
    if (op == u'/' && isTime(a))
        return isTime(b) ? std::optional(Type::Real) : isNumber(b) ? std::optional(a) : std::nullopt;
    if (op == u'%' && isTime(a) && (isTime(b) || isNumber(b)))
        return Type::TimeSpan;
    return std::nullopt;
}

ScalarPointer realArithmetic(QChar op, const ScalarPointer &a, const ScalarPointer &b)
{
    if (op == u'/')
        return callScalar(QStringLiteral("kql_real_div($0, $1)"), {asReal(a), asReal(b)}, Type::Real);
    if (op == u'%')
        return callScalar(QStringLiteral("kql_real_mod($0, $1)"), {asReal(a), asReal(b)}, Type::Real, true);
    return callScalar(QString(QStringLiteral("($0 ") + op + QStringLiteral(" $1)")), {asReal(a), asReal(b)},
                      Type::Real);
}

ScalarPointer decimalArithmetic(QChar op, const ScalarPointer &a, const ScalarPointer &b)
{
    const QString function = op == u'+'   ? QStringLiteral("kql_decimal_add($0, $1)")
                             : op == u'-' ? QStringLiteral("kql_decimal_subtract($0, $1)")
                             : op == u'*' ? QStringLiteral("kql_decimal_multiply($0, $1)")
                             : op == u'/' ? QStringLiteral("kql_decimal_divide($0, $1)")
                                          : QStringLiteral("kql_decimal_modulo($0, $1)");
    return callScalar(function, {converted(a, Type::Decimal), converted(b, Type::Decimal)}, Type::Decimal, true);
}

/// The remainder of a positive literal is never negative; SQL's own operator does many rows at a time.
ScalarPointer remainder(const ScalarPointer &a, const ScalarPointer &b)
{
    const auto *divisor = std::get_if<qint64>(&b->value);
    if (!b->isLiteral() || !divisor || *divisor <= 0 || *divisor > std::numeric_limits<qint32>::max())
        return callScalar(QStringLiteral("kql_mod($0, $1)"), {asLong(a), asLong(b)}, Type::Long, true);
    return callScalar(QStringLiteral("(($0 % $1 + $1) % $1)"), {asLong(a), asLong(b)}, Type::Long);
}

ScalarPointer longArithmetic(QChar op, const ScalarPointer &a, const ScalarPointer &b)
{
    if (op == u'%')
        return remainder(a, b);
    const QString function = op == u'+'   ? QStringLiteral("kql_add($0, $1)")
                             : op == u'-' ? QStringLiteral("kql_subtract($0, $1)")
                             : op == u'*' ? QStringLiteral("kql_multiply($0, $1)")
                                          : QStringLiteral("kql_div($0, $1)");
    return callScalar(function, {asLong(a), asLong(b)}, Type::Long, op == u'/');
}

/// Ticks are far from the bounds of BIGINT, so that + and - are SQL's own and the optimizer can fold them. What leaves
/// the years of a datetime is null.
ScalarPointer timeArithmetic(Binder &binder, const Node &node, QChar op, Type type, const ScalarPointer &a,
                             const ScalarPointer &b)
{
    if ((op == u'+' || op == u'-') && isTime(a->type) && isTime(b->type)) {
        const QString sum = QString(QStringLiteral("($0 ") + op + QStringLiteral(" $1)"));
        const bool isInstant = type == Type::DateTime;
        return callScalar(isInstant ? QString(QStringLiteral("kql_instant") + sum) : sum, {a, b}, type, isInstant);
    }
    if (op == u'*' && (isNumber(a->type) || isNumber(b->type)))
        return callScalar(QStringLiteral("TRY_CAST(round($0 * $1) AS BIGINT)"), {asReal(a), asReal(b)}, type, true);
    if (op == u'/' && isTime(b->type))
        return callScalar(QStringLiteral("kql_real_div($0, $1)"), {asReal(a), asReal(b)}, type);
    if (op == u'/' && isInteger(b->type))
        return callScalar(QStringLiteral("kql_div($0, $1)"), {asLong(a), asLong(b)}, type, true);
    if (op == u'/')
        return callScalar(QStringLiteral("TRY_CAST(kql_real_div($0, $1) AS BIGINT)"), {asReal(a), asReal(b)}, type,
                          true);
    if (op == u'%' && isTime(b->type))
        return callScalar(QStringLiteral("kql_mod($0, $1)"), {a, b}, type, true);
    binder.refuse(QCoreApplication::translate("kql", "This arithmetic is not supported."), node.nameSpan);
    return callScalar(QStringLiteral("NULL"), {a, b}, type, true);
}

/// A dynamic operand is read as what the other one is; two of them as numbers.
ScalarPointer undynamic(const ScalarPointer &value, Type other)
{
    if (value->type != Type::Dynamic)
        return value;
    return converted(value, other == Type::Dynamic ? Type::Real : other == Type::Int ? Type::Long : other);
}

} // namespace

ScalarPointer bindArithmetic(Binder &binder, const Node &node)
{
    const ScalarPointer left = binder.scalar(node.child(0));
    const ScalarPointer right = binder.scalar(node.child(1));
    if (left->isBroken() || right->isBroken())
        return brokenScalar();
    const QChar op = node.text[0];
    const auto type = resultType(op, left->type, right->type);
    if (!type) {
        binder.error(
            "KS106",
            QCoreApplication::translate("kql", "The operator '%1' is not defined for the operand types %2 and %3.")
                .arg(node.text, typeName(left->type), typeName(right->type)),
            node.nameSpan);
        return brokenScalar();
    }
    if (*type == Type::Decimal)
        return decimalArithmetic(op, left, right);
    if (*type == Type::Dynamic)
        return callScalar(QStringLiteral("kql_dynamic_arithmetic($0, $1, $2)"), {left, right, textScalar(node.text)},
                          Type::Dynamic, true);
    const ScalarPointer a = undynamic(left, right->type);
    const ScalarPointer b = undynamic(right, left->type);
    if (*type == Type::Long && isNumber(a->type) && isNumber(b->type))
        return longArithmetic(op, a, b);
    if (isTime(a->type) || isTime(b->type))
        return timeArithmetic(binder, node, op, *type, a, b);
    const ScalarPointer real = realArithmetic(op, a, b);
    return *type == Type::Real ? real : converted(real, *type);
}

namespace {

/// The least long, whose digits alone no long can hold.
bool isLeastLong(const Node &node)
{
    return node.text == u"-" && node.child(0).is(NodeKind::Long) && node.child(0).text == u"9223372036854775808";
}

} // namespace

ScalarPointer bindUnary(Binder &binder, const Node &node)
{
    if (isLeastLong(node))
        return literalScalar({Type::Long, std::numeric_limits<qint64>::min()});
    const ScalarPointer value = binder.scalar(node.child(0));
    if (value->isBroken() || node.text == u"+")
        return named(value, {});
    if (!isNumber(value->type) && !isTime(value->type) && value->type != Type::Dynamic) {
        binder.error("KS106",
                     QCoreApplication::translate("kql", "The operator '%1' is not defined for the operand type %2.")
                         .arg(node.text, typeName(value->type)),
                     node.nameSpan);
        return brokenScalar();
    }
    if (value->isLiteral() && std::holds_alternative<qint64>(value->value)) {
        const auto number = quint64(std::get<qint64>(value->value));
        return literalScalar({value->type, qint64(0 - number)});
    }
    if (value->isLiteral() && std::holds_alternative<double>(value->value))
        return literalScalar({value->type, -std::get<double>(value->value)});
    if (value->type == Type::Dynamic)
        return asJson(callScalar(QStringLiteral("(-$0)"), {converted(value, Type::Real)}, Type::Real), true);
    if (value->type == Type::Decimal)
        return callScalar(QStringLiteral("kql_decimal_negate($0)"), {value}, Type::Decimal);
    if (isInteger(value->type))
        return callScalar(QStringLiteral("kql_subtract(0, $0)"), {asLong(value)}, Type::Long);
    return callScalar(QStringLiteral("(-$0)"), {value}, value->type);
}

} // namespace watchdesk::kql
