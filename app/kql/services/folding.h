// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace watchdesk::kql {

/// Lines that may be folded under the first of them; both are counted from 0 and `last` is hidden too.
struct FoldRange
{
    int first = 0;
    int last = 0;

    bool operator==(const FoldRange &) const = default;
};

/// Statements, brackets and comments over several lines, in the order of their first lines; one a first line, the
/// longest. Any text is fine.
QList<FoldRange> foldRanges(const QString &text);

} // namespace watchdesk::kql
