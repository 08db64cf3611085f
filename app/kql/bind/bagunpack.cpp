// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evaluate bag_unpack: a column for each name in a column of property bags. Which there are is asked of the data,
// unless the query says it. https://learn.microsoft.com/kusto/query/bag-unpack-plugin

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/plugins.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// A name in the bags and the type that all of its values have.
struct Slot
{
    QString name;
    ColumnType type = ColumnType::Dynamic;
};

ColumnType typeFromJson(const QString &name)
{
    static const QHash<QString, ColumnType> types{
        {QStringLiteral("VARCHAR"), ColumnType::String}, {QStringLiteral("BIGINT"), ColumnType::Long},
        {QStringLiteral("UBIGINT"), ColumnType::Long},   {QStringLiteral("DOUBLE"), ColumnType::Real},
        {QStringLiteral("BOOLEAN"), ColumnType::Bool},
    };
    return types.value(name, ColumnType::Dynamic);
}

class BagUnpack
{
public:
    BagUnpack(Binder &binder, const PluginCall &call)
        : m_binder(binder)
        , m_call(call)
        , m_bag(columnArgument(binder, call, QStringLiteral("Column"), 0))
        , m_prefix(text(QStringLiteral("OutputColumnPrefix"), 1))
        , m_conflict(text(QStringLiteral("columnsConflict"), 2))
    {
    }

    RelationPointer bind()
    {
        if (!m_call.argument(QStringLiteral("Column"), 0))
            m_binder.error("KS119", Words::tr("The function '%1' expects %2 argument(s).").arg(u"bag_unpack").arg(1),
                           m_call.call.nameSpan);
        if (m_bag->isBroken())
            return m_binder.unknown();
        if (m_bag->type != ColumnType::Dynamic)
            m_binder.refuse(Words::tr("bag_unpack of a %1 is not supported.").arg(typeName(m_bag->type)),
                            m_call.call.child(0).span);
        takeOthers();
        if (m_call.schema)
            return asked();
        std::vector<Slot> slots_;
        if (!readSlots(&slots_))
            return open();
        keepPlace(&slots_);
        for (const Slot &slot : slots_)
            add(slot);
        return opened(selected(m_binder, m_call.input, m_columns, m_scalars));
    }

private:
    QString text(const QString &name, size_t place)
    {
        const Node *node = m_call.argument(name, place);
        const ScalarPointer value = node ? m_binder.constantOn(*node) : nullptr;
        const auto *string = value ? std::get_if<QString>(&value->value) : nullptr;
        if (value && !value->isBroken() && !string)
            m_binder.refuse(Words::tr("This argument must be a plain value."), node->span);
        return string ? *string : QString();
    }

    /// All columns but the one that is unpacked.
    void takeOthers()
    {
        for (const int index : visibleColumns(*m_call.input)) {
            if (index == m_bag->column)
                continue;
            m_columns.push_back(m_call.input->columns[size_t(index)]);
            m_scalars.push_back(columnScalar(*m_call.input, index));
        }
    }

    RelationPointer asked()
    {
        std::vector<BoundColumn> columns = columnsAsked(m_binder, m_call, m_columns);
        std::vector<ScalarPointer> scalars;
        for (const auto &column : columns) {
            const auto other = std::find_if(m_columns.begin(), m_columns.end(),
                                            [&column](const auto &c) { return c.name == column.name; });
            const bool keep = other != m_columns.end() && m_conflict != u"replace_source";
            scalars.push_back(keep ? converted(m_scalars[size_t(other - m_columns.begin())], column.type)
                                   : valueOf(column.name, column.type));
        }
        return closed(selected(m_binder, m_call.input, std::move(columns), std::move(scalars)));
    }

    ScalarPointer valueOf(const QString &column, ColumnType type)
    {
        const QString key = column.startsWith(m_prefix) ? column.mid(m_prefix.size()) : column;
        const ScalarPointer json = callScalar(QStringLiteral("nullif($0, 'null')"),
                                              {memberScalar(m_bag, textScalar(key))}, ColumnType::Dynamic, true);
        const ScalarPointer value = converted(json, type);
        if (value->isBroken() && !json->isBroken())
            m_binder.refuse(Words::tr("Unpacking a %1 is not supported.").arg(typeName(type)), m_call.call.span);
        return value;
    }

    /// The names in the data, with their types; false where there is no data to ask.
    bool readSlots(std::vector<Slot> *slots_)
    {
        const ScalarPointer ignored = ignoredNames();
        const QString sql = QStringLiteral(
            "SELECT name AS c0, CASE WHEN count(DISTINCT type) = 1 THEN min(type) ELSE 'ANY' END AS c1 FROM "
            "(SELECT json_extract_string(e, '$[0]') AS name, nullif(json_type(json_extract(e, '$[1]')), 'NULL') AS type "
            "FROM (SELECT unnest(kql_elements_array($0)) AS e FROM #0 "
            "WHERE $0[1] = '{')) WHERE NOT coalesce(kql_set_has($1, kql_json_string(name)), false) "
            "GROUP BY name ORDER BY name");
        const auto rows = m_binder.ask(rowsBySql(
            m_binder, {m_call.input}, sql, {{{}, ColumnType::String}, {{}, ColumnType::String}}, {m_bag, ignored}));
        if (!rows)
            return false;
        for (const QStringList &row : *rows)
            slots_->push_back({row[0], typeFromJson(row[1])});
        return true;
    }

    /// A member with the name of the column that is unpacked takes its place, before the others.
    void keepPlace(std::vector<Slot> *slots_) const
    {
        if (m_bag->column < 0)
            return;
        const QString &own = m_call.input->columns[size_t(m_bag->column)].name;
        const auto isOwn = [this, &own](const Slot &slot) { return m_prefix + slot.name == own; };
        std::stable_partition(slots_->begin(), slots_->end(), isOwn);
    }

    ScalarPointer ignoredNames()
    {
        const Node *node = m_call.argument(QStringLiteral("ignoredProperties"), 3);
        return node ? m_binder.constantOn(*node) : literalScalar({ColumnType::Dynamic, QStringLiteral("[]")});
    }

    void add(const Slot &slot)
    {
        const QString name = m_prefix + slot.name;
        const auto same =
            std::find_if(m_columns.begin(), m_columns.end(), [&name](const auto &c) { return c.name == name; });
        const ScalarPointer value = valueOf(name, slot.type);
        if (same == m_columns.end()) {
            m_columns.push_back({name, slot.type, !value->isBroken()});
            m_scalars.push_back(value);
        } else if (m_conflict == u"replace_source") {
            *same = {name, slot.type, !value->isBroken()};
            m_scalars[size_t(same - m_columns.begin())] = value;
        } else if (m_conflict != u"keep_source") {
            m_binder.error("WD104", Words::tr("bag_unpack: there is a column %1 already.").arg(name), m_call.call.span);
        }
    }

    RelationPointer open()
    {
        m_binder.refuse(Words::tr("The columns that bag_unpack gives depend on the data."), m_call.call.nameSpan);
        return opened(selected(m_binder, m_call.input, m_columns, m_scalars));
    }

    /// A name that the held bags lack is no mistake of the query.
    static RelationPointer opened(const RelationPointer &rows)
    {
        Relation copy = *rows;
        copy.open = true;
        return std::make_shared<const Relation>(std::move(copy));
    }

    Binder &m_binder;
    const PluginCall &m_call;
    ScalarPointer m_bag;
    QString m_prefix;
    QString m_conflict;
    std::vector<BoundColumn> m_columns;
    std::vector<ScalarPointer> m_scalars;
};

} // namespace

RelationPointer bindBagUnpack(Binder &binder, const PluginCall &call) { return BagUnpack(binder, call).bind(); }

} // namespace watchdesk::kql
