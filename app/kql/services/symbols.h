// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/kql/services/edit.h"

#include <optional>

namespace watchdesk::kql {

class Insight;
struct Node;

/// A name that a query declares itself (let, a function's parameter, as) and every place that means it.
struct Symbol
{
    QString name;
    Span declaration;               ///< of the name there
    QList<Span> uses;               ///< in the text's order, without the declaration
    const Node *value = nullptr;    ///< of a let
    const Node *function = nullptr; ///< a let's function
    const Node *parameter = nullptr;

    Span spanAt(int position) const; ///< the use or the declaration that is there
};

/// All names that a query declares, resolved by KQL's scopes: the nearest declaration above counts, a column hides it.
class Symbols
{
public:
    explicit Symbols(const Insight &insight);

    const QList<Symbol> &all() const & { return m_symbols; }
    QList<Symbol> all() && { return std::move(m_symbols); }
    std::optional<Symbol> at(int position) const;

private:
    friend class SymbolWalk;
    QList<Symbol> m_symbols;
};

/// The edits that give the symbol at `position` another name everywhere. Error InvalidInput if there is none, if the
/// name is taken in the same scope, or if any place would mean something else afterwards.
Result<QList<Edit>> renameAt(const Insight &insight, int position, const QString &name);

} // namespace watchdesk::kql
