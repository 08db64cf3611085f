// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/eventrow.h"

#include "app/intake/formats/textcodec.h"

namespace watchdesk::intake {

namespace {

std::string joined(std::string_view a, std::string_view b)
{
    std::string text(a);
    text += b;
    return text;
}

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

} // namespace

std::string EventContext::source() const
{
    std::string_view channel = event.isSysmon ? "sysmon" : event.isSecurity ? "security" : event.channel;
    if (channel.empty())
        channel = event.provider;
    return lowerText(channel) + ':' + std::to_string(event.id);
}

std::string_view baseName(std::string_view path)
{
    const size_t slash = path.find_last_of("\\/");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view addressType(std::string_view address)
{
    const auto starts = [&](std::string_view prefix) { return address.substr(0, prefix.size()) == prefix; };
    if (address.empty())
        return {};
    if (starts("127.") || address == "::1")
        return "Loopback";
    if (address == "255.255.255.255")
        return "Broadcast";
    if (starts("10.") || starts("192.168.") || starts("fc") || starts("fd"))
        return "Private";
    if (starts("169.254.") || starts("fe8") || starts("fe9") || starts("fea") || starts("feb"))
        return "LinkLocal";
    if (starts("172.") && address.size() > 6 && address[6] == '.') {
        const int second = (address[4] - '0') * 10 + (address[5] - '0');
        if (second >= 16 && second <= 31)
            return "Private";
    }
    const int first = std::atoi(std::string(address.substr(0, 3)).c_str());
    if (starts("ff") || (address.find(':') == std::string_view::npos && first >= 224 && first <= 239))
        return "Multicast";
    if (address == "::" || (address.find(':') == std::string_view::npos && (first == 0 || first >= 240)))
        return "Reserved";
    return "Public";
}

EventRow::EventRow(const EventContext &context, std::string_view table, std::string_view action)
    : m_context(context)
    , m_row(context.rows[table])
{
    m_row.number("Timestamp", context.time);
    m_row.text("DeviceId", view(context.host.deviceId()));
    m_row.text("DeviceName", view(context.host.deviceName()));
    m_row.text("ActionType", action);
    m_row.number("ReportId", context.nextReport(context.host.deviceId()));
}

EventRow &EventRow::text(std::string_view column, std::string_view value)
{
    m_row.text(column, value);
    return *this;
}

EventRow &EventRow::number(std::string_view column, std::optional<qint64> value)
{
    if (value)
        m_row.number(column, *value);
    return *this;
}

EventRow &EventRow::time(std::string_view column, Ticks value)
{
    if (value > 0)
        m_row.number(column, value);
    return *this;
}

EventRow &EventRow::boolean(std::string_view column, bool value)
{
    m_row.boolean(column, value);
    return *this;
}

EventRow &EventRow::extra(JsonFields fields)
{
    m_row.text("AdditionalFields", view(fields.take()));
    return *this;
}

EventRow &EventRow::file(std::string_view path)
{
    m_row.text("FileName", baseName(path));
    m_row.text("FolderPath", path);
    return *this;
}

EventRow &EventRow::hashes(std::string_view list, std::string_view prefix)
{
    while (!list.empty()) {
        const size_t comma = list.find(',');
        const std::string_view part = list.substr(0, comma);
        const size_t equals = part.find('=');
        if (equals != std::string_view::npos) {
            const std::string_view name = part.substr(0, equals);
            if (name == "SHA1" || name == "MD5" || name == "SHA256")
                m_row.text(joined(prefix, name), lowerText(part.substr(equals + 1)));
        }
        if (comma == std::string_view::npos)
            break;
        list = list.substr(comma + 1);
    }
    return *this;
}

EventRow &EventRow::account(std::string_view user, std::string_view prefix)
{
    const size_t slash = user.find('\\');
    if (slash == std::string_view::npos) {
        m_row.text(joined(prefix, "AccountName"), user);
        return *this;
    }
    m_row.text(joined(prefix, "AccountDomain"), user.substr(0, slash));
    m_row.text(joined(prefix, "AccountName"), user.substr(slash + 1));
    return *this;
}

EventRow &EventRow::endpoint(std::string_view side, std::string_view address, std::string_view port)
{
    const QByteArray ip = normalAddress(address);
    m_row.text(joined(side, "IP"), view(ip));
    m_row.text(joined(side, "IPType"), addressType(view(ip)));
    if (const auto number = portFromText(port))
        m_row.number(joined(side, "Port"), *number);
    return *this;
}

EventRow &EventRow::initiating(std::string_view guid, std::string_view id, std::string_view image,
                               std::string_view user)
{
    const std::string key = normalGuid(guid);
    const auto number = numberFromText(id);
    this->number("InitiatingProcessId", number);
    m_row.text("InitiatingProcessFileName", baseName(image));
    m_row.text("InitiatingProcessFolderPath", lowerText(image));
    m_row.text("InitiatingProcessUniqueId", key);
    account(user, "InitiatingProcess");
    const ProcessStart *start = m_context.host.process(key);
    if (!start && key.empty() && number)
        start = m_context.host.process(*number, m_context.event.written);
    if (start)
        initiatingFromStart(*start);
    return *this;
}

void EventRow::initiatingFromStart(const ProcessStart &start)
{
    const HostFacts &host = m_context.host;
    m_row.text("InitiatingProcessFileName", baseName(start.image));
    m_row.text("InitiatingProcessFolderPath", lowerText(start.image));
    m_row.text("InitiatingProcessUniqueId", start.guid);
    m_row.text("InitiatingProcessCommandLine", start.commandLine);
    time("InitiatingProcessCreationTime", host.creationTime(start));
    hashes(start.hashes, "InitiatingProcess");
    account(start.user, "InitiatingProcess");
    m_row.text("InitiatingProcessAccountSid", start.userSid);
    m_row.text("InitiatingProcessIntegrityLevel", start.integrity);
    m_row.text("InitiatingProcessTokenElevation", start.elevation);
    m_row.text("InitiatingProcessVersionInfoCompanyName", start.company);
    m_row.text("InitiatingProcessVersionInfoProductName", start.product);
    m_row.text("InitiatingProcessVersionInfoProductVersion", start.version);
    m_row.text("InitiatingProcessVersionInfoOriginalFileName", start.originalName);
    m_row.text("InitiatingProcessVersionInfoFileDescription", start.description);
    m_row.text("InitiatingProcessParentFileName", baseName(start.parentImage));
    number("InitiatingProcessLogonId", start.logonId);
    number("InitiatingProcessSessionId", start.session);
    if (start.parentId > 0)
        m_row.number("InitiatingProcessParentId", start.parentId);
    const ProcessStart *parent = host.process(start.parentGuid);
    if (!parent && start.parentGuid.empty())
        parent = host.process(start.parentId, start.written);
    if (parent && parent != &start)
        time("InitiatingProcessParentCreationTime", host.creationTime(*parent));
}

} // namespace watchdesk::intake
