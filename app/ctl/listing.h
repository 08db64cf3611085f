// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/defender/resource.h"
#include "app/session/session.h"

namespace watchdesk::ctl {

/// A noun whose records are listed: its table, in which order, and short words for columns in filters.
struct Listing
{
    const defender::Resource *resource = nullptr; ///< none for what the store alone knows: external alerts
    QString table;
    QString order; ///< "" = by key
    QList<std::pair<QString, QString>> aliases = {};
    QString from = {};              ///< rows with more columns than the table has; empty: the table
    QList<ColumnSchema> added = {}; ///< those columns
};

/// The listing behind a noun: a resource's name or alias, or "external".
Listing listingOf(const QString &noun);

/// The records that the store holds; of one parent where `parentId` is given.
Result<Table> rowsOf(const session::Session &session, const Listing &listing, const QString &filter,
                     const QString &parentId = {});
/// One record as the API has it, unknown properties in their place; NotFound.
Result<QJsonObject> recordOf(const session::Session &session, const Listing &listing, const QString &key,
                             const QString &parentId = {});

/// How completely the store holds what `state` names, and as of when, to standard error. True if it is all there.
bool sayState(const session::Session &session, const QString &state);

} // namespace watchdesk::ctl
