// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/scalars.h"

#include <QHash>

#include <algorithm>

namespace watchdesk::kql {

bool isInteger(ColumnType type) { return type == ColumnType::Int || type == ColumnType::Long; }

bool isNumber(ColumnType type) { return isInteger(type) || type == ColumnType::Real || type == ColumnType::Decimal; }

ScalarPointer brokenScalar()
{
    static const auto broken = std::make_shared<const Scalar>();
    return broken;
}

ScalarPointer brokenScalar(ColumnType type)
{
    Scalar broken;
    broken.type = type;
    broken.typed = true;
    return std::make_shared<const Scalar>(std::move(broken));
}

ScalarPointer columnScalar(const Relation &row, int column)
{
    const auto &source = row.columns[size_t(column)];
    if (!source.known)
        return named(brokenScalar(), source.name);
    Scalar scalar;
    scalar.kind = Scalar::Kind::Column;
    scalar.type = source.type;
    scalar.nullable = source.type != ColumnType::String;
    scalar.column = column;
    scalar.name = source.name;
    return std::make_shared<const Scalar>(std::move(scalar));
}

ScalarPointer literalScalar(const Literal &literal)
{
    Scalar scalar;
    scalar.kind = Scalar::Kind::Literal;
    scalar.type = literal.type;
    scalar.value = literal.value;
    scalar.constant = true;
    scalar.nullable = std::holds_alternative<std::monostate>(literal.value);
    if (scalar.nullable && literal.type == ColumnType::String) {
        scalar.value = QString();
        scalar.nullable = false;
    }
    return std::make_shared<const Scalar>(std::move(scalar));
}

ScalarPointer textScalar(const QString &text) { return literalScalar({ColumnType::String, text}); }

ScalarPointer longScalar(qint64 number) { return literalScalar({ColumnType::Long, number}); }

ScalarPointer nullScalar(ColumnType type) { return literalScalar({type, std::monostate()}); }

namespace {

ScalarPointer makeCall(const QString &sql, std::vector<ScalarPointer> arguments, ColumnType type, bool nullable)
{
    Scalar scalar;
    scalar.kind = Scalar::Kind::Call;
    scalar.type = type;
    scalar.nullable = nullable;
    scalar.constant = std::all_of(arguments.begin(), arguments.end(), [](const auto &a) { return a->constant; });
    scalar.sql = sql;
    scalar.arguments = std::move(arguments);
    return std::make_shared<const Scalar>(std::move(scalar));
}

} // namespace

ScalarPointer callScalar(const QString &sql, std::vector<ScalarPointer> arguments, ColumnType type, bool mayBeNull)
{
    for (const auto &argument : arguments) {
        if (argument->isBroken())
            return brokenScalar();
        mayBeNull = mayBeNull || argument->nullable;
    }
    const bool fill = mayBeNull && type == ColumnType::String;
    const QString wrapped = fill ? QStringLiteral("coalesce(") + sql + QStringLiteral(", '')") : sql;
    return makeCall(wrapped, std::move(arguments), type, mayBeNull && !fill);
}

ScalarPointer sureScalar(const QString &sql, std::vector<ScalarPointer> arguments, ColumnType type)
{
    for (const auto &argument : arguments) {
        if (argument->isBroken())
            return brokenScalar();
    }
    return makeCall(sql, std::move(arguments), type, false);
}

namespace {

const QString kMember = QStringLiteral("kql_member($0, $1)");

} // namespace

ScalarPointer memberScalar(const ScalarPointer &object, const ScalarPointer &key)
{
    return callScalar(kMember, {object, key}, ColumnType::Dynamic, true);
}

bool isMemberScalar(const Scalar &scalar) { return scalar.kind == Scalar::Kind::Call && scalar.sql == kMember; }

ScalarPointer named(const ScalarPointer &scalar, const QString &name)
{
    Scalar copy = *scalar;
    copy.name = name;
    return std::make_shared<const Scalar>(std::move(copy));
}

ScalarPointer asText(const ScalarPointer &scalar)
{
    static const QHash<ColumnType, QString> forms{
        {ColumnType::Bool, QStringLiteral("CASE WHEN $0 THEN 'True' WHEN NOT $0 THEN 'False' END")},
        {ColumnType::Int, QStringLiteral("CAST($0 AS VARCHAR)")},
        {ColumnType::Long, QStringLiteral("CAST($0 AS VARCHAR)")},
        {ColumnType::Decimal, QStringLiteral("kql_decimal_text($0)")},
        {ColumnType::Real, QStringLiteral("kql_real_text($0)")},
        {ColumnType::DateTime, QStringLiteral("kql_datetime_text($0)")},
        {ColumnType::TimeSpan, QStringLiteral("kql_timespan_text($0)")},
        {ColumnType::Dynamic, QStringLiteral("kql_dynamic_text($0)")},
        {ColumnType::Guid, QStringLiteral("$0")},
    };
    if (scalar->isBroken() || scalar->type == ColumnType::String)
        return scalar;
    return callScalar(forms.value(scalar->type), {scalar}, ColumnType::String);
}

ScalarPointer asJson(const ScalarPointer &scalar, bool orNull)
{
    ScalarPointer json;
    switch (scalar->type) {
    case ColumnType::Dynamic:
        json = scalar;
        break;
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
        json = callScalar(QStringLiteral("CAST($0 AS VARCHAR)"), {scalar}, ColumnType::Dynamic);
        break;
    case ColumnType::Decimal:
        json = callScalar(QStringLiteral("kql_decimal_text($0)"), {scalar}, ColumnType::Dynamic);
        break;
    case ColumnType::Real:
        json = callScalar(QStringLiteral("kql_real_json($0)"), {scalar}, ColumnType::Dynamic);
        break;
    default:
        // Not by way of asText(): a null datetime must stay null and not become "".
        static const QHash<ColumnType, QString> inner{
            {ColumnType::DateTime, QStringLiteral("kql_json_string(kql_datetime_text($0))")},
            {ColumnType::TimeSpan, QStringLiteral("kql_json_string(kql_timespan_text($0))")},
        };
        json =
            callScalar(inner.value(scalar->type, QStringLiteral("kql_json_string($0)")), {scalar}, ColumnType::Dynamic);
    }
    if (orNull || !json->nullable || json->isBroken())
        return json;
    return sureScalar(QStringLiteral("coalesce($0, 'null')"), {json}, ColumnType::Dynamic);
}

ScalarPointer asReal(const ScalarPointer &scalar)
{
    if (scalar->type == ColumnType::Real)
        return scalar;
    if (scalar->type == ColumnType::Decimal)
        return callScalar(QStringLiteral("kql_decimal_real($0)"), {scalar}, ColumnType::Real);
    return callScalar(QStringLiteral("CAST($0 AS DOUBLE)"), {scalar}, ColumnType::Real);
}

ScalarPointer asLong(const ScalarPointer &scalar)
{
    if (scalar->type == ColumnType::Long)
        return scalar;
    if (scalar->isLiteral() && std::holds_alternative<qint64>(scalar->value))
        return longScalar(std::get<qint64>(scalar->value));
    if (scalar->type == ColumnType::Decimal)
        return callScalar(QStringLiteral("kql_decimal_long($0)"), {scalar}, ColumnType::Long, true);
    return callScalar(QStringLiteral("CAST($0 AS BIGINT)"), {scalar}, ColumnType::Long);
}

namespace {

/// What reads a text as a type.
QString readerOf(ColumnType type)
{
    static const QHash<ColumnType, QString> readers{
        {ColumnType::Bool, QStringLiteral("kql_tobool($0)")},
        {ColumnType::Int, QStringLiteral("TRY_CAST(kql_tolong($0) AS INTEGER)")},
        {ColumnType::Long, QStringLiteral("kql_tolong($0)")},
        {ColumnType::Real, QStringLiteral("kql_toreal($0)")},
        {ColumnType::DateTime, QStringLiteral("kql_todatetime($0)")},
        {ColumnType::TimeSpan, QStringLiteral("kql_totimespan($0)")},
        {ColumnType::Guid, QStringLiteral("kql_toguid($0)")},
        {ColumnType::Decimal, QStringLiteral("kql_decimal($0)")},
    };
    return readers.value(type);
}

/// What reads a value within JSON as a type.
QString dynamicReaderOf(ColumnType type)
{
    static const QHash<ColumnType, QString> readers{
        {ColumnType::Bool, QStringLiteral("kql_dynamic_bool($0)")},
        {ColumnType::Int, QStringLiteral("CAST(kql_dynamic_int($0) AS INTEGER)")},
        {ColumnType::Long, QStringLiteral("kql_dynamic_long($0)")},
        {ColumnType::Real, QStringLiteral("kql_dynamic_real($0)")},
    };
    return readers.value(type, readerOf(type).replace(QStringLiteral("$0"), QStringLiteral("kql_dynamic_text($0)")));
}

ScalarPointer convertedNumber(const ScalarPointer &scalar, ColumnType type)
{
    if (type == ColumnType::Real)
        return asReal(scalar);
    if (type == ColumnType::Bool)
        return callScalar(QStringLiteral("($0 <> 0)"), {scalar}, type);
    if (type == ColumnType::Long && scalar->type == ColumnType::Int)
        return asLong(scalar);
    const QString target = type == ColumnType::Int ? QStringLiteral("INTEGER") : QStringLiteral("BIGINT");
    const bool real = scalar->type == ColumnType::Real;
    return callScalar((real ? QStringLiteral("TRY_CAST(trunc($0) AS ") : QStringLiteral("TRY_CAST($0 AS ")) + target +
                          u')',
                      {scalar}, type, true);
}

} // namespace

ScalarPointer converted(const ScalarPointer &scalar, ColumnType type)
{
    if (scalar->isBroken() || scalar->type == type)
        return scalar;
    if (scalar->isLiteral() && std::holds_alternative<std::monostate>(scalar->value))
        return nullScalar(type);
    if (type == ColumnType::String)
        return asText(scalar);
    if (type == ColumnType::Dynamic)
        return asJson(scalar, true);
    if (type == ColumnType::Decimal && (isInteger(scalar->type) || scalar->type == ColumnType::Bool))
        return callScalar(QStringLiteral("kql_decimal_from_long(CAST($0 AS BIGINT))"), {scalar}, type);
    if (type == ColumnType::Decimal && scalar->type == ColumnType::Real)
        return callScalar(QStringLiteral("kql_decimal_from_real($0)"), {scalar}, type, true);
    if (scalar->type == ColumnType::Decimal && type == ColumnType::Real)
        return asReal(scalar);
    if (scalar->type == ColumnType::Decimal && isInteger(type))
        return callScalar(type == ColumnType::Int ? QStringLiteral("TRY_CAST(kql_decimal_long($0) AS INTEGER)")
                                                  : QStringLiteral("kql_decimal_long($0)"),
                          {scalar}, type, true);
    if (scalar->type == ColumnType::Decimal && type == ColumnType::Bool)
        return callScalar(QStringLiteral("(kql_decimal_real($0) <> 0)"), {scalar}, type);
    const bool toNumber =
        type == ColumnType::Int || type == ColumnType::Long || type == ColumnType::Real || type == ColumnType::Bool;
    const bool fromNumber = scalar->type == ColumnType::Int || scalar->type == ColumnType::Long ||
                            scalar->type == ColumnType::Real || scalar->type == ColumnType::Bool;
    if (toNumber && fromNumber)
        return scalar->type == ColumnType::Bool
                   ? callScalar(type == ColumnType::Int    ? QStringLiteral("CAST($0 AS INTEGER)")
                                : type == ColumnType::Real ? QStringLiteral("CAST($0 AS DOUBLE)")
                                                           : QStringLiteral("CAST($0 AS BIGINT)"),
                                {scalar}, type)
                   : convertedNumber(scalar, type);
    const QString reader = readerOf(type);
    if (reader.isEmpty())
        return brokenScalar();
    if (scalar->type == ColumnType::String || scalar->type == ColumnType::Guid)
        return callScalar(reader, {scalar}, type, true);
    if (scalar->type != ColumnType::Dynamic)
        return brokenScalar();
    return callScalar(dynamicReaderOf(type), {scalar}, type, true);
}

ScalarPointer jsonArray(const std::vector<ScalarPointer> &elements)
{
    QStringList parts;
    std::vector<ScalarPointer> arguments;
    for (const auto &element : elements) {
        parts.append(u'$' + QString::number(arguments.size()));
        arguments.push_back(asJson(element));
    }
    const QString sql = parts.isEmpty() ? QStringLiteral("'[]'")
                                        : QStringLiteral("('[' || ") + parts.join(QStringLiteral(" || ',' || ")) +
                                              QStringLiteral(" || ']')");
    return sureScalar(sql, std::move(arguments), ColumnType::Dynamic);
}

} // namespace watchdesk::kql
