// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/insight.h"

#include "app/kql/lexer.h"

namespace watchdesk::kql {

namespace {

/// Beyond this the services know the words of a text, and no more its meaning: they have to answer while one types.
const qsizetype kMaxText = 500'000;

void descend(const Node &node, int position, std::vector<const Node *> &path)
{
    if (position < node.span.start || position > node.span.end)
        return;
    path.push_back(&node);
    const size_t depth = path.size();
    const auto enter = [&](const Node &child) {
        // The later of two that meet at the position is the one that is being written.
        if (position < child.span.start || position > child.span.end)
            return;
        path.resize(depth);
        descend(child, position, path);
    };
    for (const auto &child : node.children)
        enter(*child);
    for (const auto &[name, part] : node.parts)
        enter(*part);
}

} // namespace

Insight::Insight(const QString &text, const Schema &schema)
    : m_text(text)
    , m_schema(schema)
    , m_tokens(lex(m_text))
{
    auto parsed = parse(m_text.size() > kMaxText ? QStringView() : QStringView(m_text));
    m_tree = std::move(parsed.query);
    const CompileOptions options;
    Binder binder(m_schema, options);
    binder.observe(this);
    binder.query(*m_tree);
    m_diagnostics = parsed.diagnostics + binder.diagnostics() + binder.refusals();
}

std::vector<const Node *> Insight::pathAt(int position) const
{
    std::vector<const Node *> path;
    descend(*m_tree, position, path);
    return path;
}

const Sight *Insight::sightOf(const Node &node) const
{
    const auto found = m_sights.find(&node);
    return found == m_sights.end() ? nullptr : &found->second;
}

const Node *Insight::operatorAt(int position) const
{
    const auto path = pathAt(position);
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
        if ((*node)->is(NodeKind::Operator) && sightOf(**node))
            return *node;
    }
    return nullptr;
}

/// A function's body is bound for each call; what a call knows beats what a placeholder does.
void Insight::entered(const Node &node, const RelationPointer &row, const std::shared_ptr<Scope> &scope,
                      bool aggregating)
{
    Sight &sight = m_sights[&node];
    if (!sight.row || (row && !row->isUnknown()))
        sight.row = row;
    sight.scope = scope;
    sight.aggregating = aggregating;
}

void Insight::left(const Node &node, const Binding &binding)
{
    Sight &sight = m_sights[&node];
    const bool known = sight.binding.scalar ? !sight.binding.scalar->isBroken() : sight.binding.relation != nullptr;
    const bool worth =
        binding.scalar ? !binding.scalar->isBroken() : binding.relation && !binding.relation->isUnknown();
    if (!known || worth)
        sight.binding = binding;
}

} // namespace watchdesk::kql
