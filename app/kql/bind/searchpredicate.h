// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// The condition of search and find: as where's, but a text alone is looked for in every column's text, as a term;
/// "abc*" is the start of one, "*abc" its end, "*abc*" any part; "* has x" asks all columns.
class SearchPredicate
{
public:
    SearchPredicate(Binder &binder, RelationPointer rows, bool isCaseSensitive);

    ScalarPointer bind(const Node &node);

private:
    ScalarPointer joined(const Node &node);
    ScalarPointer term(const QString &pattern, Span span);
    ScalarPointer termIn(const ScalarPointer &column, const QString &pattern, Span span);
    ScalarPointer anyColumn(const Node &comparison);
    ScalarPointer inColumn(const Node &comparison);
    std::vector<ScalarPointer> columns() const;
    static ScalarPointer anyOf(std::vector<ScalarPointer> parts);

    Binder &m_binder;
    RelationPointer m_rows;
    bool m_isCaseSensitive;
};

} // namespace watchdesk::kql
