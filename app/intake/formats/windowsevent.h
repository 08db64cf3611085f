// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"
#include "app/intake/formats/jsontree.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace watchdesk::intake {

/// One event of a Windows event log (or of Sysmon for Linux), whatever shipper wrote it.
///
/// Read from one JSON object in any of four shapes: flat with every EventData name on top (also NXLog's, with EventTime
/// for TimeCreated); nested Event.System / Event.EventData; workspace rows with EventData as a string of JSON or XML;
/// and syslog rows with the whole event as XML. The views live as long as the tree, its record, and this object.
class WindowsEvent
{
public:
    /// False if the object is not an event of any of these shapes: it may be kept raw, see RawEvents.
    bool read(const JsonTree &tree, const JsonNode &object);

    qint64 id = 0;
    std::string_view channel;
    std::string_view provider;
    std::string_view host; ///< as written
    std::string_view message;
    Ticks written = 0; ///< the record's own time, uncorrected; 0 = none
    bool isSysmon = false;
    bool isSecurity = false;

    /// A value of EventData by name; "" if it is missing, null or "-".
    std::string_view operator[](std::string_view name) const;
    /// As above, but the first of two spellings that has a value.
    std::string_view either(std::string_view name, std::string_view other) const;
    /// The value that stands behind "name:" in a line of the message, e.g. "EventType".
    std::string_view fromMessage(std::string_view name) const;

private:
    void readFlat(const JsonTree &tree, const JsonNode &object);
    void readNested(const JsonTree &tree, const JsonNode &event);
    void readDataMembers(const JsonTree &tree, const JsonNode &data);
    void readDataText(std::string_view text);
    void readXml(std::string_view xml);
    void add(std::string_view name, std::string_view value) { m_fields.emplace_back(name, value); }
    std::string_view keep(std::string text) { return m_kept.emplace_back(std::move(text)); }

    std::vector<std::pair<std::string_view, std::string_view>> m_fields;
    std::deque<std::string> m_kept; ///< texts that stand in no tree; a deque so that views stay
    JsonTree m_dataTree;
};

/// Time in any form that shippers use: ISO with T or blank, with or without zone and fraction. 0 if it is none.
Ticks ticksFromBytes(std::string_view text);

} // namespace watchdesk::intake
