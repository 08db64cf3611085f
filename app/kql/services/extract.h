// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/kql/services/edit.h"

namespace watchdesk::kql {

class Insight;

/// A stretch of the query that becomes a let statement.
struct Extraction
{
    QString name; ///< that it was given
    QList<Edit> edits;
    int nameAt = 0; ///< where the name is used, after the edits: the place to rename it from
};

/// Makes a let statement above of what the span holds: a value, a table's pipe, or the beginning of one. Error
/// InvalidInput where that is no whole expression, or where it reads columns of its row and so cannot stand alone.
Result<Extraction> extractToLet(const Insight &insight, Span span);

} // namespace watchdesk::kql
