// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/store/catalogue.h"

namespace watchdesk::store {

class Connection;

/// Brings the file up to this program's version: runs the numbered scripts it has not had yet
/// (migrations/NNN-name.sql, one transaction each), then makes the hunting and local tables of resources/schema that
/// are missing. A file of a newer version → Storage.
Result<Catalogue> migrate(Connection &connection);

/// For a read-only file: what it has, provided that this program can read it.
Result<Catalogue> readCatalogue(Connection &connection, const QString &path);

} // namespace watchdesk::store
