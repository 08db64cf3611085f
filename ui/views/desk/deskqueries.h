// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/gridpane.h"

namespace watchdesk::ui {

/// What each pane of the desk asks of the store. `now` is the tenant's, `from` the time range's start (0 = all).
GridSource deviceSource(Ticks now);
GridSource alertSource(Ticks from);
GridSource externalSource(Ticks from);
GridSource indicatorSource();

QList<GridColumn> deviceColumns();
QList<GridColumn> alertColumns();
QList<GridColumn> externalColumns();
QList<GridColumn> indicatorColumns();

} // namespace watchdesk::ui
