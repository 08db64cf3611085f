// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// IPv6 addresses and ranges. An IPv4 address is read as ::ffff:a.b.c.d, its prefix counts from bit 96.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace watchdesk::kql {

namespace {

struct Network
{
    std::array<quint8, 16> address{};
    int prefix = 128;
};

std::optional<int> prefixFrom(Text text, int most)
{
    int prefix = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), prefix);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && prefix >= 0 && prefix <= most ? std::optional(prefix) : std::nullopt;
}

/// The four bytes of a.b.c.d, or nothing.
std::optional<std::array<quint8, 4>> dottedBytes(Text text)
{
    std::array<quint8, 4> bytes{};
    for (size_t i = 0; i < 4; ++i) {
        const size_t dot = i < 3 ? text.find('.') : text.size();
        const auto number = dot == Text::npos ? std::nullopt : prefixFrom(text.substr(0, dot), 255);
        if (!number)
            return std::nullopt;
        bytes[i] = quint8(*number);
        text = i < 3 ? text.substr(dot + 1) : Text();
    }
    return bytes;
}

/// Groups between colons as bytes; the last one may be a dotted address.
std::optional<std::vector<quint8>> groupBytes(Text text)
{
    std::vector<quint8> bytes;
    while (!text.empty()) {
        const size_t colon = std::min(text.find(':'), text.size());
        const Text group = text.substr(0, colon);
        const auto dotted = colon == text.size() ? dottedBytes(group) : std::nullopt;
        unsigned value = 0;
        const auto [end, error] = std::from_chars(group.data(), group.data() + group.size(), value, 16);
        const bool hex = error == std::errc() && end == group.data() + group.size() && group.size() <= 4;
        if (dotted)
            bytes.insert(bytes.end(), dotted->begin(), dotted->end());
        else if (hex)
            bytes.insert(bytes.end(), {quint8(value >> 8), quint8(value)});
        if ((!dotted && !hex) || bytes.size() > 16 || colon + 1 == text.size())
            return std::nullopt;
        text = text.substr(std::min(colon + 1, text.size()));
    }
    return bytes;
}

std::optional<std::array<quint8, 16>> addressFrom(Text host)
{
    std::array<quint8, 16> address{};
    if (const auto dotted = dottedBytes(host)) {
        address[10] = address[11] = 0xff;
        std::copy(dotted->begin(), dotted->end(), address.begin() + 12);
        return address;
    }
    const size_t gap = host.find("::");
    const auto head = groupBytes(host.substr(0, gap));
    const auto tail = groupBytes(gap == Text::npos ? Text() : host.substr(gap + 2));
    const bool fits = head && tail && (gap == Text::npos ? head->size() == 16 : head->size() + tail->size() <= 14);
    if (!fits)
        return std::nullopt;
    std::copy(head->begin(), head->end(), address.begin());
    std::copy(tail->begin(), tail->end(), address.end() - qsizetype(tail->size()));
    return address;
}

std::optional<Network> networkFrom(Text text)
{
    const size_t slash = text.find('/');
    const Text host = text.substr(0, slash);
    const auto address = host.size() <= 45 ? addressFrom(host) : std::nullopt;
    if (!address)
        return std::nullopt;
    Network network{*address};
    const bool dotted = host.find('.') != Text::npos;
    if (dotted && std::all_of(address->begin(), address->begin() + 12, [](quint8 b) { return b == 0; }))
        network.address[10] = network.address[11] = 0xff; // ::a.b.c.d is taken for an IPv4 address, too
    if (slash != Text::npos) {
        const auto prefix = prefixFrom(text.substr(slash + 1), dotted ? 32 : 128);
        if (!prefix)
            return std::nullopt;
        network.prefix = *prefix + (dotted ? 96 : 0);
    }
    return network;
}

std::array<quint8, 16> masked(const Network &network, int prefix)
{
    std::array<quint8, 16> bytes = network.address;
    for (int i = 0; i < 16; ++i) {
        const int bits = std::clamp(prefix - 8 * i, 0, 8);
        bytes[size_t(i)] &= quint8(0xff00 >> bits);
    }
    return bytes;
}

MaybeLong compare(Text a, Text b, qint64 prefix)
{
    const auto left = networkFrom(a);
    const auto right = networkFrom(b);
    if (!left || !right || prefix < 0 || prefix > 128)
        return std::nullopt;
    const int shared = std::min({left->prefix, right->prefix, int(prefix)});
    const auto first = masked(*left, shared);
    const auto second = masked(*right, shared);
    return first < second ? -1 : first > second ? 1 : 0;
}

MaybeBool isMatch(Text a, Text b, qint64 prefix)
{
    const auto order = compare(a, b, prefix);
    return order ? MaybeBool(*order == 0) : std::nullopt;
}

MaybeBool isInRange(Text address, Text range) { return isMatch(address, range, 128); }

MaybeBool isInAnyRange(Text address, Text ranges)
{
    if (!networkFrom(address))
        return std::nullopt;
    bool found = false;
    forEachElement(ranges, [&](std::string_view element) {
        found = isInRange(address, textFromDynamic(element).value_or("")).value_or(false);
        return !found;
    });
    return found;
}

/// An end of a network as 32 digits, which are ordered as addresses are.
MaybeText digitsFrom(Text text, quint8 fill)
{
    const auto network = networkFrom(text);
    if (!network)
        return std::nullopt;
    static constexpr char kDigits[] = "0123456789abcdef";
    const auto first = masked(*network, network->prefix);
    std::string digits;
    for (int i = 0; i < 16; ++i) {
        const int open = std::clamp((i + 1) * 8 - network->prefix, 0, 8); // bits of this byte behind the prefix
        const auto byte = quint8(first[size_t(i)] | (fill & ((1 << open) - 1)));
        digits += kDigits[byte >> 4];
        digits += kDigits[byte & 15];
    }
    return digits;
}

MaybeText lowest(Text text) { return digitsFrom(text, 0); }

MaybeText highest(Text text) { return digitsFrom(text, 0xff); }

MaybeText canonical(Text text, qint64 prefix)
{
    const auto network = networkFrom(text);
    if (!network || prefix < 0 || prefix > 128)
        return std::nullopt;
    const auto bytes = masked(*network, std::min(network->prefix, int(prefix)));
    std::string out;
    for (size_t i = 0; i < 16; i += 2) {
        char group[8];
        std::snprintf(group, sizeof group, "%s%02x%02x", i > 0 ? ":" : "", unsigned(bytes[i]), unsigned(bytes[i + 1]));
        out += group;
    }
    return out;
}

} // namespace

QList<NativeFunction> ipv6Functions()
{
    return {
        native("kql_ipv6_compare", compare),
        native("kql_ipv6_is_match", isMatch),
        native("kql_ipv6_is_in_range", isInRange),
        native("kql_ipv6_is_in_any_range", isInAnyRange),
        native("kql_ipv6_low", lowest),
        native("kql_ipv6_high", highest),
        native("kql_parse_ipv6", canonical),
    };
}

} // namespace watchdesk::kql
