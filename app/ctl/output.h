// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/ctl/arguments.h"

#include <QJsonArray>

namespace watchdesk::ctl {

enum class Format { Table, Json, JsonLines, Csv };

/// Of --format, or what fits where the output goes; nothing, and a message, for an unknown one.
std::optional<Format> formatOf(const Arguments &arguments);

/// All rows in the format. On a terminal nothing an attacker wrote moves the cursor; in CSV nothing becomes a formula.
void printTable(const Table &table, Format format);

/// A row as a JSON object, its columns in the table's order.
QByteArray jsonRow(const Table &table, qsizetype row);

/// [{"name","type"}]
QJsonArray jsonColumns(const QList<ColumnSchema> &columns);

} // namespace watchdesk::ctl
