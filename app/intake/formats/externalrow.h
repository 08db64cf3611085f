// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"
#include "app/intake/formats/format.h"

#include <QHash>

#include <optional>
#include <string>

namespace watchdesk::intake {

/// The two ends of a flow as a sensor saw it, normalised.
struct FiveTuple
{
    QByteArray protocol, source, destination;
    std::optional<int> sourcePort, destinationPort;

    bool isEmpty() const { return source.isEmpty() && destination.isEmpty(); }
};

/// Identities of external alerts: the first 20 hex digits of SHA-1 over format, file name and record, and "-2", "-3"
/// ... for further records that are the same byte for byte. Taking the same file in again gives the same ids.
class ExternalIds
{
public:
    ExternalIds(const QByteArray &format, const QString &fileName)
        : m_prefix(format + '\n' + fileName.toUtf8() + '\n')
    {
    }
    QByteArray next(std::string_view record);

private:
    QByteArray m_prefix;
    QHash<QByteArray, int> m_seen;
};

/// Writes the tables that sensors fill: ExternalAlerts, Flows, RawEvents. A thin layer over RowBuffer that knows the
/// columns which all of them share.
class ExternalRow
{
public:
    ExternalRow(const FormatInput &input, std::string_view table, Ticks time, qint64 line);
    ~ExternalRow() { m_row.end(); }
    ExternalRow(const ExternalRow &) = delete;
    ExternalRow &operator=(const ExternalRow &) = delete;

    ExternalRow &text(std::string_view column, std::string_view value);
    ExternalRow &text(std::string_view column, const std::string &value)
    {
        return text(column, std::string_view(value));
    }
    ExternalRow &text(std::string_view column, const char *value) { return text(column, std::string_view(value)); }
    ExternalRow &text(std::string_view column, const QByteArray &value)
    {
        return text(column, std::string_view(value.constData(), size_t(value.size())));
    }
    ExternalRow &number(std::string_view column, std::optional<qint64> value);
    ExternalRow &tuple(const FiveTuple &tuple);

private:
    RowBuffer &m_row;
};

std::string_view viewOf(const QByteArray &bytes);

} // namespace watchdesk::intake
