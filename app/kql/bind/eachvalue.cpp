// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/eachvalue.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/bind/union.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

const qsizetype kMaxValues = 64;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

} // namespace

EachValue::EachValue(Binder &binder, const Node &op, const RelationPointer &rows, const ScalarPointer &key)
    : m_binder(binder)
    , m_op(op)
    , m_key(key)
    , m_values(rowsBySql(binder, {rows}, QStringLiteral("SELECT DISTINCT $0 AS c0 FROM #0"), {{key->name, key->type}},
                         {key}))
{
}

RelationPointer EachValue::bind(const Subquery &subquery)
{
    std::vector<Source> results;
    const qsizetype count = valueCount();
    for (qsizetype i = 0; i < qMax<qsizetype>(1, count); ++i) {
        Binder::Inside inside(m_binder, nullptr);
        inside.enter(m_binder.scope());
        results.push_back({QString(), plainRows(m_binder, subquery(valueAt(i)))});
    }
    if (results.size() > 1)
        return unionOf(m_binder, results, {});
    return count == 0 ? filtered(m_binder, results[0].rows, literalScalar({ColumnType::Bool, false})) : results[0].rows;
}

/// What only foretells columns needs one value.
qsizetype EachValue::valueCount()
{
    if (m_binder.isForetold())
        return 1;
    const auto rows =
        m_binder.ask(rowsBySql(m_binder, {m_values}, QStringLiteral("SELECT CAST(count(*) AS VARCHAR) AS c0 FROM #0"),
                               {{QString(), ColumnType::String}}));
    if (!rows)
        m_binder.refuse(Words::tr("How often %1 runs its subquery depends on the data.").arg(m_op.text), m_op.nameSpan);
    const qsizetype count = rows && !rows->isEmpty() ? rows->first().value(0).toLongLong() : 1;
    if (count > kMaxValues)
        m_binder.refuse(Words::tr("%1 with this subquery takes %2 values at most.").arg(m_op.text).arg(kMaxValues),
                        m_op.nameSpan);
    return qMin(count, kMaxValues);
}

ScalarPointer EachValue::valueAt(qsizetype index)
{
    Scalar value;
    value.kind = Scalar::Kind::First;
    value.type = m_key->type;
    value.nullable = m_key->type != ColumnType::String;
    value.constant = true;
    value.relation = rowsBySql(m_binder, {m_values},
                               QStringLiteral("SELECT c0 FROM #0 ORDER BY c0 NULLS LAST LIMIT 1 OFFSET %1").arg(index),
                               m_values->columns);
    value.name = m_key->name;
    return std::make_shared<const Scalar>(std::move(value));
}

RelationPointer rowsWith(Binder &binder, const RelationPointer &rows, const ScalarPointer &column,
                         const ScalarPointer &value)
{
    return filtered(binder, rows,
                    sureScalar(QStringLiteral("($0 IS NOT DISTINCT FROM $1)"), {column, value}, ColumnType::Bool));
}

} // namespace watchdesk::kql
