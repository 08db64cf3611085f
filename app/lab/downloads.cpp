// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/downloads.h"

#include "app/lab/apierror.h"

#include <QUuid>

#include <zlib.h>

namespace watchdesk::lab {

namespace {

void append16(std::string &out, unsigned value)
{
    out += char(value & 0xFF);
    out += char(value >> 8 & 0xFF);
}

void append32(std::string &out, size_t value)
{
    append16(out, unsigned(value & 0xFFFF));
    append16(out, unsigned(value >> 16 & 0xFFFF));
}

size_t checksumOf(const std::string &bytes)
{
    return crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), uInt(bytes.size()));
}

/// What a zip's local header and its directory say alike, from "version needed" to the length of "extra".
std::string commonHeader(const std::string &name, const std::string &content)
{
    std::string header;
    append16(header, 20); // version 2.0
    append16(header, 0);
    append16(header, 0);          // stored
    append32(header, 0x00210000); // 1 January 1980, so that equal content is an equal archive
    append32(header, checksumOf(content));
    append32(header, content.size());
    append32(header, content.size());
    append16(header, unsigned(name.size()));
    append16(header, 0);
    return header;
}

} // namespace

Downloads::Downloads(const Clock &clock)
    : m_clock(clock)
{
}

QString Downloads::add(const QString &fileName, const QByteArray &contentType, int seconds, Make make)
{
    const QString token = QUuid::createUuid().toString(QUuid::Id128) + QUuid::createUuid().toString(QUuid::Id128);
    const Ticks now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    m_files.removeIf([now](const auto &entry) { return entry.value().ends < now; });
    m_files.insert(token, {contentType, now + seconds * kTicksPerSecond, std::move(make)});
    return QStringLiteral("/download/%1/%2").arg(token, fileName);
}

bool Downloads::ownsPath(const QStringList &segments)
{
    return segments.size() == 3 && segments.first() == QLatin1String("download");
}

HttpReply Downloads::answer(const QStringList &segments)
{
    Make make;
    HttpReply reply;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_files.constFind(segments.at(1));
        if (found == m_files.constEnd() || found->ends < m_clock.now())
            return errorReply(403, QStringLiteral("AuthenticationFailed"),
                              QStringLiteral("The link is not valid, or no longer."));
        make = found->make;
        reply.contentType = found->contentType.toStdString();
    }
    reply.body = make();
    return reply;
}

std::string gzipped(const std::string &bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, uLong(bytes.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int status = deflate(&stream, Z_FINISH);
    out.resize(status == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

std::string zipped(const std::vector<std::pair<std::string, std::string>> &files)
{
    std::string archive;
    std::string directory;
    for (const auto &[name, content] : files) {
        const size_t offset = archive.size();
        const std::string header = commonHeader(name, content);
        archive += "PK\x03\x04" + header + name + content;
        directory += "PK\x01\x02";
        append16(directory, 20);
        directory += header;
        append16(directory, 0); // comment
        append16(directory, 0); // disk
        append16(directory, 0);
        append32(directory, 0);
        append32(directory, offset);
        directory += name;
    }
    std::string end = "PK\x05\x06";
    append32(end, 0);
    append16(end, unsigned(files.size()));
    append16(end, unsigned(files.size()));
    append32(end, directory.size());
    append32(end, archive.size());
    append16(end, 0);
    return archive + directory + end;
}

} // namespace watchdesk::lab
