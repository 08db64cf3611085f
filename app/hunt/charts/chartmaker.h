// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/hunt/charts/chart.h"
#include "app/kql/services/visualization.h"

#include <QStringList>

namespace watchdesk::hunt {

/// The kinds of render that are drawn, in the order in which they are offered.
const QStringList &drawnKinds();

/// What is to be drawn of `table`: a chart whose form is Grid where nothing is, with the reason as its refusal unless
/// the table itself was asked for. A million rows take about a second: not for the GUI thread. Thread-safe.
Chart makeChart(const kql::Visualization &asked, const Table &table);

} // namespace watchdesk::hunt
