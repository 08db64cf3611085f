// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/symbols.h"

#include "app/kql/services/insight.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

bool takesColumnsOnly(const Node &node)
{
    return node.is(NodeKind::Operator) && (node.text.startsWith(u"project-") || node.text == u"on");
}

} // namespace

/// Walks the tree with the names in reach.
class SymbolWalk
{
public:
    SymbolWalk(const Insight &insight, QList<Symbol> &symbols)
        : m_insight(insight)
        , m_symbols(symbols)
    {
        m_scopes.append(Names());
        visit(insight.tree());
    }

private:
    using Names = QHash<QString, qsizetype>;

    void declare(const QString &name, Span span, const Node *value, const Node *parameter)
    {
        Symbol symbol;
        symbol.name = name;
        symbol.declaration = span;
        symbol.value = value;
        symbol.function = value && value->is(NodeKind::Function) ? value : nullptr;
        symbol.parameter = parameter;
        m_scopes.last().insert(name, m_symbols.size());
        m_symbols.append(symbol);
    }

    void use(const Node &node)
    {
        for (auto scope = m_scopes.crbegin(); scope != m_scopes.crend(); ++scope) {
            const auto found = scope->constFind(node.text);
            if (found == scope->constEnd())
                continue;
            if (!isColumn(node))
                m_symbols[*found].uses.append(node.nameSpan);
            return;
        }
    }

    bool isColumn(const Node &node) const
    {
        if (node.is(NodeKind::Call))
            return false;
        const Sight *sight = m_insight.sightOf(node);
        if (sight)
            return sight->row && !sight->aggregating && !sight->binding.relation && sight->row->indexOf(node.text) >= 0;
        return m_columnsOnly;
    }

    void visit(const Node &node)
    {
        if (node.is(NodeKind::Let) && !node.children.empty()) {
            visit(node.child(0));
            declare(node.text, node.nameSpan, &node.child(0), nullptr);
        } else if (node.is(NodeKind::Function)) {
            visitFunction(node);
        } else if (node.is(NodeKind::Name) || node.is(NodeKind::Call)) {
            use(node);
            visitBelow(node);
        } else if (node.is(NodeKind::Operator) && node.text == u"as" && !node.children.empty()) {
            declare(node.child(0).text, node.child(0).span, nullptr, nullptr);
        } else if (!node.is(NodeKind::Option)) {
            const bool before = m_columnsOnly;
            m_columnsOnly = takesColumnsOnly(node) || (before && !node.is(NodeKind::Pipe));
            visitBelow(node);
            m_columnsOnly = before;
        }
    }

    void visitBelow(const Node &node)
    {
        for (const auto &child : node.children)
            visit(*child);
        for (const auto &[name, part] : node.parts)
            visit(*part);
    }

    void visitFunction(const Node &function)
    {
        for (const auto &parameter : function.children) {
            if (const Node *fallback = parameter->part(u"default"))
                visit(*fallback);
        }
        m_scopes.append(Names());
        for (const auto &parameter : function.children)
            declare(parameter->text, parameter->nameSpan, nullptr, parameter.get());
        if (const Node *body = function.part(u"body"))
            visit(*body);
        m_scopes.removeLast();
    }

    const Insight &m_insight;
    QList<Symbol> &m_symbols;
    QList<Names> m_scopes;
    bool m_columnsOnly = false;
};

Span Symbol::spanAt(int position) const
{
    for (const Span &use : uses) {
        if (position >= use.start && position <= use.end)
            return use;
    }
    return declaration;
}

Symbols::Symbols(const Insight &insight)
{
    SymbolWalk(insight, m_symbols);
    for (Symbol &symbol : m_symbols)
        std::sort(symbol.uses.begin(), symbol.uses.end(),
                  [](const Span &a, const Span &b) { return a.start < b.start; });
}

std::optional<Symbol> Symbols::at(int position) const
{
    for (const Symbol &symbol : m_symbols) {
        const Span span = symbol.spanAt(position);
        if (position >= span.start && position <= span.end && !symbol.name.isEmpty())
            return symbol;
    }
    return {};
}

namespace {

/// Where a position is after the edits.
int moved(int position, const QList<Edit> &edits)
{
    int by = 0;
    for (const Edit &edit : edits) {
        if (edit.span.start < position)
            by += int(edit.text.size()) - (edit.span.end - edit.span.start);
    }
    return position + by;
}

QList<int> startsOf(const Symbol &symbol, const QList<Edit> &edits)
{
    QList<int> starts{moved(symbol.declaration.start, edits)};
    for (const Span &use : symbol.uses)
        starts.append(moved(use.start, edits));
    return starts;
}

/// Every name means the same after the edits as before.
bool keepsMeaning(const Insight &insight, const QList<Symbol> &before, const QList<Edit> &edits)
{
    const Insight changed(applied(insight.text(), edits), insight.schema());
    const QList<Symbol> after = Symbols(changed).all();
    if (after.size() != before.size() || changed.diagnostics().size() != insight.diagnostics().size())
        return false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (startsOf(before[i], edits) != startsOf(after[i], {}))
            return false;
    }
    return true;
}

} // namespace

Result<QList<Edit>> renameAt(const Insight &insight, int position, const QString &name)
{
    const Symbols symbols(insight);
    const auto symbol = symbols.at(position);
    if (!symbol)
        return failure(Error::Kind::InvalidInput, tr("There is no name of the query's own here."));
    if (name.trimmed().isEmpty() || name.contains(u'\n'))
        return failure(Error::Kind::InvalidInput, tr("This is no name."));
    const QString text = written(name);
    QList<Edit> edits{{symbol->declaration, text}};
    for (const Span &use : symbol->uses)
        edits.append({use, text});
    if (name != symbol->name && !keepsMeaning(insight, symbols.all(), edits))
        return failure(Error::Kind::InvalidInput, tr("“%1” means something else in this query.").arg(name));
    return edits;
}

} // namespace watchdesk::kql
