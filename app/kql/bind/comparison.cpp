// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// == != < <= > >= and between. Equality with null is KQL's: null == 5 is false, null != 5 is true, null == null is
// null.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <cmath>

namespace watchdesk::kql {

namespace {

using Type = ColumnType;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

void undefined(Binder &binder, const QString &op, const ScalarPointer &a, const ScalarPointer &b, Span span)
{
    binder.error("KS106",
                 tr("The operator '%1' is not defined for the operand types %2 and %3.")
                     .arg(op, typeName(a->type), typeName(b->type)),
                 span);
}

bool isOrderable(Type a, Type b)
{
    const bool numberA = isNumber(a) || a == Type::Bool;
    const bool numberB = isNumber(b) || b == Type::Bool;
    if (numberA && numberB)
        return !(b == Type::Bool && a == Type::Bool) || true;
    if (a == Type::Dynamic && (isNumber(b) || b == Type::Dynamic))
        return true;
    if (b == Type::Dynamic && isNumber(a))
        return true;
    return a == b && (a == Type::DateTime || a == Type::TimeSpan);
}

/// A dynamic beside a long: only a whole number can be equal to it, so that 3.7 == 3 is false.
ScalarPointer dynamicAs(const ScalarPointer &value, Type other)
{
    if (other == Type::Long || other == Type::Int)
        return callScalar(QStringLiteral("kql_dynamic_whole($0)"), {value}, Type::Long, true);
    if (other == Type::String)
        return sureScalar(QStringLiteral("coalesce(kql_dynamic_text($0), '')"), {value}, Type::String);
    return converted(value, other);
}

bool isNullLiteral(const ScalarPointer &value)
{
    return value->isLiteral() && std::holds_alternative<std::monostate>(value->value);
}

/// A number beside a decimal becomes one.
void alignDecimals(ScalarPointer &a, ScalarPointer &b)
{
    if (a->type == Type::Decimal && isNumber(b->type))
        b = converted(b, Type::Decimal);
    else if (b->type == Type::Decimal && isNumber(a->type))
        a = converted(a, Type::Decimal);
}

/// Both of one type of SQL, or false if it is not clear what the comparison of these types means.
bool align(ScalarPointer &a, ScalarPointer &b)
{
    alignDecimals(a, b);
    if (a->type == b->type || (isNumber(a->type) && isNumber(b->type)))
        return true;
    if (isNullLiteral(a) || isNullLiteral(b))
        return true;
    if (a->type == Type::Dynamic) {
        a = dynamicAs(a, b->type);
        return !a->isBroken();
    }
    if (b->type == Type::Dynamic) {
        b = dynamicAs(b, a->type);
        return !b->isBroken();
    }
    if (a->type == Type::Bool && isNumber(b->type))
        a = converted(a, Type::Long);
    else if (b->type == Type::Bool && isNumber(a->type))
        b = converted(b, Type::Long);
    else if (a->type == Type::String && b->isLiteral() && b->type == Type::Guid)
        b = converted(b, Type::String);
    else if (a->type == Type::Guid && b->isLiteral() && b->type == Type::String)
        a = converted(a, Type::String);
    else if (a->type == Type::String || b->type == Type::String)
        (a->type == Type::String ? a : b) =
            converted(a->type == Type::String ? a : b, a->type == Type::String ? b->type : a->type);
    else
        return false;
    return !a->isBroken() && !b->isBroken();
}

bool mayBeNan(const ScalarPointer &value)
{
    const auto *number = std::get_if<double>(&value->value);
    return value->type == Type::Real && (!value->isLiteral() || !number || std::isnan(*number));
}

/// What is compared with NaN is unequal and neither less nor greater; SQL takes it for the greatest number.
ScalarPointer withoutNan(const ScalarPointer &compared, const ScalarPointer &value, bool negated = false)
{
    if (!mayBeNan(value))
        return compared;
    return callScalar(negated ? QStringLiteral("($0 OR coalesce(isnan($1), false))")
                              : QStringLiteral("($0 AND NOT coalesce(isnan($1), false))"),
                      {compared, value}, Type::Bool, compared->nullable);
}

/// Whether a remainder is nought does not hang on its sign, and what SQL's own operator says reaches the table's scan.
ScalarPointer plainRemainder(const ScalarPointer &value, const ScalarPointer &other)
{
    static const QString mended = QStringLiteral("(($0 % $1 + $1) % $1)");
    const auto *number = std::get_if<qint64>(&other->value);
    const bool isNought = other->isLiteral() && number && *number == 0;
    return isNought && value->kind == Scalar::Kind::Call && value->sql == mended
               ? callScalar(QStringLiteral("($0 % $1)"), value->arguments, value->type)
               : value;
}

ScalarPointer equal(const ScalarPointer &a, const ScalarPointer &b, bool negated)
{
    if (!a->nullable && !b->nullable)
        return sureScalar(negated ? QStringLiteral("($0 <> $1)") : QStringLiteral("($0 = $1)"), {a, b}, Type::Bool);
    if (!a->nullable || !b->nullable)
        return sureScalar(negated ? QStringLiteral("($0 IS DISTINCT FROM $1)")
                                  : QStringLiteral("coalesce($0 = $1, false)"),
                          {a, b}, Type::Bool);
    return callScalar(
        negated ? QStringLiteral("(CASE WHEN $0 IS NOT NULL OR $1 IS NOT NULL THEN $0 IS DISTINCT FROM $1 END)")
                : QStringLiteral("(CASE WHEN $0 IS NOT NULL OR $1 IS NOT NULL THEN $0 IS NOT DISTINCT FROM $1 END)"),
        {a, b}, Type::Bool, true);
}

} // namespace

ScalarPointer equality(Binder &binder, const ScalarPointer &left, const ScalarPointer &right, bool negated, Span span)
{
    if (left->isBroken() || right->isBroken())
        return brokenScalar();
    ScalarPointer a = left;
    ScalarPointer b = right;
    if (!align(a, b)) {
        binder.refuse(tr("Comparing %1 with %2 is not supported.").arg(typeName(left->type), typeName(right->type)),
                      span);
        return sureScalar(QStringLiteral("false"), {}, Type::Bool);
    }
    if (isNullLiteral(a))
        std::swap(a, b);
    if (isNullLiteral(b) && b->nullable) // null == x is never true, and null where both are
        return callScalar(negated ? QStringLiteral("CASE WHEN $0 IS NOT NULL THEN true END")
                                  : QStringLiteral("CASE WHEN $0 IS NOT NULL THEN false END"),
                          {a}, Type::Bool, true);
    const ScalarPointer compared = equal(plainRemainder(a, b), b, negated);
    return mayBeNan(b) ? withoutNan(compared, a, negated) : compared;
}

ScalarPointer bindComparison(Binder &binder, const Node &node)
{
    ScalarPointer left = binder.scalar(node.child(0));
    ScalarPointer right = binder.scalar(node.child(1));
    if (node.text == u"==" || node.text == u"!=" || node.text == u"<>")
        return equality(binder, left, right, node.text != u"==", node.nameSpan);
    if (left->isBroken() || right->isBroken())
        return brokenScalar();
    if (!isOrderable(left->type, right->type)) {
        undefined(binder, node.text, left, right, node.nameSpan);
        return brokenScalar();
    }
    // Dynamic operands of < are read as reals: whole or not does not matter here.
    const auto number = [](const ScalarPointer &value) {
        return value->type == Type::Dynamic ? converted(value, Type::Real)
               : value->type == Type::Bool  ? converted(value, Type::Long)
                                            : value;
    };
    alignDecimals(left, right);
    if (left->type == Type::Dynamic && right->type == Type::Decimal)
        left = converted(left, Type::Decimal);
    if (right->type == Type::Dynamic && left->type == Type::Decimal)
        right = converted(right, Type::Decimal);
    const ScalarPointer a = number(left);
    const ScalarPointer b = number(right);
    const auto compared =
        callScalar(QString(QStringLiteral("($0 ") + node.text + QStringLiteral(" $1)")), {a, b}, Type::Bool);
    return withoutNan(compared, node.text.startsWith(u'>') ? a : b);
}

ScalarPointer bindBetween(Binder &binder, const Node &node)
{
    ScalarPointer value = binder.scalar(node.child(0));
    ScalarPointer from = binder.scalar(node.child(1));
    ScalarPointer to = binder.scalar(node.child(2));
    if (value->isBroken() || from->isBroken() || to->isBroken())
        return brokenScalar();
    if (value->type == Type::Dynamic && isNumber(from->type))
        value = converted(value, Type::Real);
    if (value->type == Type::DateTime && from->type == Type::DateTime && to->type == Type::TimeSpan)
        to = callScalar(QStringLiteral("($0 + $1)"), {from, to}, Type::DateTime);
    const bool same = value->type == from->type && from->type == to->type &&
                      (value->type == Type::DateTime || value->type == Type::TimeSpan);
    if (!same && !(isNumber(value->type) && isNumber(from->type) && isNumber(to->type))) {
        binder.error("KS106",
                     tr("The operator '%1' is not defined for the operand types %2, %3 and %4.")
                         .arg(node.text, typeName(value->type), typeName(from->type), typeName(to->type)),
                     node.nameSpan);
        return brokenScalar();
    }
    if (value->type == Type::Decimal || from->type == Type::Decimal || to->type == Type::Decimal) {
        value = converted(value, Type::Decimal);
        from = converted(from, Type::Decimal);
        to = converted(to, Type::Decimal);
    }
    const QString sql = node.text == u"between" ? QStringLiteral("($0 BETWEEN $1 AND $2)")
                                                : QStringLiteral("($0 NOT BETWEEN $1 AND $2)");
    return callScalar(sql, {value, from, to}, Type::Bool);
}

} // namespace watchdesk::kql
