// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// union: all columns of all tables by name; a name with two types becomes two columns, "t_long" and "t_string".

#include "app/kql/bind/union.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/nativefunction.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

/// One column of the result and where each source has it.
struct Target
{
    BoundColumn column;
    std::vector<int> places;
};

bool isView(const Binding &binding)
{
    return binding.function && binding.function->text == u"view" && binding.function->children.empty();
}

/// Tables, views and what "as" named keep their names; what else a let names is an argument like any other.
QString nameOf(Binder &binder, const Node &node, const Relation &rows, const QString &argument)
{
    if (!rows.alias.isEmpty())
        return rows.alias;
    if (!node.is(NodeKind::Name))
        return argument;
    const Binding *named = binder.find(node.text);
    if (!named || isView(*named) || argument.startsWith(u"find"))
        return node.text;
    return rows.kind == Relation::Kind::Table ? rows.name : argument;
}

QString nameOf(const Relation &piped)
{
    if (!piped.alias.isEmpty())
        return piped.alias;
    return piped.kind == Relation::Kind::Table ? piped.name : QStringLiteral("union_arg0");
}

/// The query's own views stand beside the tables wherever those are not named one by one.
void addViews(Binder &binder, const QString &pattern, std::vector<Source> &sources)
{
    for (const auto &[name, view] : binder.views()) {
        if (!wildcardMatches(pattern, name))
            continue;
        const Binding rows = bindUserFunction(binder, *view.function, view);
        if (rows.relation)
            sources.push_back({name, rows.relation});
    }
}

void addTables(Binder &binder, const Node &node, std::vector<Source> &sources)
{
    const size_t before = sources.size();
    for (const auto &table : binder.schema().tables) {
        if (wildcardMatches(node.text, table.name))
            sources.push_back({table.name, binder.tableNamed(table.name)});
    }
    addViews(binder, node.is(NodeKind::Star) ? QStringLiteral("*") : node.text, sources);
    if (sources.size() == before)
        binder.error(
            "KS142",
            QCoreApplication::translate("kql", "The name '%1' does not refer to any known table.").arg(node.text),
            node.span);
}

/// Where a column goes. The service tells types apart unless the first two columns of the name have the same type: then
/// it takes all further ones for that type too.
class Targets
{
public:
    explicit Targets(size_t sources)
        : m_sources(sources)
    {
    }

    void add(size_t source, int place, const BoundColumn &column)
    {
        auto same = m_all.end();
        auto behind = m_all.end();
        for (auto target = m_all.begin(); target != m_all.end(); ++target) {
            if (target->column.name != column.name)
                continue;
            behind = target + 1;
            if (isSameType(target->column, column) || m_settled.contains(column.name))
                same = target;
        }
        if (same == m_all.end())
            same = m_all.insert(behind, {column, std::vector<int>(m_sources, -1)});
        else if (m_seen.value(column.name) == 1)
            m_settled.insert(column.name);
        ++m_seen[column.name];
        same->places[source] = place;
    }

    std::vector<Target> take() { return std::move(m_all); }

private:
    static bool isSameType(const BoundColumn &a, const BoundColumn &b)
    {
        return a.known == b.known && (a.type == b.type || !b.known);
    }

    size_t m_sources;
    std::vector<Target> m_all;
    QHash<QString, int> m_seen;
    QSet<QString> m_settled;
};

std::vector<Target> targetsOf(const std::vector<Source> &sources)
{
    Targets targets(sources.size());
    for (size_t s = 0; s < sources.size(); ++s) {
        for (const int index : visibleColumns(*sources[s].rows))
            targets.add(s, index, sources[s].rows->columns[size_t(index)]);
    }
    return targets.take();
}

/// "x" as long and int become "x_long" and "x_int"; what has such a name already gets a number.
void tellTypesApart(Binder &binder, std::vector<Target> &targets)
{
    QHash<QString, int> counts;
    for (const auto &target : targets)
        ++counts[target.column.name];
    for (auto &target : targets) {
        if (counts.value(target.column.name) > 1)
            target.column.name +=
                u'_' + (target.column.known ? typeName(target.column.type) : QStringLiteral("unknown"));
    }
    ColumnNames names(binder);
    for (auto &target : targets)
        target.column.name = names.unique(target.column.name);
}

} // namespace

namespace {

/// True for the rows in which a value says the same as another type: its text does, or 0 and 1 for false and true.
ScalarPointer isFitting(const ScalarPointer &value, const ScalarPointer &other)
{
    if (value->type == ColumnType::Bool)
        return sureScalar(QStringLiteral("true"), {}, ColumnType::Bool);
    if (other->type == ColumnType::Bool && isInteger(value->type))
        return callScalar(QStringLiteral("($0 IN (0, 1))"), {value}, ColumnType::Bool);
    return sureScalar(QStringLiteral("coalesce($0 = $1, false)"), {asText(value), asText(other)}, ColumnType::Bool);
}

/// A value as the type that other tables have; one that does not fit ends the query as refused.
ScalarPointer fitted(const ScalarPointer &value, const ScalarPointer &other, const BoundColumn &column)
{
    const QString refusal = QLatin1String(kRefusal) +
                            QCoreApplication::translate("kql", "A value of %1 is no %2, as it is in another table.")
                                .arg(column.name, typeName(column.type));
    return callScalar(QStringLiteral("CASE WHEN coalesce($0, '') = '' THEN NULL WHEN $1 THEN $2 ELSE error($3) END"),
                      {asText(value), isFitting(value, other), other, textScalar(refusal)}, column.type, true);
}

ScalarPointer valueFor(Binder &binder, const Target &target, const Source &source, int place)
{
    if (place < 0)
        return nullScalar(target.column.type);
    const ScalarPointer value = columnScalar(*source.rows, place);
    const ColumnType type = target.column.type;
    if (value->isBroken() || !target.column.known || value->type == type)
        return value;
    const ScalarPointer other = converted(value, type);
    if (type == ColumnType::String || type == ColumnType::Dynamic)
        return other;
    if (!other->isBroken())
        return fitted(value, other, target.column);
    binder.refuse(QCoreApplication::translate("kql", "union of a column %1 of types %2 and %3 is not supported.")
                      .arg(target.column.name, typeName(type), typeName(value->type)),
                  {0, 0});
    return other;
}

} // namespace

std::vector<Source> sourcesFrom(Binder &binder, const std::vector<NodePointer> &nodes, const QString &argument,
                                bool isFuzzy, int number)
{
    std::vector<Source> sources;
    for (const auto &node : nodes) {
        if (node->is(NodeKind::Wildcard) || node->is(NodeKind::Star)) {
            addTables(binder, *node, sources);
            continue;
        }
        const RelationPointer rows = isFuzzy ? binder.fuzzyRelation(*node) : binder.relation(*node);
        if (rows->graph)
            binder.error("KS111", QCoreApplication::translate("watchdesk::kql::Binder", "Tabular value expected."),
                         node->span);
        const QString own = argument + QString::number(number + int(sources.size()));
        sources.push_back({nameOf(binder, *node, *rows, own), rows});
    }
    return sources;
}

std::vector<Source> allSources(Binder &binder)
{
    std::vector<Source> sources;
    for (const auto &table : binder.schema().tables)
        sources.push_back({table.name, binder.tableNamed(table.name)});
    addViews(binder, QStringLiteral("*"), sources);
    return sources;
}

RelationPointer unionOf(Binder &binder, const std::vector<Source> &sources, const QString &sourceColumn,
                        bool onlyCommon)
{
    std::vector<Target> targets = targetsOf(sources);
    if (onlyCommon)
        targets.erase(std::remove_if(targets.begin(), targets.end(),
                                     [](const auto &target) {
                                         return std::find(target.places.begin(), target.places.end(), -1) !=
                                                target.places.end();
                                     }),
                      targets.end());
    tellTypesApart(binder, targets);
    Relation all;
    all.kind = Relation::Kind::Union;
    if (!sourceColumn.isEmpty())
        all.columns.push_back({sourceColumn, ColumnType::String});
    for (const auto &target : targets)
        all.columns.push_back(target.column);
    for (size_t s = 0; s < sources.size(); ++s) {
        all.open = all.open || sources[s].rows->open;
        if (sources[s].rows->isAbsent())
            continue;
        std::vector<ScalarPointer> scalars;
        if (!sourceColumn.isEmpty())
            scalars.push_back(textScalar(sources[s].name));
        for (const auto &target : targets)
            scalars.push_back(valueFor(binder, target, sources[s], target.places[s]));
        all.inputs.push_back(sources[s].rows);
        all.maps.push_back(std::move(scalars));
    }
    if (all.inputs.empty() && !all.open)
        return binder.unknown();
    if (all.inputs.empty())
        all.kind = Relation::Kind::Unknown;
    return binder.made(std::move(all));
}

RelationPointer bindUnion(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node *fuzzy = node.part(u"isfuzzy");
    std::vector<Source> sources = sourcesFrom(binder, node.children, QStringLiteral("union_arg"),
                                              fuzzy && fuzzy->names.value(0) == u"true", input ? 1 : 0);
    if (input)
        sources.insert(sources.begin(), {nameOf(*input), input});
    const Node *kind = node.part(u"kind");
    const Node *with = node.part(u"withsource");
    if (!with)
        with = node.part(u"with_source");
    return unionOf(binder, sources, with ? with->names.value(0) : QString(), kind && kind->names.value(0) == u"inner");
}

} // namespace watchdesk::kql
