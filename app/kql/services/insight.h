// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/observer.h"
#include "app/kql/syntax/parser.h"
#include "app/kql/token.h"

#include <unordered_map>

namespace watchdesk::kql {

/// What the binder saw at a node: the row and scope it was bound in, and what it gave.
struct Sight
{
    RelationPointer row; ///< for an operator the rows that go in
    std::shared_ptr<Scope> scope;
    bool aggregating = false;
    Binding binding;
};

/// A text that was read and bound, with what was seen on the way: what hover, symbols, lint and the other services ask.
///
/// Never fails, whatever the text is. Not changed once it is made, so it may be shared between threads; it keeps its
/// text and schema. Making one is what costs: about as much as analyze().
class Insight final : private BindObserver
{
public:
    Insight(const QString &text, const Schema &schema);
    ~Insight() override = default;
    Q_DISABLE_COPY_MOVE(Insight)

    const QString &text() const { return m_text; }
    const Schema &schema() const { return m_schema; }
    const QList<Token> &tokens() const { return m_tokens; } ///< comments among them, End last
    const Node &tree() const { return *m_tree; }
    const QList<Diagnostic> &diagnostics() const
    {
        return m_diagnostics;
    } ///< refusals among them, as analyze() has them
    QStringView textOf(Span span) const { return QStringView(m_text).mid(span.start, span.end - span.start); }

    /// The nodes around a position (its end included), from the query down to the innermost.
    std::vector<const Node *> pathAt(int position) const;
    /// What was seen at this node of the tree, or nothing.
    const Sight *sightOf(const Node &node) const;
    /// The innermost operator of a pipe around the position that was bound, or nothing.
    const Node *operatorAt(int position) const;

private:
    void entered(const Node &node, const RelationPointer &row, const std::shared_ptr<Scope> &scope,
                 bool aggregating) override;
    void left(const Node &node, const Binding &binding) override;

    QString m_text;
    Schema m_schema;
    QList<Token> m_tokens;
    NodePointer m_tree;
    QList<Diagnostic> m_diagnostics;
    std::unordered_map<const Node *, Sight> m_sights;
};

/// Calls `visit` with each node of the tree, parents first.
template <typename Visit>
void forEachNode(const Node &node, const Visit &visit)
{
    visit(node);
    for (const auto &child : node.children)
        forEachNode(*child, visit);
    for (const auto &[name, part] : node.parts)
        forEachNode(*part, visit);
}

} // namespace watchdesk::kql
