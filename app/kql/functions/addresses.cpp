// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// IPv4 addresses and ranges, and where they stand in a text.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <charconv>

namespace watchdesk::kql {

namespace {

struct Network
{
    quint32 address;
    int prefix;
};

std::optional<Network> networkFrom(Text text)
{
    Network network{0, 32};
    const size_t slash = text.find('/');
    if (slash != Text::npos) {
        const Text prefix = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(prefix.data(), prefix.data() + prefix.size(), network.prefix);
        if (error != std::errc() || end != prefix.data() + prefix.size() || network.prefix < 0 || network.prefix > 32)
            return std::nullopt;
        text = text.substr(0, slash);
    }
    for (int i = 0; i < 4; ++i) {
        const size_t dot = i < 3 ? text.find('.') : text.size();
        const Text part = dot == Text::npos ? Text() : text.substr(0, dot);
        unsigned number = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (part.empty() || error != std::errc() || end != part.data() + part.size() || number > 255)
            return std::nullopt;
        network.address = network.address << 8 | number;
        text = i < 3 ? text.substr(dot + 1) : Text();
    }
    return network;
}

quint32 maskOf(int prefix) { return prefix == 0 ? 0 : ~quint32(0) << (32 - prefix); }

MaybeBool isPrivate(Text text)
{
    const auto network = networkFrom(text);
    if (!network)
        return std::nullopt;
    const auto within = [&](quint32 address, int prefix) {
        return network->prefix >= prefix && (network->address & maskOf(prefix)) == address;
    };
    return within(0x0a000000, 8) || within(0xac100000, 12) || within(0xc0a80000, 16);
}

MaybeLong lowest(Text text)
{
    const auto network = networkFrom(text);
    return network ? MaybeLong(network->address & maskOf(network->prefix)) : std::nullopt;
}

MaybeLong highest(Text text)
{
    const auto network = networkFrom(text);
    return network ? MaybeLong(network->address | ~maskOf(network->prefix)) : std::nullopt;
}

MaybeBool isInRange(Text text, Text range)
{
    const auto address = networkFrom(text);
    const auto network = networkFrom(range);
    if (!address || !network)
        return std::nullopt;
    const quint32 mask = maskOf(std::min(network->prefix, address->prefix));
    return (address->address & mask) == (network->address & mask);
}

MaybeLong compare(Text a, Text b, qint64 prefix)
{
    const auto left = networkFrom(a);
    const auto right = networkFrom(b);
    if (!left || !right || prefix < 0 || prefix > 32)
        return std::nullopt;
    const quint32 mask = maskOf(std::min({left->prefix, right->prefix, int(prefix)}));
    const quint32 first = left->address & mask;
    const quint32 second = right->address & mask;
    return first < second ? -1 : first > second ? 1 : 0;
}

MaybeBool isMatch(Text a, Text b, qint64 prefix)
{
    const auto order = compare(a, b, prefix);
    return order ? MaybeBool(*order == 0) : std::nullopt;
}

MaybeBool isInAnyRange(Text text, Text ranges)
{
    if (!networkFrom(text))
        return std::nullopt;
    bool found = false;
    const auto check = [&](std::string_view element) {
        if (jsonKind(element) == '[')
            forEachElement(element, [&](std::string_view inner) {
                found = found || isInRange(text, textFromDynamic(inner).value_or("")).value_or(false);
                return !found;
            });
        else
            found = isInRange(text, textFromDynamic(element).value_or("")).value_or(false);
        return !found;
    };
    forEachElement(ranges, check);
    return found;
}

MaybeLong parseIpv4(Text text)
{
    const auto network = networkFrom(text);
    return network ? MaybeLong(network->address & maskOf(network->prefix)) : std::nullopt;
}

MaybeLong parseIpv4Mask(Text text, qint64 prefix)
{
    const auto network = networkFrom(text);
    if (!network || prefix < 0 || prefix > 32)
        return std::nullopt;
    return network->address & maskOf(std::min(network->prefix, int(prefix)));
}

std::string dotted(quint32 address)
{
    return std::to_string(address >> 24) + '.' + std::to_string(address >> 16 & 255) + '.' +
           std::to_string(address >> 8 & 255) + '.' + std::to_string(address & 255);
}

std::string formatted(quint32 address, int prefix, bool withPrefix)
{
    return dotted(address & maskOf(prefix)) + (withPrefix ? '/' + std::to_string(prefix) : std::string());
}

MaybeText formatText(Text text, qint64 prefix, bool withPrefix)
{
    const auto network = networkFrom(text);
    if (!network || prefix < 0 || prefix > 32)
        return std::nullopt;
    return formatted(network->address, std::min(network->prefix, int(prefix)), withPrefix);
}

MaybeText formatNumber(qint64 address, qint64 prefix, bool withPrefix)
{
    if (address < 0 || address > 0xffffffff || prefix < 0 || prefix > 32)
        return std::nullopt;
    return formatted(quint32(address), int(prefix), withPrefix);
}

MaybeLong netmaskSuffix(Text text)
{
    const auto network = networkFrom(text);
    return network ? MaybeLong(network->prefix) : std::nullopt;
}

/// The fewest networks that are the range and nothing else.
MaybeText rangeToNetworks(Text from, Text to)
{
    const auto first = networkFrom(from);
    const auto last = networkFrom(to);
    if (!first || !last || first->address > last->address)
        return std::nullopt;
    std::vector<std::string> networks;
    for (quint64 at = first->address; at <= last->address;) {
        int prefix = 32;
        while (prefix > 0 && (at & ((quint64(1) << (33 - prefix)) - 1)) == 0 &&
               at + (quint64(1) << (33 - prefix)) - 1 <= last->address)
            --prefix;
        networks.push_back(jsonQuoted(dotted(quint32(at)) + '/' + std::to_string(prefix)));
        at += quint64(1) << (32 - prefix);
    }
    return jsonArrayFrom(networks);
}

bool isAlnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Every place where a whole address stands between characters that are no letters or digits.
template <class Accept>
bool anyAddressIn(Text text, Accept accept)
{
    for (size_t at = 0; at < text.size();) {
        const bool starts = std::isdigit(static_cast<unsigned char>(text[at])) && (at == 0 || !isAlnum(text[at - 1]));
        if (!starts) {
            ++at;
            continue;
        }
        size_t end = at;
        int dots = 0;
        while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) ||
                                     (text[end] == '.' && dots < 3 && end + 1 < text.size() &&
                                      std::isdigit(static_cast<unsigned char>(text[end + 1]))))) {
            dots += text[end] == '.';
            ++end;
        }
        const Text candidate = text.substr(at, end - at);
        if (dots == 3 && (end == text.size() || !isAlnum(text[end])) && networkFrom(candidate) && accept(candidate))
            return true;
        // The next address may start at a later part of this run of digits and dots.
        at = std::min(candidate.find('.'), candidate.size()) + at + (candidate.empty() ? 1 : 0);
        at += at < text.size() && text[at] == '.';
    }
    return false;
}

/// The texts of a list, of which one may be an array.
std::vector<std::string> textsOf(Text list)
{
    std::vector<std::string> texts;
    forEachElement(list, [&](std::string_view element) {
        if (jsonKind(element) == '[')
            for (const auto inner : jsonElements(element))
                texts.push_back(textFromDynamic(inner).value_or(""));
        else
            texts.push_back(textFromDynamic(element).value_or(""));
        return true;
    });
    return texts;
}

bool hasAnyIpv4(Text text, Text addresses)
{
    for (const auto &wanted : textsOf(addresses)) {
        const bool valid = wanted.find('/') == std::string::npos && networkFrom(wanted);
        if (valid && anyAddressIn(text, [&](Text found) { return found == wanted; }))
            return true;
    }
    return false;
}

/// A whole address, or its first parts with a dot after them.
bool isIpv4Prefix(const std::string &prefix)
{
    if (!prefix.ends_with('.'))
        return prefix.find('/') == std::string::npos && networkFrom(prefix).has_value();
    std::string whole = prefix;
    for (auto dots = std::count(prefix.begin(), prefix.end(), '.'); dots < 4; ++dots)
        whole += dots < 3 ? "0." : "0";
    return networkFrom(whole).has_value();
}

bool hasAnyIpv4Prefix(Text text, Text prefixes)
{
    for (const auto &wanted : textsOf(prefixes)) {
        const bool whole = !wanted.ends_with('.');
        const auto accept = [&](Text found) { return whole ? found == wanted : found.starts_with(wanted); };
        if (isIpv4Prefix(wanted) && anyAddressIn(text, accept))
            return true;
    }
    return false;
}

} // namespace

QList<NativeFunction> addressFunctions()
{
    return {
        native("kql_ipv4_is_private", isPrivate),
        native("kql_ipv4_is_in_range", isInRange),
        native("kql_ipv4_low", lowest),
        native("kql_ipv4_high", highest),
        native("kql_ipv4_is_match", isMatch),
        native("kql_ipv4_compare", compare),
        native("kql_ipv4_is_in_any_range", isInAnyRange),
        native("kql_parse_ipv4", parseIpv4),
        native("kql_parse_ipv4_mask", parseIpv4Mask),
        native("kql_format_ipv4", formatText),
        native("kql_format_ipv4", formatNumber),
        native("kql_ipv4_netmask_suffix", netmaskSuffix),
        native("kql_ipv4_range_to_networks", rangeToNetworks),
        native("kql_has_any_ipv4", hasAnyIpv4),
        native("kql_has_any_ipv4_prefix", hasAnyIpv4Prefix),
    };
}

} // namespace watchdesk::kql
