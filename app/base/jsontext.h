// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <string_view>

namespace watchdesk {

/// Reads any JSON value, scalars too (QJsonDocument reads only arrays and objects). Text that is no JSON comes back
/// as a JSON string of itself.
QJsonValue jsonFromText(std::string_view utf8);

/// The value as compact JSON text; scalars too.
QByteArray jsonToText(const QJsonValue &value);

/// Adds the members; one that is there already is replaced.
void addMembers(QJsonObject &object, const QJsonObject &members);

} // namespace watchdesk
