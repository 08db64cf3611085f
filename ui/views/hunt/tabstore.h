// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace watchdesk::ui {

/// A tab of the hunt view as it is kept from one start to the next.
struct SavedTab
{
    QString name; ///< empty: named by its first line
    QString text;
    int position = 0;

    bool operator==(const SavedTab &) const = default;
};

struct SavedTabs
{
    QList<SavedTab> tabs;
    int current = 0;

    bool operator==(const SavedTabs &) const = default;
};

/// Writes the tabs so that either the old or the new file stands there whatever happens. Any thread.
Result<void> saveTabs(const QString &path, const SavedTabs &tabs);
/// What was saved; nothing if there is no file. A file that cannot be read is put aside as <path>.broken and said.
Result<SavedTabs> loadTabs(const QString &path);

} // namespace watchdesk::ui
