// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/odata/binder.h"

#include <algorithm>

namespace watchdesk::lab {

namespace {

tl::unexpected<Error> refusal(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

QString kindOfValue(const Value &value)
{
    static const QString names[] = {QString(),
                                    edmName(ColumnType::Bool),
                                    edmName(ColumnType::Long),
                                    edmName(ColumnType::Real),
                                    edmName(ColumnType::DateTime),
                                    edmName(ColumnType::String)};
    return names[value.index()];
}

bool isTruth(Operation operation)
{
    static const Operation others[] = {Operation::Constant, Operation::Property, Operation::Element,
                                       Operation::ToLower,  Operation::ToUpper,  Operation::Length};
    return std::find(std::begin(others), std::end(others), operation) == std::end(others);
}

bool isNumber(const QString &kind)
{
    return kind == QLatin1String("Edm.Int32") || kind == QLatin1String("Edm.Int64") ||
           kind == QLatin1String("Edm.Double") || kind == QLatin1String("Edm.Decimal");
}

/// GUIDs are text in the store, and clients write them with quotes or without.
bool isTextual(const QString &kind) { return kind == QLatin1String("Edm.String") || kind == QLatin1String("Edm.Guid"); }

bool compares(const QString &left, const QString &right)
{
    return left.isEmpty() || right.isEmpty() || left == right || (isNumber(left) && isNumber(right)) ||
           (isTextual(left) && isTextual(right));
}

QString operatorKind(Operation operation)
{
    switch (operation) {
    case Operation::Equal:
    case Operation::In:
        return QStringLiteral("Equal");
    case Operation::NotEqual:
        return QStringLiteral("NotEqual");
    case Operation::Less:
        return QStringLiteral("LessThan");
    case Operation::LessOrEqual:
        return QStringLiteral("LessThanOrEqual");
    case Operation::Greater:
        return QStringLiteral("GreaterThan");
    case Operation::GreaterOrEqual:
        return QStringLiteral("GreaterThanOrEqual");
    default:
        return QStringLiteral("And");
    }
}

} // namespace

FilterBinder::FilterBinder(const QList<FilterProperty> &properties, QString typeName)
    : m_properties(properties)
    , m_typeName(std::move(typeName))
{
}

Result<Expression> FilterBinder::property(const QString &name) const
{
    for (const FilterProperty &candidate : m_properties) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (!candidate.isFilterable)
            return refusal(
                QStringLiteral("The property '%1' cannot be used in the $filter query option.").arg(candidate.name));
        Expression expression{Operation::Property};
        expression.column = candidate.column;
        expression.ignoreCase = candidate.ignoreCase;
        return expression;
    }
    return refusal(
        QStringLiteral("Could not find a property named '%1' on type '%2'.").arg(name.left(100), m_typeName));
}

const FilterProperty *FilterBinder::propertyOf(const Expression &expression) const
{
    if (expression.operation != Operation::Property)
        return nullptr;
    const auto found = std::find_if(m_properties.begin(), m_properties.end(), [&](const FilterProperty &candidate) {
        return candidate.column == expression.column;
    });
    return found == m_properties.end() ? nullptr : &*found;
}

QString FilterBinder::kindOf(const Expression &expression) const
{
    if (const FilterProperty *found = propertyOf(expression))
        return edmName(found->type);
    switch (expression.operation) {
    case Operation::Constant:
        return kindOfValue(expression.value);
    case Operation::Element:
        return {};
    case Operation::ToLower:
    case Operation::ToUpper:
        return edmName(ColumnType::String);
    case Operation::Length:
        return edmName(ColumnType::Int);
    default:
        return edmName(ColumnType::Bool);
    }
}

Result<Expression> FilterBinder::list(const Expression &property, bool isAll) const
{
    const FilterProperty *found = propertyOf(property);
    if (!found || found->type != ColumnType::Dynamic)
        return refusal(QStringLiteral("Any/All may only be used following a collection."));
    Expression expression{isAll ? Operation::All : Operation::Any};
    expression.column = property.column;
    return expression;
}

/// Dates may be quoted; a text that is no date beside one is an error here rather than a row that never matches.
Result<void> FilterBinder::fit(const Expression &left, Expression &right, Operation operation) const
{
    const auto *text = std::get_if<QString>(&right.value);
    const bool isConstant = right.operation == Operation::Constant;
    if (isConstant && text && kindOf(left) == edmName(ColumnType::DateTime)) {
        const auto ticks = ticksFromIso(*text);
        if (!ticks)
            return refusal(
                QStringLiteral("The string '%1' is not a valid Edm.DateTimeOffset value.").arg(text->left(100)));
        right.value = Instant{*ticks};
    }
    const QString a = kindOf(left);
    const QString b = kindOf(right);
    if (a == edmName(ColumnType::Dynamic) || b == edmName(ColumnType::Dynamic) || !compares(a, b))
        return refusal(QStringLiteral("A binary operator with incompatible types was detected. Found operand types "
                                      "'%1' and '%2' for operator kind '%3'.")
                           .arg(a, b, operatorKind(operation)));
    return {};
}

Result<Expression> FilterBinder::comparison(Expression expression) const
{
    Expression &left = expression.children.front();
    for (size_t i = 1; i < expression.children.size(); ++i) {
        Expression &right = expression.children[i];
        if (left.operation == Operation::Constant && right.operation != Operation::Constant) {
            if (const auto fits = fit(right, left, expression.operation); !fits)
                return failure(fits.error());
        } else if (const auto fits = fit(left, right, expression.operation); !fits) {
            return failure(fits.error());
        }
        expression.ignoreCase = expression.ignoreCase || right.ignoreCase;
    }
    expression.ignoreCase = expression.ignoreCase || left.ignoreCase;
    return expression;
}

Result<Expression> FilterBinder::function(const QString &name, Expression expression) const
{
    for (const Expression &argument : expression.children) {
        const QString kind = kindOf(argument);
        if (!kind.isEmpty() && !isTextual(kind))
            return refusal(QStringLiteral("No function signature for the function with name '%1' matches the specified "
                                          "arguments.")
                               .arg(name));
        expression.ignoreCase = expression.ignoreCase || argument.ignoreCase;
    }
    return expression;
}

Result<Expression> FilterBinder::condition(Expression expression) const
{
    const QString kind = kindOf(expression);
    if (isTruth(expression.operation) || kind.isEmpty() || kind == edmName(ColumnType::Bool))
        return expression;
    return refusal(QStringLiteral("The $filter expression must evaluate to a single boolean value."));
}

Result<Expression> FilterBinder::logical(Expression expression) const
{
    for (Expression &child : expression.children) {
        auto truth = condition(std::move(child));
        if (!truth)
            return truth;
        child = std::move(*truth);
    }
    return expression;
}

} // namespace watchdesk::lab
