// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is valid but stands on a cluster: tables of several databases, files that are read in place, graph models,
// stored results. Each is named and not silently empty.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// Rows of which nothing is known.
RelationPointer openRows()
{
    Relation rows;
    rows.kind = Relation::Kind::Rows;
    rows.open = true;
    return std::make_shared<const Relation>(std::move(rows));
}

} // namespace

RelationPointer bindMacroExpand(Binder &binder, const Node &node, const RelationPointer &)
{
    if (!node.children.empty() && node.child(0).is(NodeKind::Name) && !binder.find(node.child(0).text))
        binder.unknownName(node.child(0).text, node.child(0).span);
    binder.refuse(Words::tr("Tables of other databases and clusters are not held."), node.nameSpan);
    return openRows();
}

RelationPointer bindInlineExternal(Binder &binder, const Node &node, const RelationPointer &)
{
    binder.refuse(Words::tr("%1 is not supported: read a file with externaldata.").arg(node.text), node.nameSpan);
    return openRows();
}

Binding bindClusterEntity(Binder &binder, const Node &node)
{
    static const QHash<QString, std::pair<const char *, const char *>> kinds{
        {QStringLiteral("external_table"),
         {"KS209", QT_TRANSLATE_NOOP("watchdesk::kql", "The name '%1' does not refer to any known external table.")}},
        {QStringLiteral("materialized_view"),
         {"KS210",
          QT_TRANSLATE_NOOP("watchdesk::kql", "The name '%1' does not refer to any known materialized view.")}},
        {QStringLiteral("stored_query_result"),
         {"KS248",
          QT_TRANSLATE_NOOP("watchdesk::kql", "The name '%1' does not refer to any known stored query result.")}},
        {QStringLiteral("graph"),
         {"KS260", QT_TRANSLATE_NOOP("watchdesk::kql", "The name '%1' does not refer to any known graph model.")}},
    };
    const auto [code, message] = kinds.value(node.text);
    const Node &name = node.child(0);
    const bool isGraph = node.text == u"graph";
    binder.error(code, QCoreApplication::translate("watchdesk::kql", message).arg(name.text),
                 isGraph ? node.nameSpan : name.span);
    return {{}, binder.unknown()};
}

} // namespace watchdesk::kql
