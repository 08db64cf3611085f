// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sysmon's events as rows of the hunting tables. One function an event id; the dispatch is at the end.

#include "app/intake/formats/eventrow.h"
#include "app/intake/formats/textcodec.h"

namespace watchdesk::intake {

namespace {

EventRow &byImage(EventRow &row, const WindowsEvent &event)
{
    return row.initiating(event.either("ProcessGuid", "ProcessGUID"), event["ProcessId"], event["Image"],
                          event["User"]);
}

/// "HKLM\.." as Defender writes it; application hives (\REGISTRY\A) have no root name and stay.
std::string registryPath(std::string_view path)
{
    static constexpr std::pair<std::string_view, std::string_view> kRoots[] = {
        {"HKLM", "HKEY_LOCAL_MACHINE"},
        {"HKU", "HKEY_USERS"},
        {"HKCR", "HKEY_CLASSES_ROOT"},
        {"HKCU", "HKEY_CURRENT_USER"},
        {"\\REGISTRY\\MACHINE", "HKEY_LOCAL_MACHINE"},
        {"\\REGISTRY\\USER", "HKEY_USERS"},
    };
    for (const auto &[shortName, name] : kRoots) {
        if (path.substr(0, shortName.size()) == shortName &&
            (path.size() == shortName.size() || path[shortName.size()] == '\\'))
            return std::string(name) + std::string(path.substr(shortName.size()));
    }
    return std::string(path);
}

std::pair<std::string_view, std::string_view> splitLast(std::string_view path)
{
    const size_t slash = path.rfind('\\');
    if (slash == std::string_view::npos)
        return {path, {}};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

std::string_view inParentheses(std::string_view text)
{
    const size_t open = text.find('('), close = text.rfind(')');
    return open == std::string_view::npos || close == std::string_view::npos || close < open
               ? std::string_view()
               : text.substr(open + 1, close - open - 1);
}

/// "DWORD (0x0000000a)" → Dword, "10"; "QWORD (0x00000000-0x0000000a)" → Qword, "10": the decimal form of the hunting
/// table.
void registryValue(EventRow *row, std::string_view details)
{
    const std::string_view inner = inParentheses(details);
    if (details.substr(0, 5) == "DWORD") {
        const auto value = numberFromText(inner);
        row->text("RegistryValueType", "Dword")
            .text("RegistryValueData", value ? std::to_string(*value) : std::string(details));
    } else if (details.substr(0, 5) == "QWORD") {
        const size_t dash = inner.find('-');
        const auto high = numberFromText(inner.substr(0, dash));
        const auto low = dash == std::string_view::npos ? std::nullopt : numberFromText(inner.substr(dash + 1));
        const bool isRead = high && low;
        row->text("RegistryValueType", "Qword")
            .text("RegistryValueData",
                  isRead ? std::to_string(quint64(*high) << 32 | quint64(*low)) : std::string(details));
    } else if (details == "Binary Data") {
        row->text("RegistryValueType", "Binary").text("RegistryValueData", details);
    } else if (!details.empty()) {
        row->text("RegistryValueType", "String").text("RegistryValueData", details);
    }
}

bool processCreated(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceProcessEvents", "ProcessCreated");
    row.file(event["Image"]).hashes(event["Hashes"]).account(event["User"]);
    row.number("ProcessId", numberFromText(event["ProcessId"]))
        .text("ProcessCommandLine", event["CommandLine"])
        .time("ProcessCreationTime", ticksFromBytes(event["UtcTime"]))
        .text("ProcessIntegrityLevel", event["IntegrityLevel"])
        .text("ProcessVersionInfoCompanyName", event["Company"])
        .text("ProcessVersionInfoProductName", event["Product"])
        .text("ProcessVersionInfoProductVersion", event["FileVersion"])
        .text("ProcessVersionInfoOriginalFileName", event["OriginalFileName"])
        .text("ProcessVersionInfoFileDescription", event["Description"])
        .text("ProcessUniqueId", normalGuid(event.either("ProcessGuid", "ProcessGUID")))
        .number("LogonId", numberFromText(event["LogonId"]))
        .number("CreatedProcessSessionId", numberFromText(event["TerminalSessionId"]));
    row.text("InitiatingProcessCommandLine", event["ParentCommandLine"]);
    row.initiating(event.either("ParentProcessGuid", "ParentProcessGUID"), event["ParentProcessId"],
                   event["ParentImage"], event["ParentUser"]);
    row.extra(JsonFields(context.source())
                  .text("CurrentDirectory", event["CurrentDirectory"])
                  .text("RuleName", event["RuleName"]));
    return true;
}

bool fileTimeChanged(const EventContext &context)
{
    EventRow row(context, "DeviceFileEvents", "FileModified");
    byImage(row.file(context.event["TargetFilename"]), context.event);
    row.extra(JsonFields(context.source())
                  .text("CreationUtcTime", context.event["CreationUtcTime"])
                  .text("PreviousCreationUtcTime", context.event["PreviousCreationUtcTime"]));
    return true;
}

bool connection(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    const bool isOutbound = lowerText(event["Initiated"]) != "false";
    EventRow row(context, "DeviceNetworkEvents", isOutbound ? "ConnectionSuccess" : "InboundConnectionAccepted");
    row.endpoint(isOutbound ? "Local" : "Remote", event["SourceIp"], event["SourcePort"]);
    row.endpoint(isOutbound ? "Remote" : "Local", event["DestinationIp"], event["DestinationPort"]);
    row.text("RemoteUrl", event[isOutbound ? "DestinationHostname" : "SourceHostname"]);
    row.text("Protocol", protocolName(event["Protocol"]).toStdString());
    byImage(row, event).extra(JsonFields(context.source()).text("RuleName", event["RuleName"]));
    return true;
}

bool driverLoaded(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", "DriverLoad");
    row.file(event["ImageLoaded"]).hashes(event["Hashes"]);
    row.extra(JsonFields(context.source())
                  .text("Signed", event["Signed"])
                  .text("Signature", event["Signature"])
                  .text("SignatureStatus", event["SignatureStatus"]));
    return true;
}

bool imageLoaded(const EventContext &context)
{
    EventRow row(context, "DeviceImageLoadEvents", "ImageLoaded");
    byImage(row.file(context.event["ImageLoaded"]).hashes(context.event["Hashes"]), context.event);
    return true;
}

/// Events 8 and 10: one process does something to another.
bool betweenProcesses(const EventContext &context, std::string_view action, JsonFields extra)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", action);
    row.file(event["TargetImage"])
        .number("ProcessId", numberFromText(event["TargetProcessId"]))
        .account(event["TargetUser"]);
    if (const ProcessStart *target =
            context.host.process(normalGuid(event.either("TargetProcessGuid", "TargetProcessGUID"))))
        row.text("ProcessCommandLine", target->commandLine)
            .time("ProcessCreationTime", context.host.creationTime(*target))
            .hashes(target->hashes)
            .number("LogonId", target->logonId);
    row.initiating(event.either("SourceProcessGuid", "SourceProcessGUID"), event["SourceProcessId"],
                   event["SourceImage"], event["SourceUser"]);
    row.extra(std::move(extra));
    return true;
}

bool remoteThread(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    return betweenProcesses(context, "CreateRemoteThreadApiCall",
                            JsonFields(context.source())
                                .text("StartAddress", event["StartAddress"])
                                .text("StartModule", event["StartModule"])
                                .text("StartFunction", event["StartFunction"])
                                .text("NewThreadId", event["NewThreadId"]));
}

bool processAccess(const EventContext &context)
{
    JsonFields extra(context.source());
    if (const auto access = numberFromText(context.event["GrantedAccess"]))
        extra.number("DesiredAccess", *access);
    extra.text("CallTrace", context.event["CallTrace"]);
    return betweenProcesses(context, "OpenProcessApiCall", std::move(extra));
}

bool fileEvent(const EventContext &context, std::string_view action)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceFileEvents", action);
    byImage(row.file(event["TargetFilename"]).hashes(event["Hashes"]), event);
    row.extra(JsonFields(context.source())
                  .text("CreationUtcTime", event["CreationUtcTime"])
                  .text("Archived", event["Archived"]));
    return true;
}

bool fileStream(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    std::string_view path = event["TargetFilename"], stream;
    if (const size_t colon = path.rfind(':'); colon != std::string_view::npos && colon > 2) {
        stream = path.substr(colon + 1);
        path = path.substr(0, colon);
    }
    const auto fromZone = [&](std::string_view name) {
        const std::string_view contents = event["Contents"];
        const size_t at = contents.find(name);
        if (at == std::string_view::npos)
            return std::string_view();
        const std::string_view rest = contents.substr(at + name.size());
        return rest.substr(0, rest.find_first_of(" \t\r\n"));
    };
    EventRow row(context, "DeviceFileEvents", "FileCreated");
    row.file(path).text("FileOriginUrl", fromZone("HostUrl=")).text("FileOriginReferrerUrl", fromZone("ReferrerUrl="));
    if (stream.empty()) // else it is the stream's hash, not the file's
        row.hashes(event.either("Hash", "Hashes"));
    byImage(row, event).extra(JsonFields(context.source()).text("Stream", stream).text("Contents", event["Contents"]));
    return true;
}

bool registryObject(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    std::string_view kind = event["EventType"];
    if (kind != "CreateKey" && kind != "DeleteKey" && kind != "DeleteValue") // some shippers write their own over it
        kind = event.fromMessage("EventType");
    const std::string path = registryPath(event["TargetObject"]);
    if (kind == "DeleteValue") {
        const auto [key, value] = splitLast(path);
        EventRow row(context, "DeviceRegistryEvents", "RegistryValueDeleted");
        byImage(row.text("RegistryKey", key).text("RegistryValueName", value), event);
        return true;
    }
    if (kind != "CreateKey" && kind != "DeleteKey")
        return false;
    EventRow row(context, "DeviceRegistryEvents", kind == "CreateKey" ? "RegistryKeyCreated" : "RegistryKeyDeleted");
    byImage(row.text("RegistryKey", path), event);
    return true;
}

bool registryValueSet(const EventContext &context)
{
    const std::string path = registryPath(context.event["TargetObject"]);
    const auto [key, value] = splitLast(path);
    EventRow row(context, "DeviceRegistryEvents", "RegistryValueSet");
    row.text("RegistryKey", key).text("RegistryValueName", value);
    registryValue(&row, context.event["Details"]);
    byImage(row, context.event);
    return true;
}

bool registryRenamed(const EventContext &context)
{
    EventRow row(context, "DeviceRegistryEvents", "RegistryKeyRenamed");
    row.text("PreviousRegistryKey", registryPath(context.event["TargetObject"]))
        .text("RegistryKey", registryPath(context.event["NewName"]));
    byImage(row, context.event);
    return true;
}

bool namedPipe(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    std::string name(event["PipeName"]);
    if (!name.empty() && name.front() == '\\')
        name.insert(0, "\\Device\\NamedPipe");
    EventRow row(context, "DeviceEvents", "NamedPipeEvent");
    byImage(row, event)
        .extra(JsonFields(context.source())
                   .text("PipeName", name)
                   .text("FileOperation", event.id == 17 ? "File created" : "File opened"));
    return true;
}

bool wmiBinding(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    const auto quotedName = [](std::string_view reference) { // __EventFilter.Name="x"
        const size_t open = reference.find('"'), close = reference.rfind('"');
        return open == std::string_view::npos || close <= open ? reference
                                                               : reference.substr(open + 1, close - open - 1);
    };
    JsonFields extra(context.source());
    extra.text("Consumer", event["Consumer"]).text("Filter", event["Filter"]).text("Operation", event["Operation"]);
    if (const auto part = context.host.wmiPart(quotedName(event["Consumer"])); !part.empty())
        extra.json("ConsumerDetails", part);
    if (const auto part = context.host.wmiPart(quotedName(event["Filter"])); !part.empty())
        extra.json("FilterDetails", part);
    EventRow row(context, "DeviceEvents", "WmiBindEventFilterToConsumer");
    row.account(event["User"], "InitiatingProcess").extra(std::move(extra));
    return true;
}

bool dnsQuery(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", "DnsQueryResponse");
    byImage(row, event)
        .extra(JsonFields(context.source())
                   .text("DnsQueryString", event["QueryName"])
                   .text("DnsQueryResult", event["QueryResults"])
                   .text("QueryStatus", event["QueryStatus"]));
    return true;
}

bool clipboard(const EventContext &context)
{
    EventRow row(context, "DeviceEvents",
                 "GetClipboardData"); // Sysmon reports a change, Defender a read: not the same act
    byImage(row.hashes(context.event["Hashes"]), context.event)
        .extra(JsonFields(context.source()).text("ClientInfo", context.event["ClientInfo"]));
    return true;
}

} // namespace

bool mapSysmon(const EventContext &context)
{
    switch (context.event.id) {
    case 1:
        return processCreated(context);
    case 2:
        return fileTimeChanged(context);
    case 3:
        return connection(context);
    case 6:
        return driverLoaded(context);
    case 7:
        return imageLoaded(context);
    case 8:
        return remoteThread(context);
    case 10:
        return processAccess(context);
    case 11:
    case 29:
        return fileEvent(context, "FileCreated");
    case 12:
        return registryObject(context);
    case 13:
        return registryValueSet(context);
    case 14:
        return registryRenamed(context);
    case 15:
        return fileStream(context);
    case 17:
    case 18:
        return namedPipe(context);
    case 21:
        return wmiBinding(context);
    case 22:
        return dnsQuery(context);
    case 23:
    case 26:
        return fileEvent(context, "FileDeleted");
    case 24:
        return clipboard(context);
    default:
        return false; // 4, 5, 9, 16, 19, 20, 25, 27, 28, 255: no table of their own
    }
}

} // namespace watchdesk::intake
