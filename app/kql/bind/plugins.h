// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// What stands after "evaluate": the plugin's call and, maybe, the columns that it is to give.
struct PluginCall
{
    const Node &call;
    const Node *schema = nullptr; ///< "(*, Name:type, …)"
    RelationPointer input;

    size_t count() const { return call.children.size(); }
    /// The argument of this name, else the one at this place that has no name, else nothing.
    const Node *argument(const QString &name, size_t place) const;
};

// One function a plugin, or a family of them.
RelationPointer bindBagUnpack(Binder &binder, const PluginCall &call);
RelationPointer bindPivot(Binder &binder, const PluginCall &call);
RelationPointer bindNarrow(Binder &binder, const PluginCall &call);
RelationPointer bindAddressLookup(Binder &binder, const PluginCall &call);
RelationPointer bindPlaceLookup(Binder &binder, const PluginCall &call);
RelationPointer bindSchemaMerge(Binder &binder, const PluginCall &call);
RelationPointer bindRowsNear(Binder &binder, const PluginCall &call);
RelationPointer bindActivityCounts(Binder &binder, const PluginCall &call);
RelationPointer bindSlidingWindow(Binder &binder, const PluginCall &call);
RelationPointer bindRollingPercentile(Binder &binder, const PluginCall &call);
RelationPointer bindActiveUsers(Binder &binder, const PluginCall &call);
RelationPointer bindSetIntersections(Binder &binder, const PluginCall &call);

/// The columns of `input` (l) and those of `table` (r) but for some, of rows that `from` joins.
RelationPointer lookedUp(Binder &binder, const RelationPointer &input, const RelationPointer &table,
                         const std::vector<int> &left, const QString &from, std::vector<ScalarPointer> scalars = {});

/// The column that an argument names; reports KS109 for anything else. Nothing after an error.
ScalarPointer columnArgument(Binder &binder, const PluginCall &call, const QString &name, size_t place);
/// The columns that the schema of a call asks for: those of `others` for its "*", then its own.
std::vector<BoundColumn> columnsAsked(Binder &binder, const PluginCall &call, const std::vector<BoundColumn> &others);

} // namespace watchdesk::kql
