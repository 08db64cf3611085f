// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/lab/scenario/texttemplate.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

class QJsonArray;
class QJsonObject;

namespace watchdesk::lab {

/// What a network sensor says about a connection, beside having seen it.
struct SensorMark
{
    std::string signature; ///< an EVE alert, if not empty
    qint64 signatureId = 0;
    int severity = 3; ///< EVE's: 1 high, 2 medium, 3 low
    std::string category, technique;
    std::string note, message; ///< a Zeek notice, if not empty
    bool isMarked() const { return !signature.empty() || !note.empty(); }
};

/// One step of something that happens on a device: a process starts, connects, writes … See resources/lab/*.json.
struct Step
{
    enum class Kind { Start, Connect, Accept, File, Registry, Image, Logon, Event };

    Kind kind = Kind::Event;
    std::string by;     ///< label or resident that acts; for Start the label of the new process
    std::string parent; ///< Start: label or resident
    std::string unless; ///< left out when this label is a running process
    std::string program, account, integrity;
    std::string action, target, from, to, service, type, protocol;
    TextTemplate arguments; ///< Start: after the program; with `wholeCommand` all of it
    bool wholeCommand = false;
    TextTemplate path, key, name, data, content;
    std::array<double, 2> wait{0, 0}; ///< seconds since the step before
    std::array<qint64, 2> size{0, 0}; ///< bytes of a file
    std::array<qint64, 2> bytes{600, 6000};
    std::array<int, 2> repeat{1, 1};
    double chance = 1;
    int port = 0;
    bool resolves = false, isAlwaysSeen = false;
    bool isMirrored = false;       ///< Connect: the device at the other end reports it, too
    std::vector<SensorMark> marks; ///< on the first of the repeated connections; `markEvery` of them
    int markEvery = 0;
    std::vector<std::pair<std::string, TextTemplate>> set; ///< column → text

    double expectedRows() const;
};

/// Steps in the order in which they happen. A value type, const once read.
struct Script
{
    std::vector<Step> steps;

    double expectedRows() const;
};

/// Reads one of the scripts of resources/lab. InvalidInput names the step that is wrong.
Result<Script> scriptFromJson(const QJsonArray &json);
/// A step's or a noise entry's "eve" and "notice" objects.
SensorMark sensorMarkFromJson(const QJsonObject &json);

} // namespace watchdesk::lab
