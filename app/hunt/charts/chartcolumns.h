// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/kql/services/visualization.h"

#include <QList>
#include <QString>

namespace watchdesk::hunt {

/// What a chart can do with a column.
enum class ColumnNature {
    Time,
    Span,
    Number,
    Text,       ///< also bool and guid
    TimeList,   ///< dynamic, as make-series gives its axis
    NumberList, ///< dynamic, as make-series gives its values
    Other,      ///< bags and the like
};

struct ChartColumn
{
    QString name;
    ColumnNature nature = ColumnNature::Other;
};

/// Which columns are drawn as what; indexes of the result's columns.
struct ColumnChoice
{
    int x = -1;
    ColumnNature nature = ColumnNature::Other; ///< of x
    QList<int> ys;
    QList<int> series; ///< whose values together name a series
    QList<int> anomalies;
    QString refusal; ///< translated; the rest is not to be used then
};

/// Dynamic columns are judged by the first rows that have a value.
QList<ChartColumn> chartColumns(const Table &table);

/// Chooses by the rules of the render operator (https://learn.microsoft.com/kusto/query/render-operator): what the
/// query names, else as x the first column that works for the kind and leaves a y, as y every other column of
/// numbers, as series what is left of texts. A pie's first column is its colour axis, one column is its size.
ColumnChoice chooseColumns(const kql::Visualization &asked, const QList<ChartColumn> &columns);

} // namespace watchdesk::hunt
