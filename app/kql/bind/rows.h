// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

// What several operators do with rows.

/// The places of the columns that can be seen.
std::vector<int> visibleColumns(const Relation &rows);
void takeVisible(const Relation &rows, std::vector<BoundColumn> &columns, std::vector<ScalarPointer> &scalars);
/// Puts the group's column of `input`, where it has one, behind the columns of a Select or Sql relation.
void carryGroup(const Relation &input, Relation &relation);

/// The rows with their numbers as a hidden last column; they are ordered by it from here on.
RelationPointer numbered(Binder &binder, const RelationPointer &input);
/// Rows by SQL of an operator's own: see Relation::Kind::Sql. It has to name its columns c0, c1 …
RelationPointer rowsBySql(Binder &binder, std::vector<RelationPointer> inputs, const QString &sql,
                          std::vector<BoundColumn> columns, std::vector<ScalarPointer> scalars = {});
/// The same rows in the order of `column`.
RelationPointer orderedBy(Binder &binder, const RelationPointer &input, std::vector<SortKey> order);
/// Only the columns that can be seen, in no order.
RelationPointer plainRows(Binder &binder, const RelationPointer &input);

/// The same rows as having no columns but the known ones.
RelationPointer closed(const RelationPointer &rows);

QString columnSql(int column); ///< "c3"
/// "c0, c1, c2"
QString columnList(size_t count);

} // namespace watchdesk::kql
