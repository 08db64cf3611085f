// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"

#include <QList>
#include <QString>

namespace watchdesk {

/// Name and type of one column. Names keep the hunting schema's and the API's spelling and are case-sensitive.
struct ColumnSchema
{
    QString name;
    ColumnType type = ColumnType::String;

    bool operator==(const ColumnSchema &) const = default;
};

/// A table's name and columns; what KQL binds against and the store creates.
struct TableSchema
{
    QString name;
    QList<ColumnSchema> columns;

    int indexOf(const QString &column) const; ///< -1 where there is none
    bool operator==(const TableSchema &) const = default;
};

} // namespace watchdesk
