// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/odata/evaluator.h"

#include "app/base/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::lab {

namespace {

/// One row under one filter; holds the lambdas' current elements.
class RowFilter
{
public:
    RowFilter(const Table &table, qsizetype row)
        : m_table(table)
        , m_row(row)
    {
    }

    bool isTrue(const Expression &expression);

private:
    Value value(const Expression &expression);
    Value cell(int column) const;
    Value element(const Expression &expression) const;
    QString text(const Expression &expression);
    Value length(const Expression &expression);
    bool compares(const Expression &expression, const Value &left, const Value &right) const;
    bool isAmong(const Expression &expression);
    bool list(const Expression &expression);
    bool textTest(const Expression &expression);

    const Table &m_table;
    qsizetype m_row;
    QList<QJsonValue> m_elements;
};

Value RowFilter::cell(int index) const
{
    const Column &column = m_table.column(index);
    if (column.isNull(m_row))
        return {};
    if (column.type() == ColumnType::DateTime)
        return Instant{column.integer(m_row)};
    if (column.type() == ColumnType::Bool)
        return column.integer(m_row) != 0;
    if (isIntegral(column.type()))
        return column.integer(m_row);
    if (column.type() == ColumnType::Real)
        return column.real(m_row);
    QString text = column.string(m_row);
    return text.isEmpty() ? Value() : Value(std::move(text));
}

Value RowFilter::element(const Expression &expression) const
{
    const QJsonValue &json = m_elements.at(expression.scope);
    if (expression.member.isEmpty())
        return valueFromJson(json);
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(expression.member, Qt::CaseInsensitive) == 0)
            return valueFromJson(it.value());
    }
    return {};
}

QString RowFilter::text(const Expression &expression)
{
    const Value found = value(expression);
    const auto *text = std::get_if<QString>(&found);
    return text ? *text : QString();
}

Value RowFilter::length(const Expression &expression) { return qint64(text(expression).size()); }

Value RowFilter::value(const Expression &expression)
{
    switch (expression.operation) {
    case Operation::Constant:
        return expression.value;
    case Operation::Property:
        return cell(expression.column);
    case Operation::Element:
        return element(expression);
    case Operation::ToLower:
        return text(expression.children.front()).toLower();
    case Operation::ToUpper:
        return text(expression.children.front()).toUpper();
    case Operation::Length:
        return length(expression.children.front());
    default:
        return isTrue(expression);
    }
}

bool isNothing(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

bool RowFilter::compares(const Expression &expression, const Value &left, const Value &right) const
{
    const Operation operation = expression.operation;
    if (isNothing(left) || isNothing(right)) {
        const bool areEqual = isNothing(left) && isNothing(right);
        return operation == Operation::NotEqual
                   ? !areEqual
                   : areEqual && (operation == Operation::Equal || operation == Operation::In);
    }
    const auto order = compared(left, right, expression.ignoreCase);
    switch (operation) {
    case Operation::NotEqual:
        return !order || *order != 0;
    case Operation::Less:
        return order && *order < 0;
    case Operation::LessOrEqual:
        return order && *order <= 0;
    case Operation::Greater:
        return order && *order > 0;
    case Operation::GreaterOrEqual:
        return order && *order >= 0;
    default:
        return order && *order == 0;
    }
}

bool RowFilter::isAmong(const Expression &expression)
{
    const Value left = value(expression.children.front());
    for (size_t i = 1; i < expression.children.size(); ++i) {
        if (compares(expression, left, value(expression.children[i])))
            return true;
    }
    return false;
}

bool RowFilter::list(const Expression &expression)
{
    const QJsonArray elements = jsonFromText(m_table.column(expression.column).text(m_row)).toArray();
    const bool isAll = expression.operation == Operation::All;
    if (expression.children.empty())
        return !elements.isEmpty();
    for (const QJsonValue &element : elements) {
        m_elements.append(element);
        const bool holds = isTrue(expression.children.front());
        m_elements.removeLast();
        if (holds != isAll)
            return !isAll;
    }
    return isAll;
}

bool RowFilter::textTest(const Expression &expression)
{
    const QString whole = text(expression.children[0]);
    const QString part = text(expression.children[1]);
    const auto sensitivity = expression.ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive;
    if (expression.operation == Operation::StartsWith)
        return whole.startsWith(part, sensitivity);
    if (expression.operation == Operation::EndsWith)
        return whole.endsWith(part, sensitivity);
    return whole.contains(part, sensitivity);
}

bool RowFilter::isTrue(const Expression &expression)
{
    const auto holds = [this](const Expression &child) { return isTrue(child); };
    const auto &children = expression.children;
    switch (expression.operation) {
    case Operation::And:
        return std::all_of(children.begin(), children.end(), holds);
    case Operation::Or:
        return std::any_of(children.begin(), children.end(), holds);
    case Operation::Not:
        return !isTrue(children.front());
    case Operation::Any:
    case Operation::All:
        return list(expression);
    case Operation::In:
        return isAmong(expression);
    case Operation::StartsWith:
    case Operation::EndsWith:
    case Operation::Contains:
        return textTest(expression);
    case Operation::Constant:
    case Operation::Property:
    case Operation::Element:
    case Operation::ToLower:
    case Operation::ToUpper:
    case Operation::Length: {
        const Value found = value(expression);
        const auto *truth = std::get_if<bool>(&found);
        return truth && *truth;
    }
    default:
        return compares(expression, value(children[0]), value(children[1]));
    }
}

} // namespace

bool matchesFilter(const Expression &filter, const Table &table, qsizetype row)
{
    return RowFilter(table, row).isTrue(filter);
}

} // namespace watchdesk::lab
