// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which binder serves which operator, and what several of them need.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

const QHash<QString, OperatorBinder> &binders()
{
    static const QHash<QString, OperatorBinder> all{
        {QStringLiteral("where"), bindWhere},
        {QStringLiteral("filter"), bindWhere},
        {QStringLiteral("project"), bindProject},
        {QStringLiteral("extend"), bindExtend},
        {QStringLiteral("project-away"), bindProjectAway},
        {QStringLiteral("project-keep"), bindProjectKeep},
        {QStringLiteral("project-rename"), bindProjectRename},
        {QStringLiteral("project-reorder"), bindProjectReorder},
        {QStringLiteral("summarize"), bindSummarize},
        {QStringLiteral("distinct"), bindDistinct},
        {QStringLiteral("sort"), bindSort},
        {QStringLiteral("order"), bindSort},
        {QStringLiteral("top"), bindTop},
        {QStringLiteral("take"), bindTake},
        {QStringLiteral("limit"), bindTake},
        {QStringLiteral("count"), bindCount},
        {QStringLiteral("join"), bindJoin},
        {QStringLiteral("lookup"), bindJoin},
        {QStringLiteral("union"), bindUnion},
        {QStringLiteral("mv-expand"), bindExpand},
        {QStringLiteral("mvexpand"), bindExpand},
        {QStringLiteral("evaluate"), bindEvaluate},
        {QStringLiteral("make-graph"), bindMakeGraph},
        {QStringLiteral("graph-to-table"), bindGraphToTable},
        {QStringLiteral("graph-mark-components"), bindMarkComponents},
        {QStringLiteral("graph-match"), bindGraphMatch},
        {QStringLiteral("graph-shortest-paths"), bindGraphMatch},
        {QStringLiteral("make-series"), bindMakeSeries},
        {QStringLiteral("sample"), bindSample},
        {QStringLiteral("sample-distinct"), bindSampleDistinct},
        {QStringLiteral("top-hitters"), bindTopHitters},
        {QStringLiteral("top-nested"), bindTopNested},
        {QStringLiteral("assert-schema"), bindAssertSchema},
        {QStringLiteral("project-by-names"), bindProjectByNames},
        {QStringLiteral("search"), bindSearch},
        {QStringLiteral("find"), bindFind},
        {QStringLiteral("parse"), bindParse},
        {QStringLiteral("parse-where"), bindParse},
        {QStringLiteral("parse-kv"), bindParseKeyValues},
        {QStringLiteral("mv-apply"), bindApply},
        {QStringLiteral("mvapply"), bindApply},
        {QStringLiteral("partition"), bindPartition},
        {QStringLiteral("scan"), bindScan},
        {QStringLiteral("fork"), bindFork},
        {QStringLiteral("facet"), bindFacet},
        {QStringLiteral("consume"), bindConsume},
        {QStringLiteral("reduce"), bindReduce},
        {QStringLiteral("datatable"), bindDataTable},
        {QStringLiteral("print"), bindPrint},
        {QStringLiteral("range"), bindRange},
        {QStringLiteral("getschema"), bindGetSchema},
        {QStringLiteral("as"), bindAs},
        {QStringLiteral("render"), bindRender},
        {QStringLiteral("serialize"), bindSerialize},
        {QStringLiteral("invoke"), bindInvoke},
        {QStringLiteral("externaldata"), bindExternalData},
        {QStringLiteral("external_data"), bindExternalData},
        {QStringLiteral("macro-expand"), bindMacroExpand},
        {QStringLiteral("inline_external_table"), bindInlineExternal},
    };
    return all;
}

} // namespace

OperatorBinder operatorBinder(const QString &name) { return binders().value(name); }

QStringList operatorNames()
{
    static const QStringList others =
        QStringLiteral("graph-merge graph-where-edges graph-where-nodes project-smart").split(u' ');
    QStringList names = binders().keys() + others;
    names.sort();
    return names;
}

bool worksInGroups(const QString &name)
{
    static const QStringList names =
        QStringLiteral(
            "where filter project extend project-away project-keep project-rename project-reorder summarize distinct "
            "sort order top take limit count join lookup mv-expand mvexpand mv-apply mvapply getschema as render "
            "serialize parse parse-where parse-kv scan")
            .split(u' ');
    return names.contains(name);
}

RelationPointer selected(Binder &binder, const RelationPointer &input, std::vector<BoundColumn> columns,
                         std::vector<ScalarPointer> scalars)
{
    Relation relation;
    relation.kind = Relation::Kind::Select;
    relation.inputs = {input};
    relation.columns = std::move(columns);
    relation.scalars = std::move(scalars);
    for (const SortKey &key : input->order) {
        relation.order.push_back({int(relation.columns.size()), key.descending, key.nullsFirst});
        BoundColumn carried = input->columns[size_t(key.column)];
        carried.hidden = true;
        relation.columns.push_back(carried);
        relation.scalars.push_back(columnScalar(*input, key.column));
    }
    carryGroup(*input, relation);
    relation.open = input->open;
    return binder.made(std::move(relation));
}

RelationPointer filtered(Binder &binder, const RelationPointer &input, const ScalarPointer &predicate)
{
    Relation relation;
    relation.kind = Relation::Kind::Filter;
    relation.inputs = {input};
    relation.columns = input->columns;
    relation.order = input->order;
    relation.group = input->group;
    relation.open = input->open;
    relation.scalars = {predicate};
    return binder.made(std::move(relation));
}

QStringList writtenNames(const Node &node)
{
    if (!node.is(NodeKind::Named))
        return {};
    return node.names.isEmpty() ? QStringList(node.text) : node.names;
}

void checkNames(Binder &binder, const Node &node, const Scalar &value)
{
    const qsizetype names = writtenNames(node).size();
    if (names < 2 || value.isBroken())
        return;
    if (value.parts.empty())
        binder.error("KS149", QCoreApplication::translate("kql", "The expression does not have multiple named values."),
                     node.nameSpan);
    else if (names > qsizetype(value.parts.size()))
        binder.error("KS150", QCoreApplication::translate("kql", "The name does not have a corresponding expression."),
                     node.nameSpan);
}

std::vector<NewColumn> newColumns(Binder &binder, const std::vector<NodePointer> &nodes, const RelationPointer &input)
{
    std::vector<NewColumn> columns;
    for (const auto &node : nodes) {
        const bool hasName = node->is(NodeKind::Named);
        const Node &value = hasName ? node->child(0) : *node;
        const QStringList names = writtenNames(*node);
        const Span span = hasName ? node->nameSpan : node->span;
        const ScalarPointer scalar = binder.valueOn(value, input);
        checkNames(binder, *node, *scalar);
        if (scalar->parts.empty()) {
            columns.push_back({names, scalar, span});
            continue;
        }
        const auto parts = tupleParts(scalar);
        for (size_t i = 0; i < parts.size(); ++i)
            columns.push_back({names.mid(qsizetype(i), 1), parts[i], span});
    }
    return columns;
}

QString ColumnNames::take(const QString &written, const QString &derived, Span span)
{
    if (!written.isEmpty()) {
        if (m_taken.contains(written))
            m_binder.error(
                "KS171",
                QCoreApplication::translate("kql", "A column with the name '%1' is already declared.").arg(written),
                span);
        m_taken.insert(written);
        return written;
    }
    return derived.isEmpty() ? anonymous() : unique(derived);
}

QString ColumnNames::unique(const QString &wanted)
{
    QString name = wanted;
    for (int i = 1; m_taken.contains(name); ++i)
        name = wanted + QString::number(i);
    m_taken.insert(name);
    return name;
}

QString ColumnNames::anonymous() { return unique(QStringLiteral("Column") + QString::number(++m_anonymous)); }

/// * stands for any characters.
bool wildcardMatches(const QString &pattern, const QString &name)
{
    const QStringList parts = pattern.split(u'*');
    if (parts.size() == 1)
        return pattern == name;
    if (!name.startsWith(parts.first()))
        return false;
    qsizetype at = parts.first().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype found = name.indexOf(parts[i], at);
        if (found < 0)
            return false;
        at = found + parts[i].size();
    }
    return name.size() - at >= parts.last().size() && name.endsWith(parts.last());
}

} // namespace watchdesk::kql
