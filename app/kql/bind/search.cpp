// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// search and find: one condition on many tables. search gives the union of all columns, find those that the condition
// names or all tables have, and the others in one property bag.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/bind/searchpredicate.h"
#include "app/kql/bind/union.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// The table that rows come from, through steps that keep its columns.
QString tableOf(const Relation &rows)
{
    if (!rows.alias.isEmpty())
        return rows.alias;
    if (rows.kind == Relation::Kind::Table)
        return rows.name;
    const bool isStep = rows.kind == Relation::Kind::Select || rows.kind == Relation::Kind::Filter ||
                        rows.kind == Relation::Kind::Take || rows.kind == Relation::Kind::Expand;
    return isStep && rows.inputs.size() == 1 ? tableOf(*rows.inputs[0]) : QString();
}

/// The tables of a union one by one, each with all of the union's columns and with the steps after it.
std::vector<Source> partsOf(Binder &binder, const RelationPointer &rows)
{
    std::vector<Source> parts;
    const bool isStep = rows->kind == Relation::Kind::Filter || rows->kind == Relation::Kind::Select;
    if (rows->kind == Relation::Kind::Union) {
        for (size_t i = 0; i < rows->inputs.size(); ++i) {
            Relation part;
            part.kind = Relation::Kind::Select;
            part.inputs = {rows->inputs[i]};
            part.columns = rows->columns;
            part.scalars = rows->maps[i];
            parts.push_back({tableOf(*rows->inputs[i]), binder.made(std::move(part))});
        }
    } else if (isStep && tableOf(*rows).isEmpty()) {
        for (const Source &source : partsOf(binder, rows->inputs[0])) {
            Relation part = *rows;
            part.inputs = {source.rows};
            parts.push_back({source.name, binder.made(std::move(part))});
        }
    } else {
        parts.push_back({tableOf(*rows), rows});
    }
    return parts;
}

std::vector<Source> sourcesOf(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (const Node *in = node.part(u"in"))
        return sourcesFrom(binder, in->children, node.text + QStringLiteral("_arg"));
    if (!input)
        return allSources(binder);
    std::vector<Source> parts = partsOf(binder, input);
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].name.isEmpty())
            parts[i].name = QStringLiteral("search_arg") + QString::number(i);
    }
    return parts;
}

class Find
{
public:
    Find(Binder &binder, const Node &node)
        : m_binder(binder)
        , m_node(node)
        , m_sources(sourcesOf(binder, node, nullptr))
    {
    }

    RelationPointer bind()
    {
        const Node *where = m_node.part(u"where");
        if (!where || m_sources.empty())
            return m_binder.unknown();
        collectNames(*where);
        chooseColumns();
        std::vector<Source> found;
        for (const Source &source : m_sources)
            found.push_back({source.name, foundIn(source, *where)});
        const Node *with = m_node.part(u"withsource");
        return unionOf(m_binder, found, with ? with->names.value(0) : QStringLiteral("source_"));
    }

private:
    /// The columns that the condition names, in the order of the text.
    void collectNames(const Node &node)
    {
        if (node.is(NodeKind::Name) && !m_names.contains(node.text) && typeOf(node.text))
            m_names.append(node.text);
        for (const auto &child : node.children)
            collectNames(*child);
    }

    /// A column's type; dynamic where tables disagree; nothing where none has it.
    std::optional<ColumnType> typeOf(const QString &name) const
    {
        std::optional<ColumnType> type;
        for (const Source &source : m_sources) {
            const int index = source.rows->indexOf(name);
            if (index < 0)
                continue;
            const ColumnType own = source.rows->columns[size_t(index)].type;
            type = !type || *type == own ? own : ColumnType::Dynamic;
        }
        return type;
    }

    void chooseColumns()
    {
        if (const Node *project = m_node.part(u"project"))
            return chooseProjected(*project);
        for (const auto &column : m_sources.front().rows->columns) {
            const bool common = std::all_of(m_sources.begin(), m_sources.end(), [&column](const auto &source) {
                return source.rows->indexOf(column.name) >= 0;
            });
            if (common && !column.hidden)
                m_columns.push_back({column.name, *typeOf(column.name)});
        }
        for (const QString &name : m_names)
            add(name, *typeOf(name));
        m_packs = std::any_of(m_sources.begin(), m_sources.end(),
                              [this](const auto &source) { return !packed(*source.rows).empty(); });
    }

    void chooseProjected(const Node &project)
    {
        for (const auto &child : project.children) {
            if (child->is(NodeKind::Call)) {
                m_packs = true;
                continue;
            }
            const auto known = typeOf(child->text);
            const auto asked = typeFromName(child->names.value(0));
            if (!known && !asked)
                m_binder.error(
                    "KS142",
                    Words::tr("The name '%1' does not refer to any known column, table, variable or function.")
                        .arg(child->text),
                    child->nameSpan);
            add(child->text, asked ? *asked : known.value_or(ColumnType::Dynamic));
        }
    }

    void add(const QString &name, ColumnType type)
    {
        const bool known = std::any_of(m_columns.begin(), m_columns.end(),
                                       [&name](const auto &column) { return column.name == name; });
        if (!known)
            m_columns.push_back({name, type});
    }

    std::vector<int> packed(const Relation &rows) const
    {
        std::vector<int> others;
        for (const int index : visibleColumns(rows)) {
            const QString &name = rows.columns[size_t(index)].name;
            if (std::none_of(m_columns.begin(), m_columns.end(), [&name](const auto &c) { return c.name == name; }))
                others.push_back(index);
        }
        return others;
    }

    RelationPointer foundIn(const Source &source, const Node &where)
    {
        const RelationPointer rows = withMissing(source.rows);
        const ScalarPointer condition = SearchPredicate(m_binder, rows, false).bind(where);
        const RelationPointer matching = filtered(m_binder, rows, condition);
        std::vector<BoundColumn> columns = m_columns;
        std::vector<ScalarPointer> scalars;
        for (const auto &column : m_columns) {
            const int index = source.rows->indexOf(column.name);
            const ScalarPointer value =
                index < 0 ? nullScalar(column.type) : converted(columnScalar(*source.rows, index), column.type);
            if (value->isBroken())
                m_binder.refuse(Words::tr("%1 cannot be read as %2.").arg(column.name, typeName(column.type)),
                                m_node.span);
            scalars.push_back(value);
        }
        if (m_packs) {
            columns.push_back({QStringLiteral("pack_"), ColumnType::Dynamic});
            scalars.push_back(bagFrom(*source.rows));
        }
        return selected(m_binder, matching, std::move(columns), std::move(scalars));
    }

    /// A column that another table has is there, without a value.
    RelationPointer withMissing(const RelationPointer &rows)
    {
        std::vector<BoundColumn> columns;
        std::vector<ScalarPointer> scalars;
        takeVisible(*rows, columns, scalars);
        for (const QString &name : m_names) {
            if (rows->indexOf(name) >= 0)
                continue;
            columns.push_back({name, *typeOf(name)});
            scalars.push_back(nullScalar(*typeOf(name)));
        }
        return columns.size() == rows->columns.size()
                   ? rows
                   : selected(m_binder, rows, std::move(columns), std::move(scalars));
    }

    ScalarPointer bagFrom(const Relation &rows)
    {
        QStringList parts;
        std::vector<ScalarPointer> arguments;
        for (const int index : packed(rows)) {
            parts.append(
                QStringLiteral("kql_json_string($%1) || ':' || $%2").arg(arguments.size()).arg(arguments.size() + 1));
            arguments.push_back(textScalar(rows.columns[size_t(index)].name));
            arguments.push_back(asJson(columnScalar(rows, index)));
        }
        const QString inner = parts.isEmpty() ? QStringLiteral("''") : parts.join(QStringLiteral(" || ',' || "));
        return sureScalar(QStringLiteral("('{' || ") + inner + QStringLiteral(" || '}')"), std::move(arguments),
                          ColumnType::Dynamic);
    }

    Binder &m_binder;
    const Node &m_node;
    std::vector<Source> m_sources;
    QStringList m_names;
    std::vector<BoundColumn> m_columns;
    bool m_packs = false;
};

} // namespace

RelationPointer bindSearch(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.children.empty())
        return binder.unknown();
    const RelationPointer rows = unionOf(binder, sourcesOf(binder, node, input), QStringLiteral("$table"));
    const Node *kind = node.part(u"kind");
    SearchPredicate predicate(binder, rows, kind && kind->names.value(0) == u"case_sensitive");
    const ScalarPointer condition = predicate.bind(node.child(0));
    return rows->isUnknown() ? rows : filtered(binder, rows, condition);
}

RelationPointer bindFind(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (input) // its meaning there is not documented
        binder.refuse(Words::tr("The operator %1 behind a pipe is not supported.").arg(node.text), node.nameSpan);
    return Find(binder, node).bind();
}

} // namespace watchdesk::kql
