// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/textcodec.h"

#include <array>
#include <charconv>
#include <cstring>

namespace watchdesk::intake {

namespace {

// RFC 4291 text to 16 bytes; IPv4 gives its mapped form. Written here because inet_pton differs between systems and
// QHostAddress is part of QtNetwork, which only app/net uses.
bool parseV4(std::string_view text, unsigned char *bytes)
{
    int part = 0;
    size_t at = 0;
    while (part < 4) {
        unsigned value = 0;
        const size_t begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 3)
            value = value * 10 + unsigned(text[at++] - '0');
        if (at == begin || value > 255)
            return false;
        bytes[part++] = static_cast<unsigned char>(value);
        if (part < 4 && (at >= text.size() || text[at++] != '.'))
            return false;
    }
    return at == text.size();
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool parseV6(std::string_view text, std::array<unsigned char, 16> *out)
{
    out->fill(0);
    int count = 0; // bytes so far
    int gap = -1;
    size_t at = 0;
    if (text.substr(0, 2) == "::") {
        gap = 0;
        at = 2;
    }
    while (at < text.size()) {
        if (count >= 16)
            return false;
        const size_t end = text.find(':', at);
        const std::string_view group = text.substr(at, end == std::string_view::npos ? end : end - at);
        if (group.find('.') != std::string_view::npos) {
            if (end != std::string_view::npos || count > 12 || !parseV4(group, out->data() + count))
                return false;
            count += 4;
            break;
        }
        if (group.empty() || group.size() > 4)
            return false;
        unsigned value = 0;
        for (char c : group) {
            const int digit = hexDigit(c);
            if (digit < 0)
                return false;
            value = value * 16 + unsigned(digit);
        }
        (*out)[size_t(count++)] = static_cast<unsigned char>(value >> 8);
        (*out)[size_t(count++)] = static_cast<unsigned char>(value & 0xff);
        if (end == std::string_view::npos)
            break;
        at = end + 1;
        if (at < text.size() && text[at] == ':') {
            if (gap >= 0)
                return false;
            gap = count;
            ++at;
        } else if (at == text.size()) {
            return false;
        }
    }
    if (gap < 0)
        return count == 16;
    if (count > 14)
        return false;
    const auto tail = size_t(count - gap);
    std::memmove(out->data() + 16 - tail, out->data() + gap, tail);
    std::memset(out->data() + gap, 0, size_t(16 - count));
    return true;
}

QByteArray textOfV6(const std::array<unsigned char, 16> &bytes)
{
    std::array<unsigned, 8> groups;
    for (size_t i = 0; i < 8; ++i)
        groups[i] = unsigned(bytes[2 * i]) << 8 | bytes[2 * i + 1];
    size_t bestAt = 8, bestLength = 1;
    for (size_t i = 0; i < 8; ++i) {
        size_t length = 0;
        while (i + length < 8 && groups[i + length] == 0)
            ++length;
        if (length > bestLength) {
            bestAt = i;
            bestLength = length;
        }
    }
    QByteArray text;
    for (size_t i = 0; i < 8;) {
        if (i == bestAt) {
            text += "::";
            i += bestLength;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(':'))
            text += ':';
        text += QByteArray::number(groups[i++], 16);
    }
    return text;
}

} // namespace

QByteArray normalAddress(std::string_view text)
{
    if (text.size() < 2 || text.size() > 64)
        return {};
    std::array<unsigned char, 16> bytes = {};
    if (text.find(':') == std::string_view::npos)
        return parseV4(text, bytes.data()) ? QByteArray(text.data(), qsizetype(text.size())) : QByteArray();
    if (const size_t zone = text.find('%'); zone != std::string_view::npos)
        text = text.substr(0, zone);
    if (!parseV6(text, &bytes))
        return {};
    static constexpr std::array<unsigned char, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::memcmp(bytes.data(), kMapped.data(), kMapped.size()) != 0)
        return textOfV6(bytes);
    return QByteArray::number(bytes[12]) + '.' + QByteArray::number(bytes[13]) + '.' + QByteArray::number(bytes[14]) +
           '.' + QByteArray::number(bytes[15]);
}

std::optional<int> portFromText(std::string_view text)
{
    const auto number = numberFromText(text);
    if (!number || *number < 0 || *number > 65535)
        return {};
    return int(*number);
}

std::optional<qint64> numberFromText(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    int base = 10;
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text.remove_prefix(2);
        if (text.front() == '-')
            return {};
    }
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

QByteArray protocolName(std::string_view text)
{
    QByteArray lower = QByteArray(text.data(), qsizetype(text.size())).toLower();
    if (lower == "6" || lower == "tcp")
        return "Tcp";
    if (lower == "17" || lower == "udp")
        return "Udp";
    if (lower == "1" || lower == "58" || lower == "icmp" || lower == "icmp6" || lower == "ipv6-icmp" ||
        lower == "icmpv6")
        return "Icmp";
    if (lower.isEmpty() || lower == "-" || lower.size() > 32)
        return {};
    lower[0] = char(lower[0] >= 'a' && lower[0] <= 'z' ? lower[0] - 'a' + 'A' : lower[0]);
    return lower;
}

} // namespace watchdesk::intake
