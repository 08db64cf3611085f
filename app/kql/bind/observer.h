// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// Is told what the binder sees as it goes: what the services of the editor are made of. It changes nothing, except
/// that functions that nobody calls are bound as well, once, so that their bodies are not blank.
class BindObserver
{
public:
    virtual ~BindObserver() = default;

    /// `node` is about to be bound in `scope`; `row` is what its columns are of, for an operator the rows that go in.
    virtual void entered(const Node &node, const RelationPointer &row, const std::shared_ptr<Scope> &scope,
                         bool aggregating) = 0;
    /// What became of it. A node that is bound several times (a function's body) comes several times.
    virtual void left(const Node &node, const Binding &binding) = 0;
};

/// Binds the body of a function with placeholders for its parameters. What is reported then counts for nothing.
void probeFunction(Binder &binder, const Binding &function);

} // namespace watchdesk::kql
