// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

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
};

/// Runs the query to its end, its row limit or an interrupt. `hasMore` tells whether the limit cut anything off.
Result<Table> runQuery(Connection &connection, const Query &query, bool *hasMore = nullptr);

} // namespace watchdesk::store
