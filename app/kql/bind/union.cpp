// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// union: all columns of all tables by name; a name with two types becomes two columns, "t_long" and "t_string".

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

struct Source
{
    QString name;
    RelationPointer rows;
};

/// One column of the result and where each source has it.
struct Target
{
    BoundColumn column;
    std::vector<int> places;
};

QString nameOf(const Node &node, int number)
{
    return node.is(NodeKind::Name) ? node.text : QString(QStringLiteral("union_arg") + QString::number(number));
}

void addTables(Binder &binder, const Node &node, std::vector<Source> &sources)
{
    for (const auto &table : binder.schema().tables) {
        if (wildcardMatches(node.text, table.name))
            sources.push_back({table.name, binder.tableNamed(table.name)});
    }
}

std::vector<Source> sourcesOf(Binder &binder, const Node &node, const RelationPointer &input)
{
    std::vector<Source> sources;
    if (input)
        sources.push_back({input->kind == Relation::Kind::Table ? input->name : QStringLiteral("union_arg0"), input});
    const Node *fuzzy = node.part(u"isfuzzy");
    const bool isFuzzy = fuzzy && fuzzy->names.value(0) == u"true";
    for (const auto &child : node.children) {
        if (child->is(NodeKind::Wildcard) || child->is(NodeKind::Star))
            addTables(binder, *child, sources);
        else
            sources.push_back({nameOf(*child, int(sources.size())),
                               isFuzzy ? binder.fuzzyRelation(*child) : binder.relation(*child)});
    }
    return sources;
}

std::vector<Target> targetsOf(const std::vector<Source> &sources)
{
    std::vector<Target> targets;
    for (size_t s = 0; s < sources.size(); ++s) {
        const auto &columns = sources[s].rows->columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].hidden)
                continue;
            auto same = targets.end();
            auto behind = targets.end();
            for (auto target = targets.begin(); target != targets.end(); ++target) {
                if (target->column.name != columns[i].name)
                    continue;
                behind = target + 1;
                if (target->column.known == columns[i].known &&
                    (target->column.type == columns[i].type || !columns[i].known))
                    same = target;
            }
            if (same == targets.end())
                same = targets.insert(behind, {columns[i], std::vector<int>(sources.size(), -1)});
            same->places[s] = int(i);
        }
    }
    return targets;
}

void tellTypesApart(std::vector<Target> &targets)
{
    QHash<QString, int> counts;
    for (const auto &target : targets)
        ++counts[target.column.name];
    for (auto &target : targets) {
        if (counts.value(target.column.name) > 1)
            target.column.name +=
                u'_' + (target.column.known ? typeName(target.column.type) : QStringLiteral("unknown"));
    }
}

} // namespace

RelationPointer bindUnion(Binder &binder, const Node &node, const RelationPointer &input)
{
    const std::vector<Source> sources = sourcesOf(binder, node, input);
    std::vector<Target> targets = targetsOf(sources);
    const Node *kind = node.part(u"kind");
    if (kind && kind->names.value(0) == u"inner")
        targets.erase(std::remove_if(targets.begin(), targets.end(),
                                     [](const auto &target) {
                                         return std::find(target.places.begin(), target.places.end(), -1) !=
                                                target.places.end();
                                     }),
                      targets.end());
    tellTypesApart(targets);
    Relation all;
    all.kind = Relation::Kind::Union;
    const Node *with = node.part(u"withsource");
    if (!with)
        with = node.part(u"with_source");
    if (with)
        all.columns.push_back({with->names.value(0), ColumnType::String});
    for (const auto &target : targets)
        all.columns.push_back(target.column);
    for (size_t s = 0; s < sources.size(); ++s) {
        all.open = all.open || sources[s].rows->open;
        if (sources[s].rows->isAbsent())
            continue;
        std::vector<ScalarPointer> scalars;
        if (with)
            scalars.push_back(textScalar(sources[s].name));
        for (const auto &target : targets)
            scalars.push_back(target.places[s] < 0 ? nullScalar(target.column.type)
                                                   : columnScalar(*sources[s].rows, target.places[s]));
        all.inputs.push_back(sources[s].rows);
        all.maps.push_back(std::move(scalars));
    }
    if (all.inputs.empty() && !all.open)
        return binder.unknown();
    if (all.inputs.empty())
        all.kind = Relation::Kind::Unknown;
    return binder.made(std::move(all));
}

} // namespace watchdesk::kql
