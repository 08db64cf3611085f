// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/constructs.h"

namespace watchdesk::kql {

/// A call of a function whose SQL depends on more than a template can say; its arguments are whole and of types that
/// its signature takes.
struct SpecialCall
{
    Binder &binder;
    const std::vector<ScalarPointer> &arguments;
    ColumnType type;
    const Node &node;
};

ScalarPointer binAutoOf(const SpecialCall &call);     // bin_auto
ScalarPointer arrayOf(const SpecialCall &call);       // pack_array
ScalarPointer bagOf(const SpecialCall &call);         // bag_pack
ScalarPointer packedColumns(const SpecialCall &call); // bag_pack_columns
ScalarPointer packedRow(const SpecialCall &call);     // pack_all
ScalarPointer sortedArrays(const SpecialCall &call);  // array_sort_asc, _desc
ScalarPointer rangeOf(const SpecialCall &call);       // range

ScalarPointer seasonalOf(const SpecialCall &call);   // series_seasonal
ScalarPointer decomposedOf(const SpecialCall &call); // series_decompose
ScalarPointer forecastOf(const SpecialCall &call);   // series_decompose_forecast

ScalarPointer binOf(const SpecialCall &call);   // bin, floor
ScalarPointer binAtOf(const SpecialCall &call); // bin_at

} // namespace watchdesk::kql
