// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

#include <QByteArray>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace watchdesk::intake {

class WindowsEvent;

/// A recorded start of a process; what later events of the process do not repeat.
struct ProcessStart
{
    std::string guid;
    qint64 id = 0;
    Ticks written = 0; ///< the record's own, uncorrected time
    Ticks created = 0; ///< UTC, 0 where only the record's time is known
    bool isSysmon = false;
    std::string image, commandLine, user, userSid, integrity, elevation, hashes;
    std::string company, product, version, originalName, description;
    std::string parentGuid, parentImage;
    qint64 parentId = 0;
    std::optional<qint64> logonId, session;
};

/// What has to be known of one host's log before its events can be mapped: the clock's error, the processes that start
/// in it, and which records have a twin from another channel.
class HostFacts
{
public:
    explicit HostFacts(std::string_view name);

    const QByteArray &deviceName() const { return m_deviceName; }
    const QByteArray &deviceId() const { return m_deviceId; } ///< SHA-1 of the lower-case name: stable
    qint64 events() const { return m_events; }
    /// What to add to a record's own time: the median of UtcTime − time over Sysmon's events but 3 and 22, whose
    /// UtcTime is wrong on suspended machines, rounded to a quarter of an hour. 0 without Sysmon.
    Ticks offset() const { return m_offset; }

    void observe(const WindowsEvent &event);
    void finish();

    const ProcessStart *process(std::string_view guid) const;
    /// The latest start of this id at or before `written`, with two seconds' grace.
    const ProcessStart *process(qint64 id, Ticks written) const;
    Ticks creationTime(const ProcessStart &start) const
    {
        return start.created ? start.created : start.written + m_offset;
    }

    bool hasSysmonStart(qint64 id, Ticks written) const; ///< within 2 s: the 4688 is a twin
    bool
    hasSysmonConnection(const WindowsEvent &event) const; ///< of the same addresses within 2 min: the 5156 is a twin
    bool hasServiceAudit(std::string_view service, Ticks written) const; ///< a 4697 within 60 s: the 7045 is a twin
    bool isAdminLogon(std::string_view logonId) const;                   ///< a 4672 named it
    /// Sysmon 19 and 20 as JSON, by name, to be folded into the binding.
    std::string_view wmiPart(std::string_view name) const;

private:
    void observeStart(const WindowsEvent &event);
    void observeAudit(const WindowsEvent &event);

    static constexpr size_t kMaxSamples = 200'000;
    static constexpr size_t kMaxConnections = 2'000'000;

    QByteArray m_deviceName, m_deviceId;
    qint64 m_events = 0;
    Ticks m_offset = 0;
    std::vector<Ticks> m_samples;
    std::deque<ProcessStart> m_starts;
    std::unordered_map<std::string, const ProcessStart *> m_byGuid;
    std::unordered_map<qint64, std::vector<const ProcessStart *>> m_byId; ///< in order of time
    std::unordered_map<size_t, std::vector<Ticks>> m_connections;
    std::multimap<std::string, Ticks, std::less<>> m_services;
    std::set<std::string, std::less<>> m_adminLogons;
    std::map<std::string, std::string, std::less<>> m_wmiParts;
};

/// The facts of all hosts in one file; filled in a first pass over it.
class WindowsFacts
{
public:
    void observe(const WindowsEvent &event) { host(event).observe(event); }
    void finish();
    HostFacts &host(const WindowsEvent &event);
    Ticks mainOffset() const; ///< of the host with the most events

private:
    std::unordered_map<std::string, HostFacts> m_hosts;
    std::string m_lastName;
    HostFacts *m_last = nullptr;
};

/// A process GUID as one form: lower case, no braces.
std::string normalGuid(std::string_view text);
std::string lowerText(std::string_view text); ///< UTF-8, beyond ASCII too

} // namespace watchdesk::intake
