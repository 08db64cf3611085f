// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// IPv4 addresses and ranges, URLs, paths.

#include "app/base/jsontext.h"
#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

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

MaybeText parseUrl(Text text)
{
    const QUrl url(QString::fromUtf8(text.data(), qsizetype(text.size())));
    if (!url.isValid() || url.scheme().isEmpty())
        return std::nullopt;
    QString parameters;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const auto quoted = [](const QString &s) { return QString::fromStdString(jsonQuoted(s.toStdString())); };
        parameters += (parameters.isEmpty() ? QString() : QStringLiteral(",")) + quoted(name) + u':' + quoted(value);
    }
    const auto member = [](const char *name, const QString &value) {
        return '"' + std::string(name) + "\":" + jsonQuoted(value.toStdString());
    };
    return '{' + member("Scheme", url.scheme()) + ',' + member("Host", url.host()) + ',' +
           member("Port", url.port() < 0 ? QString() : QString::number(url.port())) + ',' + member("Path", url.path()) +
           ',' + member("Username", url.userName()) + ',' + member("Password", url.password()) +
           ",\"Query Parameters\":{" + parameters.toStdString() + "}," + member("Fragment", url.fragment()) + '}';
}

} // namespace

QList<NativeFunction> addressFunctions()
{
    return {
        {QStringLiteral("kql_ipv4_is_private"), isPrivate},
        {QStringLiteral("kql_ipv4_is_in_range"), isInRange},
        {QStringLiteral("kql_ipv4_is_match"), isMatch},
        {QStringLiteral("kql_ipv4_compare"), compare},
        {QStringLiteral("kql_ipv4_is_in_any_range"), isInAnyRange},
        {QStringLiteral("kql_parse_url"), parseUrl},
    };
}

} // namespace watchdesk::kql
