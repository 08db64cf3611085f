// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/external/unpacked.h"

#include <QtEndian>

#include <zlib.h>

namespace watchdesk::kql {

namespace {

constexpr qsizetype kMaxUnpacked = 64 * 1024 * 1024;
constexpr int kGzip = 15 + 16;
constexpr int kRawDeflate = -15;

// APPNOTE.TXT, 4.3.7 and 4.3.12: the header before a file, and the directory behind the last.
constexpr QByteArrayView kZipFile("PK\x03\x04", 4);
constexpr QByteArrayView kZipDirectory("PK\x01\x02", 4);
constexpr qsizetype kZipHeader = 30;
constexpr quint16 kEncrypted = 1;
constexpr quint16 kSizesBehind = 8;
constexpr qsizetype kDescriptor = 16;

struct Inflated
{
    QByteArray content;
    qsizetype used = 0; ///< bytes of the input
};

std::optional<Inflated> inflated(QByteArrayView packed, int windowBits)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    Inflated out;
    int state = Z_OK;
    while (state == Z_OK && out.content.size() <= kMaxUnpacked) {
        const qsizetype had = out.content.size();
        out.content.resize(had + 65'536);
        stream.next_out = reinterpret_cast<Bytef *>(out.content.data() + had);
        stream.avail_out = 65'536;
        state = inflate(&stream, Z_NO_FLUSH);
        out.content.chop(qsizetype(stream.avail_out));
    }
    out.used = packed.size() - qsizetype(stream.avail_in);
    inflateEnd(&stream);
    const bool isWhole = state == Z_STREAM_END && out.content.size() <= kMaxUnpacked;
    return isWhole ? std::optional(out) : std::nullopt;
}

/// Files may be packed one after the other; they are read as one.
std::optional<QByteArray> fromGzip(QByteArrayView packed)
{
    QByteArray all;
    while (!packed.isEmpty()) {
        const auto one = inflated(packed, kGzip);
        if (!one || all.size() + one->content.size() > kMaxUnpacked)
            return std::nullopt;
        all += one->content;
        packed = packed.sliced(one->used);
    }
    return all;
}

template <class T>
T numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

std::optional<QByteArray> fromZip(QByteArrayView archive)
{
    if (archive.size() < kZipHeader)
        return std::nullopt;
    const auto flags = numberAt<quint16>(archive, 6);
    const auto method = numberAt<quint16>(archive, 8);
    const qsizetype start = kZipHeader + numberAt<quint16>(archive, 26) + numberAt<quint16>(archive, 28);
    if ((flags & kEncrypted) || start > archive.size())
        return std::nullopt;
    const QByteArrayView packed = archive.sliced(start);
    Inflated file;
    if (method == 8) {
        const auto content = inflated(packed, kRawDeflate);
        if (!content)
            return std::nullopt;
        file = *content;
    } else if (method == 0 && !(flags & kSizesBehind)) {
        file.used = numberAt<quint32>(archive, 18);
        if (file.used > packed.size() || file.used > kMaxUnpacked)
            return std::nullopt;
        file.content = packed.first(file.used).toByteArray();
    } else {
        return std::nullopt;
    }
    const quint32 check =
        quint32(crc32(0, reinterpret_cast<const Bytef *>(file.content.constData()), uInt(file.content.size())));
    QByteArrayView rest = packed.sliced(file.used);
    const bool isBehind = flags & kSizesBehind;
    if (isBehind && rest.size() < kDescriptor)
        return std::nullopt;
    if (check != (isBehind ? numberAt<quint32>(rest, 4) : numberAt<quint32>(archive, 14)))
        return std::nullopt;
    if (isBehind)
        rest = rest.sliced(kDescriptor);
    return rest.startsWith(kZipDirectory) ? std::optional(file.content) : std::nullopt;
}

} // namespace

std::optional<QByteArray> unpacked(const QByteArray &content)
{
    if (content.startsWith("\x1f\x8b"))
        return fromGzip(content);
    if (content.startsWith(kZipFile))
        return fromZip(content);
    return content;
}

} // namespace watchdesk::kql
