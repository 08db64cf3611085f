// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/lint/rules.h"

namespace watchdesk::kql {

std::vector<const Node *> pipesOf(const Insight &insight)
{
    std::vector<const Node *> pipes;
    forEachNode(insight.tree(), [&](const Node &node) {
        if (node.is(NodeKind::Pipe))
            pipes.push_back(&node);
    });
    return pipes;
}

bool mentionsTime(const Insight &insight, const Node &node)
{
    bool found = false;
    forEachNode(node, [&](const Node &part) {
        const Sight *sight = part.is(NodeKind::Name) ? insight.sightOf(part) : nullptr;
        const bool isColumn = sight && sight->row && sight->binding.scalar && sight->row->indexOf(part.text) >= 0;
        found = found || (isColumn && sight->binding.scalar->type == ColumnType::DateTime);
    });
    return found;
}

QString timeColumn(const Insight &insight, const Node &source)
{
    const Sight *sight = insight.sightOf(source);
    const auto rows = sight ? sight->binding.relation : nullptr;
    if (!rows || rows->kind != Relation::Kind::Table || rows->name != source.text)
        return {};
    for (const QString &name : {QStringLiteral("Timestamp"), QStringLiteral("TimeGenerated")}) {
        const int column = rows->indexOf(name);
        if (column >= 0 && rows->columns[size_t(column)].type == ColumnType::DateTime)
            return name;
    }
    return {};
}

bool isFilter(const Node &node)
{
    return node.is(NodeKind::Operator) && (node.text == u"where" || node.text == u"filter") && !node.children.empty();
}

bool isWindowed(const Insight &insight, const Node &pipe)
{
    static const QSet<QString> harmless{QStringLiteral("extend"),
                                        QStringLiteral("project"),
                                        QStringLiteral("project-away"),
                                        QStringLiteral("project-rename"),
                                        QStringLiteral("project-reorder"),
                                        QStringLiteral("project-keep"),
                                        QStringLiteral("as"),
                                        QStringLiteral("serialize")};
    for (size_t i = 1; i < pipe.children.size(); ++i) {
        const Node &op = pipe.child(i);
        if (isFilter(op) && mentionsTime(insight, op))
            return true;
        if (!isFilter(op) && !harmless.contains(op.text))
            return op.text == u"getschema" || op.text == u"take" || op.text == u"limit" || op.text == u"sample";
    }
    return false;
}

QSet<QString> namesIn(const Node &node)
{
    QSet<QString> names;
    forEachNode(node, [&](const Node &part) {
        if (part.is(NodeKind::Name))
            names.insert(part.text);
    });
    return names;
}

std::vector<const Node *> conjuncts(const Node &predicate)
{
    if (!predicate.is(NodeKind::And))
        return {&predicate};
    std::vector<const Node *> parts;
    for (const auto &part : predicate.children)
        parts.push_back(part.get());
    return parts;
}

QList<Edit> swappedStages(const Insight &insight, const Node &pipe, size_t later)
{
    const Span first = pipe.child(later - 1).span;
    const Span second = pipe.child(later).span;
    return {{first, insight.textOf(second).toString()}, {second, insight.textOf(first).toString()}};
}

} // namespace watchdesk::kql
