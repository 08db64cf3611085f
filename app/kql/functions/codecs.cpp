// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes as text and back: Base64, URLs, gzip and zlib, Punycode, code points.

#include "app/base/ascii.h"
#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/utf8.h"

#include <QUuid>

#include <zlib.h>

#include <charconv>
#include <cstdio>
#include <limits>

namespace watchdesk::kql {

namespace {

const size_t kMaxInflated = 64u << 20;

QByteArray bytes(Text text) { return QByteArray(text.data(), qsizetype(text.size())); }

std::optional<QByteArray> fromBase64(Text text)
{
    const auto decoded = QByteArray::fromBase64Encoding(bytes(text), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

/// Nothing for what is no Base64 or no UTF-8 in it.
MaybeText base64Decode(Text text)
{
    const auto decoded = fromBase64(text);
    return decoded && isUtf8({decoded->constData(), size_t(decoded->size())}) ? MaybeText(decoded->toStdString())
                                                                              : std::nullopt;
}

MaybeText base64ToArray(Text text)
{
    const auto decoded = fromBase64(text);
    if (!decoded)
        return std::nullopt;
    std::vector<std::string> values;
    for (const char c : *decoded)
        values.push_back(std::to_string(static_cast<unsigned char>(c)));
    return jsonArrayFrom(values);
}

/// Sixteen bytes: the first three fields with their low byte first.
MaybeText base64ToGuid(Text text)
{
    const auto decoded = fromBase64(text);
    if (!decoded || decoded->size() != 16)
        return std::nullopt;
    const auto at = [&](int i) { return quint32(static_cast<unsigned char>((*decoded)[i])); };
    const QUuid guid(at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24, ushort(at(4) | at(5) << 8),
                     ushort(at(6) | at(7) << 8), uchar(at(8)), uchar(at(9)), uchar(at(10)), uchar(at(11)),
                     uchar(at(12)), uchar(at(13)), uchar(at(14)), uchar(at(15)));
    return guid.toString(QUuid::WithoutBraces).toStdString();
}

MaybeText base64FromGuid(Text text)
{
    const QUuid guid = QUuid::fromString(QString::fromUtf8(bytes(text)));
    QByteArray raw;
    for (int i = 0; i < 4; ++i)
        raw += char(guid.data1 >> (8 * i));
    for (const ushort field : {guid.data2, guid.data3})
        raw.append(char(field)).append(char(field >> 8));
    for (const uchar part : guid.data4)
        raw += char(part);
    return raw.toBase64().toStdString();
}

/// The numbers of an array as bytes; nothing if one is no byte.
std::optional<std::string> bytesOf(Text array)
{
    std::string raw;
    bool good = jsonKind(array) == '[';
    forEachElement(array, [&](std::string_view element) {
        int value = -1;
        std::from_chars(element.data(), element.data() + element.size(), value);
        good = value >= 0 && value <= 255;
        raw += char(value);
        return good;
    });
    return good ? std::optional(raw) : std::nullopt;
}

/// Null where the bytes are no UTF-8, as the service has it.
MaybeText base64FromArray(Text array)
{
    const auto raw = bytesOf(array);
    return raw && isUtf8(*raw) ? MaybeText(bytes(*raw).toBase64().toStdString()) : std::nullopt;
}

std::string base64Encode(Text text) { return bytes(text).toBase64().toStdString(); }

std::string urlDecode(Text text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes(text))).toStdString();
}

/// Digits of codes are small.
std::string percentEncoded(Text text, std::string_view blank)
{
    static const std::string_view plain = "-_.!*()";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ' ') {
            out += blank;
        } else if (byte < 0x80 && (std::isalnum(byte) || plain.find(c) != Text::npos)) {
            out += c;
        } else {
            char code[4];
            std::snprintf(code, sizeof code, "%%%02x", unsigned(byte));
            out += code;
        }
    }
    return out;
}

/// As in a form: a blank becomes "+".
std::string urlEncode(Text text) { return percentEncoded(text, "+"); }

std::string urlEncodeComponent(Text text) { return percentEncoded(text, "%20"); }

const int kGzip = 15 + 16;
const int kZlib = 15;
const int kRaw = -15;

/// A deflate stream alone; level 0 stores the bytes as they are.
MaybeText deflated(Text text, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kRaw, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return std::nullopt;
    std::string out(deflateBound(&stream, uLong(text.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.erase(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return done ? MaybeText(out) : std::nullopt;
}

/// What compression does not make smaller is stored, as the service does it.
MaybeText compressed(Text text)
{
    const MaybeText packed = deflated(text, Z_BEST_SPEED);
    return packed && packed->size() < text.size() ? packed : deflated(text, Z_NO_COMPRESSION);
}

void appendNumber(std::string &out, quint32 value, bool lowFirst)
{
    for (int i = 0; i < 4; ++i)
        out += char(value >> 8 * (lowFirst ? i : 3 - i));
}

const Bytef *rawBytes(Text text) { return reinterpret_cast<const Bytef *>(text.data()); }

MaybeText gzipCompress(Text text)
{
    const MaybeText body = compressed(text);
    if (!body)
        return std::nullopt;
    std::string out("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    out += *body;
    appendNumber(out, quint32(crc32(0, rawBytes(text), uInt(text.size()))), true);
    appendNumber(out, quint32(text.size()), true);
    return base64Encode(out);
}

MaybeText zlibCompress(Text text)
{
    const MaybeText body = compressed(text);
    if (!body)
        return std::nullopt;
    std::string out = "\x78\x01" + *body;
    appendNumber(out, quint32(adler32(1, rawBytes(text), uInt(text.size()))), false);
    return base64Encode(out);
}

/// Nothing for what is no stream of that kind, is no UTF-8, or grows beyond the bound.
MaybeText decompressed(Text text, int windowBits)
{
    const auto packed = fromBase64(text);
    if (!packed || packed->isEmpty())
        return std::nullopt;
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed->constData()));
    stream.avail_in = uInt(packed->size());
    std::string out;
    int state = Z_OK;
    while (state == Z_OK && out.size() < kMaxInflated) {
        const size_t had = out.size();
        out.resize(had + 65536);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + had);
        stream.avail_out = 65536;
        state = inflate(&stream, Z_NO_FLUSH);
        out.erase(out.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END && isUtf8(out) ? MaybeText(out) : std::nullopt;
}

MaybeText gzipDecompress(Text text) { return decompressed(text, kGzip); }

MaybeText zlibDecompress(Text text) { return decompressed(text, kZlib); }

// --- Punycode, RFC 3492 -----------------------------------------------------------------------------

const quint32 kBase = 36;

quint32 adapted(quint32 delta, quint32 count, bool first)
{
    delta = first ? delta / 700 : delta / 2;
    delta += delta / count;
    quint32 k = 0;
    for (; delta > ((kBase - 1) * 26) / 2; k += kBase)
        delta /= kBase - 1;
    return k + (kBase * delta) / (delta + 38);
}

quint32 threshold(quint32 k, quint32 bias) { return k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias; }

char digitOf(quint32 value) { return char(value < 26 ? 'a' + value : '0' + value - 26); }

int valueOf(char c)
{
    return c >= 'a' && c <= 'z' ? c - 'a' : c >= 'A' && c <= 'Z' ? c - 'A' : c >= '0' && c <= '9' ? c - '0' + 26 : -1;
}

void appendDelta(std::string &out, quint32 delta, quint32 bias)
{
    for (quint32 k = kBase;; k += kBase) {
        const quint32 t = threshold(k, bias);
        if (delta < t)
            break;
        out += digitOf(t + (delta - t) % (kBase - t));
        delta = (delta - t) / (kBase - t);
    }
    out += digitOf(delta);
}

MaybeText toPunycode(Text text)
{
    const std::u32string points = codePoints(text);
    if (points.size() > 4096)
        return std::nullopt;
    std::string out;
    for (const char32_t c : points) {
        if (c < 0x80)
            out += char(c);
    }
    const auto basic = quint32(out.size());
    quint32 done = basic;
    if (basic > 0)
        out += '-';
    quint32 next = 0x80;
    quint32 delta = 0;
    quint32 bias = 72;
    while (done < points.size()) {
        char32_t least = 0x10ffff;
        for (const char32_t c : points) {
            if (c >= next && c < least)
                least = c;
        }
        delta += (quint32(least) - next) * (done + 1);
        next = quint32(least);
        for (const char32_t c : points) {
            delta += c < next;
            if (c != next)
                continue;
            appendDelta(out, delta, bias);
            bias = adapted(delta, done + 1, done == basic);
            delta = 0;
            ++done;
        }
        ++delta;
        ++next;
    }
    return out;
}

MaybeText fromPunycode(Text text)
{
    std::u32string points;
    const size_t dash = text.rfind('-');
    for (const char c : text.substr(0, dash == Text::npos ? 0 : dash)) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return std::nullopt;
        points += char32_t(c);
    }
    quint64 next = 0x80;
    quint64 place = 0;
    quint32 bias = 72;
    for (size_t at = dash == Text::npos ? 0 : dash + 1; at < text.size();) {
        const quint64 old = place;
        quint64 weight = 1;
        for (quint32 k = kBase;; k += kBase) {
            const int digit = at < text.size() ? valueOf(text[at++]) : -1;
            if (digit < 0 || place > 0xffffffff || weight > 0xffffffff)
                return std::nullopt;
            place += quint64(digit) * weight;
            const quint32 t = threshold(k, bias);
            if (quint32(digit) < t)
                break;
            weight *= kBase - t;
        }
        const quint64 count = points.size() + 1;
        bias = adapted(quint32(place - old), quint32(count), old == 0);
        next += place / count;
        place %= count;
        if (next > 0x10ffff || count > 4096)
            return std::nullopt;
        points.insert(points.begin() + qsizetype(place++), char32_t(next));
    }
    std::string out;
    for (const char32_t c : points)
        appendUtf8(out, c);
    return out;
}

/// The next full stop, also one of the ideographic ones; `size` is that of its bytes.
size_t nextStop(Text domain, size_t from, size_t &size)
{
    size_t first = Text::npos;
    for (const Text stop : {Text("."), Text("\xe3\x80\x82"), Text("\xef\xbc\x8e"), Text("\xef\xbd\xa1")}) {
        const size_t at = domain.find(stop, from);
        if (at < first) {
            first = at;
            size = stop.size();
        }
    }
    return std::min(first, domain.size());
}

/// Label by label; `convert` gives nothing for one that cannot be.
template <class Convert>
MaybeText eachLabel(Text domain, Convert convert)
{
    std::string out;
    for (size_t at = 0; at <= domain.size();) {
        size_t stop = 1;
        const size_t end = nextStop(domain, at, stop);
        const MaybeText label = convert(domain.substr(at, end - at));
        if (!label)
            return std::nullopt;
        out += (at > 0 ? "." : "") + *label;
        at = end + stop;
    }
    return out;
}

MaybeText domainFromPunycode(Text domain)
{
    return eachLabel(domain, [](Text label) -> MaybeText {
        return label.starts_with("xn--") ? fromPunycode(label.substr(4)) : MaybeText(std::string(label));
    });
}

MaybeText domainToPunycode(Text domain)
{
    return eachLabel(domain, [](Text label) -> MaybeText {
        const bool ascii = std::none_of(label.begin(), label.end(), [](char c) { return (c & 0x80) != 0; });
        const MaybeText code = ascii ? MaybeText(std::string(label)) : toPunycode(label);
        return code && !ascii ? MaybeText("xn--" + *code) : code;
    });
}

// --- Code points ------------------------------------------------------------------------------------

std::string codePointsJson(Text text)
{
    std::vector<std::string> values;
    for (const char32_t c : codePoints(text))
        values.push_back(std::to_string(quint32(c)));
    return jsonArrayFrom(values);
}

/// Numbers, and arrays of them; nothing if one is no code point.
MaybeText textFromCodePoints(Text values)
{
    std::string out;
    bool good = true;
    const auto add = [&](std::string_view element) {
        quint32 point = 0xffffffff;
        std::from_chars(element.data(), element.data() + element.size(), point);
        good = point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
        if (good)
            appendUtf8(out, point);
        return good;
    };
    forEachElement(values, [&](std::string_view element) {
        if (jsonKind(element) == '[')
            forEachElement(element, add);
        else
            add(element);
        return good;
    });
    return good ? MaybeText(out) : std::nullopt;
}

} // namespace

QList<NativeFunction> codecFunctions()
{
    return {
        native("kql_base64_decode", base64Decode),
        native("kql_base64_encode", base64Encode),
        native("kql_base64_to_array", base64ToArray),
        native("kql_base64_to_guid", base64ToGuid),
        native("kql_base64_from_guid", base64FromGuid),
        native("kql_base64_from_array", base64FromArray),
        native("kql_url_decode", urlDecode),
        native("kql_url_encode", urlEncode),
        native("kql_url_encode_component", urlEncodeComponent),
        native("kql_gzip", gzipCompress),
        native("kql_gunzip", gzipDecompress),
        native("kql_zlib", zlibCompress),
        native("kql_unzlib", zlibDecompress),
        native("kql_to_punycode", toPunycode),
        native("kql_from_punycode", fromPunycode),
        native("kql_domain_to_punycode", domainToPunycode),
        native("kql_domain_from_punycode", domainFromPunycode),
        native("kql_code_points", codePointsJson),
        native("kql_text_from_code_points", textFromCodePoints),
        native("kql_is_ascii", isAscii),
        native("kql_is_utf8", isUtf8),
    };
}

} // namespace watchdesk::kql
