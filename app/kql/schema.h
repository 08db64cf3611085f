// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/tableschema.h"

#include <QHash>
#include <QList>

namespace watchdesk::kql {

/// The tables that a query may name. Names are case-sensitive, as in KQL. A value type.
struct Schema
{
    QList<TableSchema> tables;

    /// The table with exactly this name, or nothing.
    const TableSchema *find(const QString &name) const;
};

/// Reads {"tables":[{"name","columns":[{"name","type"}]}]}; other keys are ignored. The first of two tables with one
/// name wins. Error InvalidInput for text that is no such JSON or a type that is none of Kusto's.
Result<Schema> schemaFromJson(const QByteArray &json);

} // namespace watchdesk::kql
