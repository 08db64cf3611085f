// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;

namespace watchdesk::ui {

class Grid;

/// Fills `menu` with the grid's columns: checked ones are wanted, a click changes that. The grid has to outlive the
/// menu.
void fillColumnMenu(QMenu *menu, Grid *grid);

} // namespace watchdesk::ui
