// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <QString>

namespace watchdesk::hunt {

/// What is different between two results of one query.
struct Comparison
{
    qint64 added = 0;
    qint64 removed = 0;
    qint64 changed = 0; ///< rows of the same key that are otherwise different
    /// The different rows: what became of each in the first column, then the result's own columns. Changed ones come
    /// as they were and as they are.
    TablePointer rows;
    QString refusal; ///< translated: why there is no comparison; the rest is empty then

    bool isSame() const { return added == 0 && removed == 0 && changed == 0; }
};

/// Compares by whole rows, whatever their order; as many equal rows as there are count. Where texts, GUIDs and truth
/// values name each row of both results once, they are its key, and a row of the same key has changed instead of
/// having gone and come. Linear in the rows: not for the GUI thread.
Comparison compared(const Table &before, const Table &after);

} // namespace watchdesk::hunt
