// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/columnmenu.h"

#include "app/base/safetext.h"
#include "ui/widgets/grid.h"

#include <QMenu>

namespace watchdesk::ui {

void fillColumnMenu(QMenu *menu, Grid *grid)
{
    menu->clear();
    const QList<GridColumn> &columns = grid->tableModel()->columns();
    for (int i = 1; i < columns.size(); ++i) {
        QAction *action = menu->addAction(visibleText(columns.at(i).title, 60).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(grid->isColumnWanted(i));
        QObject::connect(action, &QAction::toggled, grid, [grid, i](bool wanted) { grid->setColumnWanted(i, wanted); });
    }
}

} // namespace watchdesk::ui
