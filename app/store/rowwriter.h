// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

namespace watchdesk::store {

class Connection;

/// A table in the store's file, or in the connection's own temporary space.
struct TableName
{
    QString name;
    bool temporary = false;
};

/// Appends `rows` to a table whose physical columns are `target`, chunk by chunk, inside the caller's transaction.
///
/// Columns are matched by name; missing ones become '' or NULL, _Source becomes `source`. InvalidInput for a column
/// that the table lacks or has with another kind of type. Text that is no UTF-8 gets replacement characters.
Result<void> appendRows(Connection &connection, const TableName &table, const QList<ColumnSchema> &target,
                        const Table &rows, const QString &source);

} // namespace watchdesk::store
