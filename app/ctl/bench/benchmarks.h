// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/store/store.h"

namespace watchdesk::ctl {

// One function a benchmark: figures as a line of JSON each to standard output, and the exit status.

/// Rows a second into a file, against the same rows copied inside the database.
int benchStore(store::Store &store, qsizetype rows);
/// The typical queries against SQL by hand on the same rows, taken in turns; against SQLite too where `sqlitePath`
/// says where its file is, or is to be, and the program sqlite3 is there. What either holds already is used again.
/// `only` names one of the queries.
int benchHunt(store::Store &store, qsizetype rows, const QString &sqlitePath, const QString &only = {});
/// Reading and binding of the queries of a .jsonl file or of one query, and what may follow half of each.
int benchKql(const QString &path, const QString &schemaPath);

/// A first sync of devices and alerts from a bulk lab in a process of its own into a fresh store in `folder`: calls a
/// minute against those that the documented quota allows, the peak memory of this process, and whether all is there.
int benchSync(const QString &folder, int devices, int alerts);

/// {"name","value","unit","yardstick","ratio"}; extra members may follow.
void printFigure(const QString &name, double value, const QString &unit, const QString &yardstick, double ratio,
                 const QJsonObject &more = {});

} // namespace watchdesk::ctl
