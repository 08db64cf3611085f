// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// declare pattern f = (a:string)[b:string] { ("x").["y"] = { … }; … }: tuples of texts that stand for tables.
// https://learn.microsoft.com/kusto/query/pattern-statement

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// The texts that a call gives, of its path last; nothing where one is no literal.
std::optional<QStringList> textsOf(Binder &binder, const Node &node, const Node &call)
{
    QStringList texts;
    for (const auto &argument : call.children) {
        if (!argument->is(NodeKind::String)) {
            binder.error("KS131", Words::tr("The expression must be a literal."), argument->span);
            return std::nullopt;
        }
        texts.append(argument->text);
    }
    if (node.is(NodeKind::Member))
        texts.append(node.text);
    else if (node.is(NodeKind::Element) && node.child(1).is(NodeKind::String))
        texts.append(node.child(1).text);
    return texts;
}

} // namespace

Binding bindPattern(Binder &binder, const Node &node, const Binding &pattern)
{
    const bool hasPath = !node.is(NodeKind::Call);
    const Node &call = hasPath ? node.child(0) : node;
    const auto given = textsOf(binder, node, call);
    if (!given)
        return {{}, binder.unknown()};
    for (const auto &entry : pattern.pattern->children) {
        if (entry->names == *given)
            return bindUserFunction(binder, *std::make_unique<Node>(), {{}, {}, entry.get(), pattern.scope});
    }
    const bool isPathMissing =
        !hasPath && std::any_of(pattern.pattern->children.begin(), pattern.pattern->children.end(),
                                [&](const auto &entry) { return entry->names.mid(0, given->size()) == *given; });
    if (isPathMissing) {
        binder.refuse(Words::tr("%1() without a path gives several tables.").arg(call.text), node.span);
        return {{}, binder.unknown()};
    }
    binder.error(hasPath ? "KS142" : "KS188", Words::tr("No pattern matches the specified arguments."),
                 hasPath ? node.nameSpan : call.nameSpan);
    return {{}, binder.unknown()};
}

} // namespace watchdesk::kql
