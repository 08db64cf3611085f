// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/recordtexts.h"
#include "app/base/table.h"
#include "app/defender/resource.h"

#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::defender {

/// What a read was about (the key of its parent, or its parameters), in tables that hold the rows of several reads.
inline constexpr QLatin1String kParentColumn{"parentId"};
/// The properties that the descriptor does not know, as one JSON object; null where there are none.
inline constexpr QLatin1String kExtraColumn{"_Extra"};

/// The store's table for a resource: its fields in the descriptor's order, then the two columns above.
TableSchema tableSchema(const Resource &resource);

/// Records of the API as typed rows: datetimes as ticks with all seven decimals, nested values as JSON text. A record
/// without a key or with a value of the wrong type goes to `bad` (BadRecord, context "record", "field", "id"), and the
/// others are kept. `parentId` fills kParentColumn where the table has it.
Table tableFromJson(const Resource &resource, const QJsonArray &records, QList<Error> *bad = nullptr,
                    const QString &parentId = {});

/// The same of records that are not read yet, without building a document of each: the way for many.
Table tableFromJson(const Resource &resource, const RecordTexts &records, QList<Error> *bad = nullptr,
                    const QString &parentId = {});

/// A row as the API's record again: unknown properties in their old place, null ones left out.
QJsonObject recordFromRow(const Resource &resource, const Table &table, qsizetype row);

/// The answer of advancedqueries/run: "Schema" and "Results" (also in lower case, as Graph spells them). Rows with a
/// value that is not of its column's type go to `bad`; an answer without a schema is Service.
Result<Table> tableFromHunt(const QByteArray &json, QList<Error> *bad = nullptr);

} // namespace watchdesk::defender
