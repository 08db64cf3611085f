// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evaluate ipv4_lookup and ipv6_lookup: rows joined with those of a table whose network holds their address.
// https://learn.microsoft.com/kusto/query/ipv4-lookup-plugin

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/plugins.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

class AddressLookup
{
public:
    AddressLookup(Binder &binder, const PluginCall &call)
        : m_binder(binder)
        , m_call(call)
        , m_low(call.call.text == u"ipv6_lookup" ? QStringLiteral("kql_ipv6_low(") : QStringLiteral("kql_ipv4_low("))
        , m_high(call.call.text == u"ipv6_lookup" ? QStringLiteral("kql_ipv6_high(") : QStringLiteral("kql_ipv4_high("))
    {
    }

    RelationPointer bind()
    {
        if (m_call.count() < 3) {
            m_binder.error("KS119", Words::tr("The function '%1' expects %2 argument(s).").arg(m_call.call.text).arg(3),
                           m_call.call.nameSpan);
            return m_binder.unknown();
        }
        m_table = m_binder.relation(m_call.call.child(0));
        const ScalarPointer address = columnArgument(m_binder, m_call, {}, 1);
        const ScalarPointer network = columnOf(m_call.call.child(2));
        readRest();
        if (address->isBroken() || network->isBroken() || m_table->isUnknown())
            return m_binder.unknown();
        for (const ScalarPointer &side : {address, network}) {
            if (side->type != ColumnType::String)
                m_binder.refuse(Words::tr("%1 looks up texts.").arg(m_call.call.text), m_call.call.nameSpan);
        }
        return joined(address->column, network->column);
    }

private:
    /// A column of the table that is looked into.
    ScalarPointer columnOf(const Node &node)
    {
        const ScalarPointer column = m_binder.scalarOn(node, m_table);
        if (column->isBroken() || column->kind == Scalar::Kind::Column)
            return column;
        m_binder.error("KS109", Words::tr("Column name expected."), node.span);
        return brokenScalar();
    }

    /// Further columns that have to be equal, and whether rows without a network stay.
    void readRest()
    {
        for (size_t i = 3; i < m_call.count(); ++i) {
            const Node &node = m_call.call.child(i);
            const Node &value = node.is(NodeKind::Named) ? node.child(0) : node;
            if (node.is(NodeKind::Named) || value.is(NodeKind::Bool)) {
                m_keepsAll = value.text == u"true";
                continue;
            }
            const ScalarPointer left = columnArgument(m_binder, m_call, {}, i);
            const ScalarPointer right = columnOf(node);
            if (!left->isBroken() && !right->isBroken())
                m_keys.emplace_back(left->column, right->column);
        }
    }

    RelationPointer joined(int address, int network)
    {
        std::vector<int> keys;
        for (const auto &key : m_keys)
            keys.push_back(key.second);
        return lookedUp(
            m_binder, m_call.input, m_table, keys,
            QStringLiteral(
                "(SELECT *, %1%2) AS low, %3%2) AS high FROM #0) l %4 JOIN (SELECT *, %1%5) AS low, %3%5) AS "
                "high FROM #1) r ON %6")
                .arg(m_low, columnSql(address), m_high, m_keepsAll ? QStringLiteral("LEFT") : QStringLiteral("INNER"),
                     columnSql(network), condition()));
    }

    /// The shorter of the two prefixes counts, so that one of the ranges has to hold the other.
    QString condition() const
    {
        QString sql = QStringLiteral("l.low <= r.high AND r.low <= l.high");
        for (const auto &[left, right] : m_keys)
            sql += QStringLiteral(" AND l.") + columnSql(left) + QStringLiteral(" = r.") + columnSql(right);
        return sql;
    }

    Binder &m_binder;
    const PluginCall &m_call;
    QString m_low;
    QString m_high;
    RelationPointer m_table;
    bool m_keepsAll = false;
    std::vector<std::pair<int, int>> m_keys;
};

} // namespace

RelationPointer lookedUp(Binder &binder, const RelationPointer &input, const RelationPointer &table,
                         const std::vector<int> &left, const QString &from, std::vector<ScalarPointer> scalars)
{
    std::vector<BoundColumn> columns;
    QStringList select;
    ColumnNames names(binder);
    const auto add = [&](const BoundColumn &column, const QString &sql) {
        select.append(sql + QStringLiteral(" AS ") + columnSql(int(columns.size())));
        columns.push_back(column);
        columns.back().name = names.unique(column.name);
    };
    for (const int index : visibleColumns(*input))
        add(input->columns[size_t(index)], QStringLiteral("l.") + columnSql(index));
    for (const int index : visibleColumns(*table)) {
        if (std::find(left.begin(), left.end(), index) != left.end())
            continue;
        const BoundColumn &column = table->columns[size_t(index)];
        const QString place = QStringLiteral("r.") + columnSql(index);
        const bool isText = column.type == ColumnType::String;
        add(column, isText ? QString(QStringLiteral("coalesce(") + place + QStringLiteral(", '')")) : place);
    }
    return rowsBySql(binder, {input, table},
                     QStringLiteral("SELECT ") + select.join(QStringLiteral(", ")) + QStringLiteral(" FROM ") + from,
                     std::move(columns), std::move(scalars));
}

RelationPointer bindAddressLookup(Binder &binder, const PluginCall &call) { return AddressLookup(binder, call).bind(); }

} // namespace watchdesk::kql
