// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/exportlines.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <zlib.h>

namespace watchdesk::defender {

namespace {

constexpr qsizetype kMostBytes = qsizetype(1) << 30;
constexpr int kChunk = 256 * 1024;

tl::unexpected<Error> unreadable(const QString &why)
{
    return failure(Error::Kind::Unreadable,
                   QCoreApplication::translate("defender", "The export's file cannot be read: %1.").arg(why));
}

/// A file may consist of several gzip members, one behind the other.
Result<QByteArray> unpacked(const QByteArray &gzip)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return unreadable(QStringLiteral("zlib"));
    const auto end = std::unique_ptr<z_stream, int (*)(z_stream *)>(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(gzip.constData()));
    stream.avail_in = uInt(gzip.size());
    QByteArray out;
    QByteArray chunk(kChunk, Qt::Uninitialized);
    int status = Z_OK;
    while (stream.avail_in > 0 || status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = uInt(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk.constData(), chunk.size() - qsizetype(stream.avail_out));
        if (out.size() > kMostBytes)
            return unreadable(QCoreApplication::translate("defender", "it is too large"));
        if (status == Z_STREAM_END && stream.avail_in > 0)
            status = inflateReset(&stream);
        else if (status != Z_OK)
            break;
    }
    if (status != Z_STREAM_END)
        return unreadable(QCoreApplication::translate("defender", "it is no gzip, or not all of one"));
    return out;
}

} // namespace

Result<QJsonArray> recordsFromExport(const QByteArray &gzip)
{
    const auto text = unpacked(gzip);
    if (!text)
        return failure(text.error());
    QJsonArray records;
    qsizetype number = 0;
    for (qsizetype begin = 0; begin < text->size();) {
        qsizetype end = text->indexOf('\n', begin);
        end = end < 0 ? text->size() : end;
        ++number;
        const QByteArray line = QByteArray::fromRawData(text->constData() + begin, end - begin).trimmed();
        begin = end + 1;
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return failure(Error{
                Error::Kind::BadRecord,
                QCoreApplication::translate("defender", "Line %1 of the export's file is no JSON object.").arg(number),
                {{QStringLiteral("line"), QString::number(number)}}});
        records.append(document.object());
    }
    return records;
}

} // namespace watchdesk::defender
