// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// in, !in, in~, !in~, has_any, has_all with a list, dynamic arrays or the first column of a table.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchdesk::kql {

namespace {

using Type = ColumnType;

/// The right side, taken apart: values, arrays (dynamic), or rows.
struct Right
{
    std::vector<ScalarPointer> values;
    std::vector<ScalarPointer> arrays;
    std::vector<RelationPointer> tables;
    bool broken = false;
};

ScalarPointer fromJson(const QJsonValue &value)
{
    if (value.isBool())
        return literalScalar({Type::Bool, value.toBool()});
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool whole = number == double(qint64(number));
        return whole ? longScalar(value.toInteger()) : literalScalar({Type::Real, number});
    }
    return textScalar(value.toString());
}

/// Elements of a literal array are as good as a list.
void addDynamic(Right &right, const ScalarPointer &value)
{
    const auto *text = std::get_if<QString>(&value->value);
    if (!value->isLiteral() || !text) {
        right.arrays.push_back(value);
        return;
    }
    const QJsonValue json = jsonFromText(text->toUtf8().toStdString());
    if (!json.isArray()) {
        right.arrays.push_back(value);
        return;
    }
    for (const QJsonValue &element : json.toArray()) {
        if (element.isArray() || element.isObject())
            right.arrays.push_back(value);
        else if (!element.isNull())
            right.values.push_back(fromJson(element));
    }
}

Right rightOf(Binder &binder, const Node &node)
{
    Right right;
    for (size_t i = 1; i < node.children.size(); ++i) {
        const Binding value = binder.bind(node.child(i));
        if (value.relation)
            right.tables.push_back(value.relation);
        else if (!value.scalar || value.scalar->isBroken())
            right.broken = true;
        else if (value.scalar->type == Type::Dynamic)
            addDynamic(right, value.scalar);
        else
            right.values.push_back(value.scalar);
    }
    for (const auto &table : right.tables)
        right.broken = right.broken || table->isUnknown() || table->columns.empty();
    return right;
}

ScalarPointer anyOf(std::vector<ScalarPointer> parts)
{
    if (parts.empty())
        return literalScalar({Type::Bool, false});
    if (parts.size() == 1)
        return parts.front();
    QStringList sql;
    for (size_t i = 0; i < parts.size(); ++i)
        sql.append(u'$' + QString::number(i));
    return callScalar(QString(u'(' + sql.join(QStringLiteral(" OR ")) + u')'), std::move(parts), Type::Bool);
}

/// The SQL list that all values fit into, or one comparison after the other.
ScalarPointer inValues(Binder &binder, const ScalarPointer &left, const std::vector<ScalarPointer> &values, Span span)
{
    const bool plain = std::all_of(values.begin(), values.end(), [&left](const auto &value) {
        return !value->nullable && value->type == left->type;
    });
    if (values.size() < 2 || !plain) {
        std::vector<ScalarPointer> parts;
        for (const auto &value : values)
            parts.push_back(equality(binder, left, value, false, span));
        return anyOf(std::move(parts));
    }
    std::vector<ScalarPointer> arguments{left};
    QStringList sql;
    for (const auto &value : values) {
        sql.append(u'$' + QString::number(arguments.size()));
        arguments.push_back(value);
    }
    const QString list = QStringLiteral("$0 IN (") + sql.join(QStringLiteral(", ")) + u')';
    return sureScalar(left->nullable ? QString(QStringLiteral("coalesce(") + list + QStringLiteral(", false)"))
                                     : QString(u'(' + list + u')'),
                      std::move(arguments), Type::Bool);
}

ScalarPointer inTable(Binder &binder, const ScalarPointer &left, const RelationPointer &table, bool fold, Span span)
{
    const ScalarPointer first = columnScalar(*table, 0);
    const bool text = left->type == Type::String && (first->type == Type::String || first->type == Type::Dynamic);
    const bool same = left->type == first->type || (isInteger(left->type) && isInteger(first->type));
    Scalar scalar;
    scalar.kind = Scalar::Kind::Contains;
    scalar.type = Type::Bool;
    scalar.nullable = false;
    scalar.relation = table;
    if (left->type == Type::Dynamic && first->type == Type::String)
        scalar.arguments = {asText(left)};
    else if (same || text)
        scalar.arguments = {left};
    else
        binder.refuse(QCoreApplication::translate("kql", "Looking for %1 among %2 is not supported.")
                          .arg(typeName(left->type), typeName(first->type)),
                      span);
    if (scalar.arguments.empty())
        return literalScalar({Type::Bool, false});
    const QString element = first->type == Type::Dynamic && text ? QStringLiteral("kql_dynamic_text(c0)")
                            : fold                               ? QStringLiteral("kql_fold(c0)")
                                                                 : QStringLiteral("c0");
    const QString value = fold ? QStringLiteral("kql_fold($0)") : QStringLiteral("$0");
    scalar.sql = QStringLiteral("coalesce(") + value + QStringLiteral(" IN (SELECT ") + element +
                 QStringLiteral(" FROM $r WHERE c0 IS NOT NULL), false)");
    return std::make_shared<const Scalar>(std::move(scalar));
}

ScalarPointer bindPlainIn(Binder &binder, const Node &node, ScalarPointer left, Right right, bool fold)
{
    if (fold) {
        left = callScalar(QStringLiteral("kql_fold($0)"), {asText(left)}, Type::String);
        for (auto &value : right.values)
            value = callScalar(QStringLiteral("kql_fold($0)"), {asText(value)}, Type::String);
    }
    std::vector<ScalarPointer> parts;
    if (!right.values.empty())
        parts.push_back(inValues(binder, left, right.values, node.nameSpan));
    for (const auto &array : right.arrays)
        parts.push_back(sureScalar(fold ? QStringLiteral("coalesce(kql_set_has_folded($0, $1), false)")
                                        : QStringLiteral("coalesce(kql_set_has($0, $1), false)"),
                                   {array, asJson(left)}, Type::Bool));
    for (const auto &table : right.tables)
        parts.push_back(inTable(binder, left, table, fold, node.nameSpan));
    return anyOf(std::move(parts));
}

ScalarPointer tableAsArray(const RelationPointer &table)
{
    Scalar scalar;
    scalar.kind = Scalar::Kind::Contains;
    scalar.type = Type::Dynamic;
    scalar.nullable = false;
    scalar.relation = table;
    const ScalarPointer first = columnScalar(*table, 0);
    const QString element =
        first->type == Type::Dynamic ? QStringLiteral("c0") : QStringLiteral("kql_json_string(CAST(c0 AS VARCHAR))");
    scalar.sql = QStringLiteral("(SELECT coalesce('[' || string_agg(DISTINCT ") + element +
                 QStringLiteral(", ',') || ']', '[]') FROM $r)");
    return std::make_shared<const Scalar>(std::move(scalar));
}

/// has_any and has_all: one array of all terms.
ScalarPointer bindTerms(const Node &node, const ScalarPointer &left, const Right &right)
{
    const QString function =
        node.text == u"has_any" ? QStringLiteral("kql_has_any($0, $1)") : QStringLiteral("kql_has_all($0, $1)");
    std::vector<ScalarPointer> arrays = right.arrays;
    if (!right.values.empty()) {
        QJsonArray terms;
        std::vector<ScalarPointer> others;
        for (const auto &value : right.values) {
            const auto *text = std::get_if<QString>(&value->value);
            if (value->isLiteral() && text)
                terms.append(*text);
            else
                others.push_back(asText(value));
        }
        if (!terms.isEmpty())
            arrays.push_back(literalScalar({Type::Dynamic, QString::fromUtf8(jsonToText(terms))}));
        if (!others.empty())
            arrays.push_back(jsonArray(others));
    }
    for (const auto &table : right.tables)
        arrays.push_back(tableAsArray(table));
    ScalarPointer all = arrays.size() == 1 ? arrays.front() : nullptr;
    if (!all)
        all = callScalar(QStringLiteral("kql_array_concat($0)"), {jsonArray(arrays)}, Type::Dynamic);
    return sureScalar(QStringLiteral("coalesce(") + function + QStringLiteral(", false)"), {asText(left), all},
                      Type::Bool);
}

} // namespace

ScalarPointer bindIn(Binder &binder, const Node &node)
{
    const ScalarPointer left = binder.scalar(node.child(0));
    Right right = rightOf(binder, node);
    const bool fold = node.text.endsWith(u'~');
    const bool terms = node.text.startsWith(u"has_");
    if (!left->isBroken() && (fold || terms) && left->type != Type::String && left->type != Type::Dynamic) {
        binder.error("KS107",
                     QCoreApplication::translate("kql", "A value of type %1 expected.").arg(u"string or dynamic"),
                     node.child(0).span);
        return brokenScalar();
    }
    if (left->isBroken() || right.broken)
        return brokenScalar();
    if (terms)
        return bindTerms(node, left, right);
    const ScalarPointer found = bindPlainIn(binder, node, left, std::move(right), fold);
    return node.text.startsWith(u'!') ? callScalar(QStringLiteral("(NOT $0)"), {found}, Type::Bool) : found;
}

} // namespace watchdesk::kql
