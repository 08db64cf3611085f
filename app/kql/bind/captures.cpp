// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/captures.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

Captures::Captures(Binder &binder, const RelationPointer &input, const ScalarPointer &packed)
    : m_binder(binder)
    , m_input(input)
{
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    takeVisible(*input, columns, scalars);
    m_place = int(columns.size());
    // Not a string: it stays null where nothing matches.
    columns.push_back({QStringLiteral("captures"), ColumnType::Guid, !packed->isBroken(), true});
    scalars.push_back(packed);
    m_packed = selected(binder, input, std::move(columns), std::move(scalars));
}

ScalarPointer Captures::valueOf(size_t index)
{
    const ScalarPointer packed = columnScalar(*m_packed, m_place);
    if (packed->isBroken())
        return packed;
    const Captured &column = m_columns[index];
    const ScalarPointer text =
        callScalar(QStringLiteral("kql_field($0, ") + QString::number(index) + u')', {packed}, ColumnType::Guid, true);
    if (column.type == ColumnType::String)
        return callScalar(QStringLiteral("$0"), {text}, ColumnType::String, true);
    const ScalarPointer value = column.type == ColumnType::Dynamic
                                    ? callScalar(QStringLiteral("kql_parse_json($0)"), {text}, column.type, true)
                                    : converted(text, column.type);
    if (column.type == ColumnType::Guid)
        return callScalar(QStringLiteral("kql_toguid($0)"), {text}, column.type, true);
    if (value->isBroken())
        m_binder.refuse(QCoreApplication::translate("watchdesk::kql", "Reading a %1 out of a text is not supported.")
                            .arg(typeName(column.type)),
                        column.span);
    return value;
}

RelationPointer Captures::rows(bool strict, bool only)
{
    std::vector<ScalarPointer> values;
    std::vector<ScalarPointer> tests;
    QString all = QStringLiteral("$0 IS NOT NULL");
    tests.push_back(columnScalar(*m_packed, m_place));
    for (size_t i = 0; i < m_columns.size(); ++i) {
        values.push_back(valueOf(i));
        if (!strict || m_columns[i].type == ColumnType::String || m_columns[i].type == ColumnType::Dynamic)
            continue;
        all += QStringLiteral(" AND $") + QString::number(tests.size()) + QStringLiteral(" IS NOT NULL");
        tests.push_back(values.back());
    }
    const ScalarPointer matched = sureScalar(u'(' + all + u')', tests, ColumnType::Bool);
    const RelationPointer matching = only && !matched->isBroken() ? filtered(m_binder, m_packed, matched) : m_packed;
    if (!only && tests.size() > 1) {
        for (size_t i = 0; i < values.size(); ++i)
            values[i] =
                callScalar(QStringLiteral("(CASE WHEN $0 THEN $1 END)"), {matched, values[i]}, m_columns[i].type, true);
    }
    return extended(matching, values);
}

RelationPointer Captures::extended(const RelationPointer &rows, const std::vector<ScalarPointer> &values)
{
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    takeVisible(*rows, columns, scalars);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const BoundColumn column{m_columns[i].name, m_columns[i].type};
        const auto same =
            std::find_if(columns.begin(), columns.end(), [&column](const auto &c) { return c.name == column.name; });
        const auto index = size_t(same - columns.begin());
        if (same == columns.end()) {
            columns.push_back(column);
            scalars.push_back(values[i]);
        } else {
            columns[index] = column;
            scalars[index] = values[i];
        }
    }
    return selected(m_binder, rows, std::move(columns), std::move(scalars));
}

} // namespace watchdesk::kql
