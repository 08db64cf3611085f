// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace watchdesk::kql {

/// The records of an external file as one JSON array: arrays of texts for a delimited format, values for JSON.
struct ExternalRecords
{
    std::string json;
    bool isByName = false; ///< a column is a member of its record, else the element at its place
};

/// The formats that externaldata reads here: csv, tsv, psv, scsv, sohsv, txt, raw, json, multijson.
QStringList externalFormats();
/// The format that the end of an address tells, else csv.
QString externalFormat(const QString &address);
/// Nothing for a format that is none of those. A JSON record that cannot be read is left out, as the service does.
std::optional<ExternalRecords> externalRecords(const QByteArray &content, const QString &format, bool ignoreFirst);

} // namespace watchdesk::kql
