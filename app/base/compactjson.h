// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <string_view>
#include <utility>
#include <vector>

namespace watchdesk {

/// Appends a JSON value as QJsonDocument would write it after reading it: without blanks, members in order of their
/// names. False, with something half written, where that is not certain without reading it: fractions, \u escapes,
/// equal names. The value is one that JsonCursor walked through.
bool appendCompactJson(std::string_view json, QByteArray &out);

/// The same of an object's members, which are sorted. Their names are ASCII.
bool appendCompactObject(std::vector<std::pair<std::string_view, std::string_view>> &members, QByteArray &out);

/// A whole number that is written the way it is read.
bool isPlainInteger(std::string_view json);

} // namespace watchdesk
