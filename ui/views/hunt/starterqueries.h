// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace watchdesk::ui {

/// A query to begin with: its name in the list and its text.
struct StarterQuery
{
    QString name;
    QString text;
};

/// The queries of resources/hunts, in file order; each file's first line is `// name`.
QList<StarterQuery> starterQueries();

} // namespace watchdesk::ui
