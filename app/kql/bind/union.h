// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// One of the tables that union, search and find put together.
struct Source
{
    QString name;
    RelationPointer rows;
};

/// All rows of all sources, columns matched by name; `sourceColumn` (or "") tells where a row comes from.
RelationPointer unionOf(Binder &binder, const std::vector<Source> &sources, const QString &sourceColumn,
                        bool onlyCommon = false);
/// The tables that a list names, wildcards among them. What has no name of its own is called by `argument` and its
/// place, of which the first is `number`.
std::vector<Source> sourcesFrom(Binder &binder, const std::vector<NodePointer> &nodes, const QString &argument,
                                bool isFuzzy = false, int number = 0);
/// Every table of the schema and every view of the query.
std::vector<Source> allSources(Binder &binder);

} // namespace watchdesk::kql
