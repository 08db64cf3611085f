// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"

#include <QStringList>

#include <memory>
#include <utility>
#include <vector>

namespace watchdesk::kql {

enum class NodeKind {
    Query,     ///< statements
    Let,       ///< text = name; children: value or Function
    Function,  ///< children: parameters; part "body" is a Query; text = "view" or empty
    Parameter, ///< text = name; part "type": Type or Schema; part "default"
    Statement, ///< set, declare, alias …; text = its first word
    Pipe,      ///< source, then Operators
    Operator,  ///< text = name ("where"); children are its list; parts its clauses ("by", "on"); options its a=b
    Option,    ///< text = name, names: {value as written}
    Name,      ///< text
    Wildcard,  ///< text with *
    Star,      ///< * alone
    String,    ///< text = the value
    Long,      ///< text = digits
    Real,      ///< text
    Bool,      ///< text "true" or "false"
    TimeSpan,  ///< text as written
    Typed,     ///< text = type, children: one String with the raw content
    Dynamic,   ///< text = JSON; "null" for dynamic(null)
    TypeOf,    ///< text = type, or children of a Schema
    Call,      ///< text = function; children: arguments
    Named,     ///< text = name or names (see names); children: value
    Member,    ///< children: object; text = key
    Element,   ///< children: object, index
    Unary,     ///< text "-" or "+"
    Binary,    ///< text = operator
    And,       ///< two or more children
    Or,        ///< two or more children
    In,        ///< text = operator (in, !in~, has_any …); children: left, values
    Between,   ///< text = operator; children: value, from, to
    Ordered,   ///< children: key; text "asc", "desc" or ""; names: {"first"|"last"} or empty
    Expand,    ///< of mv-expand: children: value (maybe Named); text = type of "to typeof()"
    Column,    ///< of a schema or a parse pattern: text = name; names: {type}
    Schema,    ///< children: Columns, or Star
    Missing,   ///< nothing was there; a diagnostic says so
};

struct Node;
using NodePointer = std::unique_ptr<Node>;

/// One piece of the parsed query: untyped, with its place in the text, and whole even where the text is not (Missing).
/// Owned by its parent; depth is bounded by the parser, so that walking it by recursion is safe.
struct Node
{
    NodeKind kind = NodeKind::Missing;
    Span span;
    QString text = {};
    Span nameSpan = {}; ///< of `text`, where that is a part of the node
    QStringList names = {};
    std::vector<NodePointer> children = {};
    std::vector<std::pair<QString, NodePointer>> parts = {};
    int height = 1; ///< of the tree below

    const Node &child(size_t index) const { return *children[index]; }
    const Node *part(QStringView name) const
    {
        for (const auto &[key, node] : parts) {
            if (key == name)
                return node.get();
        }
        return nullptr;
    }
    bool is(NodeKind wanted) const { return kind == wanted; }
};

} // namespace watchdesk::kql
