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

/// Prints one result, whose rows may come in parts; see takesParts(). Not for two threads at once.
class RowPrinter
{
public:
    explicit RowPrinter(Format format)
        : m_format(format)
    {
    }
    /// A format of lines; the others want all rows at once.
    bool takesParts() const { return m_format == Format::JsonLines || m_format == Format::Csv; }
    /// The next rows, or the only ones: out of the program when it returns. At least once, with the columns.
    void print(const Table &rows);

private:
    Format m_format;
    bool m_hasHeader = false;
};

/// A row as a JSON object, its columns in the table's order.
QByteArray jsonRow(const Table &table, qsizetype row);

/// [{"name","type"}]
QJsonArray jsonColumns(const QList<ColumnSchema> &columns);

} // namespace watchdesk::ctl
