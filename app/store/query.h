// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/rowsink.h"

#include <QVariantList>

#include <functional>

namespace watchdesk::store {

class Connection;

/// What to read: one SELECT, its parameters, and the KQL types of its columns (empty = as SQL has them).
struct Query
{
    QString sql;
    QVariantList parameters;
    QList<ColumnSchema> types;
    qint64 rowLimit = -1;
    RowSink rows = {}; ///< takes rows as they come; empty = all are in the result
};

/// How a run went.
struct RunNotes
{
    bool hasMore = false;   ///< the row limit cut something off
    qint64 firstRowMs = -1; ///< from the start to the first rows; -1 if there were none
};

/// Runs the query to its end, its row limit or an interrupt; the rows that its sink was not given.
Result<Table> runQuery(Connection &connection, const Query &query, RunNotes *notes = nullptr);

} // namespace watchdesk::store
