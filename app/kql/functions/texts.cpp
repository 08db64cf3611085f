// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text: substrings, splitting, encodings, hashes.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QCryptographicHash>
#include <QStringDecoder>
#include <QUrl>

#include <limits>

namespace watchdesk::kql {

namespace {

/// The byte at which code point number `index` starts, or the end.
size_t byteAt(Text text, qint64 index)
{
    size_t at = 0;
    while (at < text.size() && index > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
            ++at;
        --index;
    }
    return at;
}

qint64 lengthOf(Text text)
{
    qint64 count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

/// 0-based; a negative start counts from the end.
MaybeText substring(Text text, qint64 start, qint64 length)
{
    if (start < 0)
        start = std::max<qint64>(0, lengthOf(text) + start);
    if (length <= 0)
        return std::string();
    const size_t from = byteAt(text, start);
    const Text rest = text.substr(from);
    return std::string(rest.substr(0, byteAt(rest, length)));
}

MaybeText split(Text text, Text delimiter)
{
    std::string out = "[";
    size_t at = 0;
    while (true) {
        const size_t next = delimiter.empty() ? Text::npos : text.find(delimiter, at);
        if (out.size() > 1)
            out += ',';
        out += jsonQuoted(text.substr(at, next == Text::npos ? Text::npos : next - at));
        if (next == Text::npos)
            return out + ']';
        at = next + delimiter.size();
    }
}

MaybeText splitAt(Text text, Text delimiter, qint64 index)
{
    const std::string all = *split(text, delimiter);
    const auto parts = jsonElements(all);
    if (index < 0 || index >= qint64(parts.size()))
        return "[]";
    return '[' + std::string(parts[size_t(index)]) + ']';
}

MaybeLong indexOf(Text text, Text what, qint64 start, qint64 length, qint64 occurrence)
{
    if (start < 0)
        start = std::max<qint64>(0, lengthOf(text) + start);
    size_t from = byteAt(text, start);
    size_t at = Text::npos;
    do { // the length counts anew from each occurrence
        const Text window = length < 0 ? text : text.substr(0, from + byteAt(text.substr(from), length));
        at = window.find(what, from);
        from = at + 1;
    } while (at != Text::npos && --occurrence > 0);
    return at == Text::npos ? -1 : lengthOf(text.substr(0, at));
}

MaybeLong countOf(Text text, Text what)
{
    qint64 count = 0;
    if (what.empty())
        return 0;
    for (size_t at = text.find(what); at != Text::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

QByteArray bytes(Text text) { return QByteArray(text.data(), qsizetype(text.size())); }

/// Nothing for what is no Base64 or no UTF-8 in it.
MaybeText base64Decode(Text text)
{
    const auto decoded = QByteArray::fromBase64Encoding(bytes(text), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString result = utf8(*decoded);
    return utf8.hasError() ? MaybeText() : MaybeText(result.toStdString());
}

MaybeText base64Encode(Text text) { return bytes(text).toBase64().toStdString(); }

MaybeText urlDecode(Text text) { return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes(text))).toStdString(); }

/// As in a form: a blank becomes "+", digits of codes are small.
MaybeText urlEncode(Text text)
{
    QByteArray encoded;
    for (const char c : text) {
        const QByteArray one = QByteArray(1, c).toPercentEncoding();
        encoded += c == ' ' ? QByteArray("+") : one.size() > 1 ? one.toLower() : one;
    }
    return encoded.toStdString();
}

MaybeText hash(Text algorithm, Text text)
{
    const auto kind = algorithm == "sha256" ? QCryptographicHash::Sha256
                      : algorithm == "sha1" ? QCryptographicHash::Sha1
                                            : QCryptographicHash::Md5;
    return QCryptographicHash::hash(bytes(text), kind).toHex().toStdString();
}

/// The fields of the first record; "" inside of quotes is one quote.
MaybeText parseCsv(Text text)
{
    std::string out = "[";
    std::string field;
    bool quoted = false;
    for (size_t i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size() || (!quoted && (text[i] == '\n' || text[i] == '\r'));
        if (end || (!quoted && text[i] == ',')) {
            out += (out.size() > 1 ? "," : "") + jsonQuoted(field);
            field.clear();
            if (end)
                break;
        } else if (text[i] == '"') {
            const bool doubled = quoted && i + 1 < text.size() && text[i + 1] == '"';
            if (doubled)
                field += text[++i];
            else
                quoted = !quoted;
        } else {
            field += text[i];
        }
    }
    return out + ']';
}

} // namespace

QList<NativeFunction> textFunctions()
{
    return {
        {QStringLiteral("kql_substring"), substring},
        {QStringLiteral("kql_split"), split},
        {QStringLiteral("kql_split_at"), splitAt},
        {QStringLiteral("kql_indexof"), indexOf},
        {QStringLiteral("kql_countof"), countOf},
        {QStringLiteral("kql_base64_decode"), base64Decode},
        {QStringLiteral("kql_base64_encode"), base64Encode},
        {QStringLiteral("kql_url_decode"), urlDecode},
        {QStringLiteral("kql_url_encode"), urlEncode},
        {QStringLiteral("kql_hash"), hash},
        {QStringLiteral("kql_parse_csv"), parseCsv},
    };
}

} // namespace watchdesk::kql
