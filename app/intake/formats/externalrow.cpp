// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/externalrow.h"

#include <QCryptographicHash>

namespace watchdesk::intake {

std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

QByteArray ExternalIds::next(std::string_view record)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(m_prefix);
    hash.addData(QByteArrayView(record.data(), qsizetype(record.size())));
    QByteArray id = hash.result().toHex().left(20);
    const int count = ++m_seen[id];
    if (count > 1)
        id += '-' + QByteArray::number(count);
    return id;
}

ExternalRow::ExternalRow(const FormatInput &input, std::string_view table, Ticks time, qint64 line)
    : m_row(input.rows[table])
{
    if (time > 0)
        m_row.number("Timestamp", time);
    m_row.text("SourceFile", input.file.toStdString());
    m_row.number("SourceLine", line);
}

ExternalRow &ExternalRow::text(std::string_view column, std::string_view value)
{
    m_row.text(column, value);
    return *this;
}

ExternalRow &ExternalRow::number(std::string_view column, std::optional<qint64> value)
{
    if (value)
        m_row.number(column, *value);
    return *this;
}

ExternalRow &ExternalRow::tuple(const FiveTuple &tuple)
{
    text("Protocol", tuple.protocol).text("SourceIP", tuple.source).text("DestinationIP", tuple.destination);
    number("SourcePort", tuple.sourcePort);
    number("DestinationPort", tuple.destinationPort);
    return *this;
}

} // namespace watchdesk::intake
