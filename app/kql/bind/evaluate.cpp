// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evaluate: which binder serves which plugin. What a plugin does by chance or by a model of the service's own is
// refused.

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

using PluginBinder = RelationPointer (*)(Binder &, const PluginCall &);

PluginBinder pluginBinder(const QString &name)
{
    static const QHash<QString, PluginBinder> binders{
        {QStringLiteral("bag_unpack"), bindBagUnpack},
        {QStringLiteral("pivot"), bindPivot},
        {QStringLiteral("narrow"), bindNarrow},
        {QStringLiteral("ipv4_lookup"), bindAddressLookup},
        {QStringLiteral("ipv6_lookup"), bindAddressLookup},
        {QStringLiteral("geo_line_lookup"), bindPlaceLookup},
        {QStringLiteral("geo_polygon_lookup"), bindPlaceLookup},
        {QStringLiteral("schema_merge"), bindSchemaMerge},
        {QStringLiteral("rows_near"), bindRowsNear},
        {QStringLiteral("activity_counts_metrics"), bindActivityCounts},
        {QStringLiteral("sliding_window_counts"), bindSlidingWindow},
        {QStringLiteral("rolling_percentile"), bindRollingPercentile},
        {QStringLiteral("active_users_count"), bindActiveUsers},
        {QStringLiteral("dcount_intersect"), bindSetIntersections},
    };
    return binders.value(name);
}

/// The columns of plugins that do not run here; "*" stands for the input's, "" for columns that depend on data, "@1"
/// for the column that an argument names, "@5*" for those that arguments from there on name.
const QHash<QString, QString> &refusedPlugins()
{
    static const QHash<QString, QString> all{
        {QStringLiteral("autocluster"), QStringLiteral("SegmentId:long Count:long Percent:real *")},
        {QStringLiteral("basket"), QStringLiteral("SegmentId:long Count:long Percent:real *")},
        {QStringLiteral("diffpatterns"), QStringLiteral("SegmentId:long CountA:long CountB:long PercentA:real "
                                                        "PercentB:real PercentDiffAB:real *")},
        {QStringLiteral("activity_metrics"), QStringLiteral("@1 @5* dcount_values:long dcount_newvalues:long "
                                                            "retention_rate:real churn_rate:real")},
        {QStringLiteral("new_activity_metrics"),
         QStringLiteral("from_@1 to_@1 @5* dcount_new_values:long dcount_retained_values:long "
                        "dcount_churn_values:long retention_rate:real churn_rate:real")},
        {QStringLiteral("session_count"), QStringLiteral("@1 @6* count_sessions:long")},
        {QStringLiteral("activity_engagement"), QStringLiteral("@1 @6* dcount_activities_inner:long "
                                                               "dcount_activities_outer:long activity_ratio:real")},
        {QStringLiteral("funnel_sequence_completion"), QStringLiteral("@1 @5 Period:timespan dcount:long")},
        {QStringLiteral("funnel_sequence"), QStringLiteral("@1 prev:string next:string dcount:long samples:dynamic")},
        {QStringLiteral("infer_storage_schema"), QStringLiteral("CslSchema:string")},
        {QStringLiteral("http_request"), QStringLiteral("ResponseHeaders:dynamic ResponseBody:dynamic")},
        {QStringLiteral("http_request_post"), QStringLiteral("ResponseHeaders:dynamic ResponseBody:dynamic")},
    };
    return all;
}

bool isKnownPlugin(const QString &name)
{
    static const QStringList others = QStringLiteral("azure_digital_twins_query_request "
                                                     "cosmosdb_sql_request "
                                                     "mysql_request postgresql_request preview python r "
                                                     "sequence_detect sql_request ai_embeddings "
                                                     "ai_chat_completion ai_chat_completion_prompt ai_embed_text")
                                          .split(u' ');
    return pluginBinder(name) || refusedPlugins().contains(name) || others.contains(name);
}

/// "from_@1", "@5*": the columns that arguments of a call name, if they do.
void addNamed(Binder &binder, const PluginCall &call, const QString &form, std::vector<BoundColumn> &columns)
{
    const size_t first = size_t(form[form.indexOf(u'@') + 1].digitValue());
    const size_t end = form.endsWith(u'*') ? call.count() : qMin(call.count(), first + 1);
    for (size_t i = first; i < end; ++i) {
        const Node &node = call.call.child(i);
        if (form.endsWith(u'*') && !(node.is(NodeKind::Name) && call.input && call.input->indexOf(node.text) >= 0))
            continue;
        const ScalarPointer column = columnArgument(binder, call, {}, i);
        columns.push_back({form.left(form.indexOf(u'@')) + column->name, column->type, !column->isBroken()});
    }
}

RelationPointer refused(Binder &binder, const PluginCall &call)
{
    binder.refuse(Words::tr("The plugin %1 is not supported.").arg(call.call.text), call.call.nameSpan);
    const QString columns = refusedPlugins().value(call.call.text);
    Relation rows;
    rows.kind = Relation::Kind::Select;
    rows.inputs = {call.input ? call.input : binder.unknown()};
    if (call.schema) {
        rows.columns = columnsAsked(binder, call, call.input ? call.input->columns : std::vector<BoundColumn>());
    } else if (columns.isEmpty()) {
        rows.open = true;
    } else {
        for (const QString &column : columns.split(u' ')) {
            const QStringList parts = column.split(u':');
            if (column.contains(u'@'))
                addNamed(binder, call, column, rows.columns);
            else if (column == u"*" && call.input)
                takeVisible(*call.input, rows.columns, rows.scalars);
            else if (parts.size() == 2)
                rows.columns.push_back({parts[0], *typeFromName(parts[1])});
        }
    }
    rows.scalars.assign(rows.columns.size(), brokenScalar());
    return binder.made(std::move(rows));
}

} // namespace

const Node *PluginCall::argument(const QString &name, size_t place) const
{
    for (const auto &child : call.children) {
        if (child->is(NodeKind::Named) && child->text == name)
            return &child->child(0);
    }
    const bool fits = place < count() && !call.child(place).is(NodeKind::Named);
    return fits ? &call.child(place) : nullptr;
}

ScalarPointer columnArgument(Binder &binder, const PluginCall &call, const QString &name, size_t place)
{
    const Node *node = call.argument(name, place);
    if (!node)
        return brokenScalar();
    const ScalarPointer column = binder.scalarOn(*node, call.input);
    if (!column->isBroken() && column->kind != Scalar::Kind::Column) {
        binder.error("KS109", Words::tr("Column name expected."), node->span);
        return brokenScalar();
    }
    return column;
}

std::vector<BoundColumn> columnsAsked(Binder &binder, const PluginCall &call, const std::vector<BoundColumn> &others)
{
    std::vector<BoundColumn> columns;
    for (const auto &child : call.schema->children) {
        if (!child->is(NodeKind::Star))
            continue;
        for (const auto &column : others) {
            if (!column.hidden)
                columns.push_back(column);
        }
    }
    const auto own = columnsOf(binder, call.schema);
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

RelationPointer bindEvaluate(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.children.empty() || node.child(0).is(NodeKind::Missing))
        return binder.unknown();
    const PluginCall call{node.child(0), node.part(u"schema"), input};
    if (!isKnownPlugin(call.call.text)) {
        binder.error("KS124", Words::tr("The plug-in function '%1' is not defined.").arg(call.call.text),
                     call.call.nameSpan);
        return binder.unknown();
    }
    if (!call.call.is(NodeKind::Call)) {
        binder.error("KS005", Words::tr("Expected: %1").arg(QStringLiteral("(")),
                     {call.call.span.end, call.call.span.end});
        return binder.unknown();
    }
    const PluginBinder bind = pluginBinder(call.call.text);
    if (!bind || input)
        return bind ? bind(binder, call) : refused(binder, call);
    Relation none;
    none.kind = Relation::Kind::Rows;
    binder.refuse(Words::tr("The plugin %1 needs rows.").arg(call.call.text), call.call.nameSpan);
    return bind(binder, {call.call, call.schema, std::make_shared<const Relation>(std::move(none))});
}

} // namespace watchdesk::kql
