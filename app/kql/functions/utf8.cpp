// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/utf8.h"

#include <QString>
#include <QStringDecoder>

namespace watchdesk::kql {

namespace {

bool isTail(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

} // namespace

size_t byteOffset(std::string_view text, qint64 index)
{
    size_t at = 0;
    while (at < text.size() && index > 0) {
        ++at;
        while (at < text.size() && isTail(text[at]))
            ++at;
        --index;
    }
    return at;
}

qint64 characterCount(std::string_view text)
{
    qint64 count = 0;
    for (const char c : text)
        count += !isTail(c);
    return count;
}

std::u32string codePoints(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toStdU32String();
}

void appendUtf8(std::string &out, char32_t point)
{
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
        point = 0xfffd;
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xc0 | (point >> 6));
        out += char(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        out += char(0xe0 | (point >> 12));
        out += char(0x80 | ((point >> 6) & 0x3f));
        out += char(0x80 | (point & 0x3f));
    } else {
        out += char(0xf0 | (point >> 18));
        out += char(0x80 | ((point >> 12) & 0x3f));
        out += char(0x80 | ((point >> 6) & 0x3f));
        out += char(0x80 | (point & 0x3f));
    }
}

bool isUtf8(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return !decoder.hasError() && !decoded.isNull();
}

} // namespace watchdesk::kql
