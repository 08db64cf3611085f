// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/windowsfacts.h"

#include "app/intake/formats/jsonfields.h"
#include "app/intake/formats/textcodec.h"
#include "app/intake/formats/windowsevent.h"

#include <QCryptographicHash>
#include <QString>

#include <algorithm>
#include <cmath>

namespace watchdesk::intake {

namespace {

constexpr Ticks kQuarterHour = 900 * kTicksPerSecond;

size_t connectionKey(std::string_view protocol, std::string_view source, std::string_view sourcePort,
                     std::string_view target, std::string_view targetPort)
{
    QByteArray key = protocolName(protocol) + '|';
    key += normalAddress(source) + '|';
    key.append(sourcePort.data(), qsizetype(sourcePort.size())).append('|');
    key += normalAddress(target) + '|';
    key.append(targetPort.data(), qsizetype(targetPort.size()));
    return qHash(key);
}

bool isNear(Ticks a, Ticks b, Ticks window) { return std::abs(a - b) <= window; }

std::optional<qint64> sessionNumber(std::string_view text)
{
    return text.empty() ? std::nullopt : numberFromText(text);
}

} // namespace

std::string normalGuid(std::string_view text)
{
    if (text.size() > 2 && text.front() == '{' && text.back() == '}')
        text = text.substr(1, text.size() - 2);
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : char(c); });
    return lower;
}

std::string lowerText(std::string_view text)
{
    const bool isAscii = std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    if (isAscii)
        return normalGuid(text);
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toLower().toStdString();
}

HostFacts::HostFacts(std::string_view name)
{
    m_deviceName = QByteArray::fromStdString(lowerText(name));
    m_deviceId = QCryptographicHash::hash(m_deviceName, QCryptographicHash::Sha1).toHex();
}

void HostFacts::observe(const WindowsEvent &event)
{
    ++m_events;
    if (!event.isSysmon) {
        observeAudit(event);
        return;
    }
    if (event.id == 3) {
        if (m_connections.size() < kMaxConnections)
            m_connections[connectionKey(event["Protocol"], event["SourceIp"], event["SourcePort"],
                                        event["DestinationIp"], event["DestinationPort"])]
                .push_back(event.written);
        return;
    }
    if (event.id == 22)
        return;
    if (const Ticks utc = ticksFromBytes(event["UtcTime"]);
        utc != 0 && event.written != 0 && m_samples.size() < kMaxSamples)
        m_samples.push_back(utc - event.written);
    if (event.id == 1)
        observeStart(event);
    if (event.id == 19 || event.id == 20) {
        JsonFields part;
        for (std::string_view name : {"EventNamespace", "Name", "Query", "Type", "Destination"})
            part.text(name, event[name]);
        m_wmiParts.emplace(std::string(event["Name"]), part.take().toStdString());
    }
}

void HostFacts::observeStart(const WindowsEvent &event)
{
    const auto text = [&](std::string_view name) { return std::string(event[name]); };
    ProcessStart start;
    start.isSysmon = true;
    start.guid = normalGuid(event.either("ProcessGuid", "ProcessGUID"));
    start.id = numberFromText(event["ProcessId"]).value_or(0);
    start.written = event.written;
    start.created = ticksFromBytes(event["UtcTime"]);
    start.image = text("Image");
    start.commandLine = text("CommandLine");
    start.user = text("User");
    start.integrity = text("IntegrityLevel");
    start.hashes = text("Hashes");
    start.company = text("Company");
    start.product = text("Product");
    start.version = text("FileVersion");
    start.originalName = text("OriginalFileName");
    start.description = text("Description");
    start.parentGuid = normalGuid(event.either("ParentProcessGuid", "ParentProcessGUID"));
    start.parentImage = text("ParentImage");
    start.parentId = numberFromText(event["ParentProcessId"]).value_or(0);
    start.logonId = sessionNumber(event["LogonId"]);
    start.session = sessionNumber(event["TerminalSessionId"]);
    m_starts.push_back(std::move(start));
}

void HostFacts::observeAudit(const WindowsEvent &event)
{
    if (!event.isSecurity)
        return;
    if (event.id == 4672) {
        m_adminLogons.emplace(event["SubjectLogonId"]);
    } else if (event.id == 4697) {
        m_services.emplace(std::string(event["ServiceName"]), event.written);
    } else if (event.id == 4688) {
        ProcessStart start;
        start.id = numberFromText(event["NewProcessId"]).value_or(0);
        start.written = event.written;
        start.image = std::string(event["NewProcessName"]);
        start.commandLine = std::string(event["CommandLine"]);
        start.parentImage = std::string(event["ParentProcessName"]);
        start.parentId = numberFromText(event["ProcessId"]).value_or(0);
        start.user = std::string(event["SubjectDomainName"]) + '\\' + std::string(event["SubjectUserName"]);
        start.userSid = std::string(event["SubjectUserSid"]);
        start.logonId = sessionNumber(event["SubjectLogonId"]);
        m_starts.push_back(std::move(start));
    }
}

void HostFacts::finish()
{
    if (!m_samples.empty()) {
        const auto middle = m_samples.begin() + qsizetype(m_samples.size() / 2);
        std::nth_element(m_samples.begin(), middle, m_samples.end());
        m_offset = Ticks(std::llround(double(*middle) / double(kQuarterHour))) * kQuarterHour;
        std::vector<Ticks>().swap(m_samples);
    }
    for (const auto &start : m_starts) {
        if (!start.guid.empty())
            m_byGuid.emplace(start.guid, &start);
        m_byId[start.id].push_back(&start);
    }
    for (auto &[id, starts] : m_byId)
        std::stable_sort(starts.begin(), starts.end(),
                         [](const auto *a, const auto *b) { return a->written < b->written; });
    for (auto &[key, times] : m_connections)
        std::sort(times.begin(), times.end());
}

const ProcessStart *HostFacts::process(std::string_view guid) const
{
    const auto found = guid.empty() ? m_byGuid.end() : m_byGuid.find(std::string(guid));
    return found == m_byGuid.end() ? nullptr : found->second;
}

const ProcessStart *HostFacts::process(qint64 id, Ticks written) const
{
    const auto found = m_byId.find(id);
    if (id == 0 || found == m_byId.end())
        return nullptr;
    const ProcessStart *best = nullptr;
    for (const ProcessStart *start : found->second) {
        if (start->written > written + 2 * kTicksPerSecond)
            break;
        // Of twins the one with more to tell.
        if (!best || start->isSysmon || !isNear(start->written, best->written, 2 * kTicksPerSecond))
            best = start;
    }
    return best;
}

bool HostFacts::hasSysmonStart(qint64 id, Ticks written) const
{
    const auto found = m_byId.find(id);
    return found != m_byId.end() && std::any_of(found->second.begin(), found->second.end(), [&](const auto *start) {
               return start->isSysmon && isNear(start->written, written, 2 * kTicksPerSecond);
           });
}

bool HostFacts::hasSysmonConnection(const WindowsEvent &event) const
{
    const auto found = m_connections.find(connectionKey(event["Protocol"], event["SourceAddress"], event["SourcePort"],
                                                        event["DestAddress"], event["DestPort"]));
    if (found == m_connections.end())
        return false;
    constexpr Ticks kWindow = 2 * kTicksPerMinute;
    const auto after = std::lower_bound(found->second.begin(), found->second.end(), event.written - kWindow);
    return after != found->second.end() && *after <= event.written + kWindow;
}

bool HostFacts::hasServiceAudit(std::string_view service, Ticks written) const
{
    const auto [first, last] = m_services.equal_range(service);
    return std::any_of(first, last,
                       [&](const auto &each) { return isNear(each.second, written, 60 * kTicksPerSecond); });
}

bool HostFacts::isAdminLogon(std::string_view logonId) const
{
    return !logonId.empty() && m_adminLogons.find(logonId) != m_adminLogons.end();
}

std::string_view HostFacts::wmiPart(std::string_view name) const
{
    const auto found = m_wmiParts.find(name);
    return found == m_wmiParts.end() ? std::string_view() : std::string_view(found->second);
}

HostFacts &WindowsFacts::host(const WindowsEvent &event)
{
    if (m_last && event.host == m_lastName)
        return *m_last;
    m_lastName = std::string(event.host);
    m_last = &m_hosts.try_emplace(lowerText(event.host), event.host).first->second;
    return *m_last;
}

void WindowsFacts::finish()
{
    for (auto &[name, facts] : m_hosts)
        facts.finish();
}

Ticks WindowsFacts::mainOffset() const
{
    const auto most = std::max_element(m_hosts.begin(), m_hosts.end(), [](const auto &a, const auto &b) {
        return a.second.events() < b.second.events();
    });
    return most == m_hosts.end() ? 0 : most->second.offset();
}

} // namespace watchdesk::intake
