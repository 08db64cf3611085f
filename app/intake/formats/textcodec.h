// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>

namespace watchdesk::intake {

/// "hello" bytes → one canonical text form: IPv4 as is, IPv6 lower case and shortest, "::ffff:1.2.3.4" as "1.2.3.4";
/// "-", "localhost" forms and anything that is no address → "".
QByteArray normalAddress(std::string_view text);

/// 0 to 65535, else nothing. Decimal only.
std::optional<int> portFromText(std::string_view text);

/// Decimal or 0x-hexadecimal; what does not fit 63 bits or is no number gives nothing.
std::optional<qint64> numberFromText(std::string_view text);

/// "tcp", "TCP", "6" → "Tcp"; "17" → "Udp"; "icmp", "1", "58" → "Icmp"; others with a capital first letter.
QByteArray protocolName(std::string_view text);

} // namespace watchdesk::intake
