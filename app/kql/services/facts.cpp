// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/facts.h"

#include "app/kql/services/resource.h"

#include <QJsonArray>

namespace watchdesk::kql {

namespace {

QHash<QString, QStringList> listsOf(const QJsonObject &json)
{
    QHash<QString, QStringList> lists;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        QStringList &list = lists[entry.key()];
        for (const QJsonValue &value : entry.value().toArray())
            list.append(value.toString());
    }
    return lists;
}

} // namespace

Facts::Facts()
{
    const QJsonObject docs = jsonResource(QStringLiteral("tables"));
    const QJsonObject columns = docs[u"columns"].toObject();
    for (auto column = columns.begin(); column != columns.end(); ++column)
        m_columns.insert(column.key(), column.value().toString());
    const QJsonObject tables = docs[u"tables"].toObject();
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        m_tables.insert(table.key(), table.value()[u"doc"].toString());
        const QJsonObject own = table.value()[u"columns"].toObject();
        for (auto column = own.begin(); column != own.end(); ++column)
            m_columns.insert(table.key() + u'.' + column.key(), column.value().toString());
    }
    const QJsonObject values = jsonResource(QStringLiteral("values"));
    m_values = listsOf(values[u"columns"].toObject());
    m_actions = listsOf(values[u"actionTypes"].toObject());
    for (const auto &actions : std::as_const(m_actions))
        m_allActions += actions;
    m_allActions.sort();
    m_allActions.removeDuplicates();
}

const Facts &Facts::instance()
{
    static const Facts facts;
    return facts;
}

QString Facts::tableDoc(const QString &table) const { return m_tables.value(table); }

QString Facts::columnDoc(const QString &column, const QString &table) const
{
    return m_columns.value(table + u'.' + column, m_columns.value(column));
}

QStringList Facts::values(const QString &column, const QStringList &tables) const
{
    if (column != u"ActionType")
        return m_values.value(column);
    QStringList actions;
    for (const auto &table : tables)
        actions += m_actions.value(table);
    if (actions.isEmpty())
        return m_allActions;
    actions.sort();
    actions.removeDuplicates();
    return actions;
}

} // namespace watchdesk::kql
