// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

#include <functional>

namespace watchdesk::kql {

/// Binds a subquery once for each value of a column and puts the results together, for what cannot run over all groups
/// at once. How many values there are is asked of the data; only so many are allowed, as by the service.
class EachValue
{
public:
    using Subquery = std::function<RelationPointer(const ScalarPointer &value)>;

    /// `key` is a column of `rows`; `op` the operator, for its name and place.
    EachValue(Binder &binder, const Node &op, const RelationPointer &rows, const ScalarPointer &key);
    RelationPointer bind(const Subquery &subquery);

private:
    qsizetype valueCount();
    ScalarPointer valueAt(qsizetype index);

    Binder &m_binder;
    const Node &m_op;
    ScalarPointer m_key;
    RelationPointer m_values;
};

/// The rows in which a column has the value, null among them.
RelationPointer rowsWith(Binder &binder, const RelationPointer &rows, const ScalarPointer &column,
                         const ScalarPointer &value);

} // namespace watchdesk::kql
