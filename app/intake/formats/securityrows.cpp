// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Security log's events as rows of the hunting tables; the dispatch is at the end.

#include "app/intake/formats/eventrow.h"
#include "app/intake/formats/textcodec.h"

#include <array>

namespace watchdesk::intake {

namespace {

std::string_view logonTypeName(std::string_view number)
{
    static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"2", "Interactive"},
        {"3", "Network"},
        {"4", "Batch"},
        {"5", "Service"},
        {"7", "Unlock"},
        {"8", "NetworkCleartext"},
        {"9", "NewCredentials"},
        {"10", "RemoteInteractive"},
        {"11", "CachedInteractive"},
    };
    for (const auto &[code, name] : kNames) {
        if (code == number)
            return name;
    }
    return number;
}

std::string_view failureName(std::string_view status)
{
    static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"0xc000006a", "InvalidUserNameOrPassword"},
        {"0xc0000064", "InvalidUserNameOrPassword"},
        {"0xc000006d", "InvalidUserNameOrPassword"},
        {"0xc0000234", "AccountLockedOut"},
        {"0xc0000072", "AccountDisabled"},
        {"0xc0000071", "PasswordExpired"},
        {"0xc0000193", "AccountExpired"},
        {"0xc000006f", "LogonHoursViolation"},
        {"0xc0000070", "WorkstationRestriction"},
        {"0xc000015b", "LogonTypeNotGranted"},
        {"0xc0000224", "PasswordMustChange"},
    };
    const std::string lower = lowerText(status);
    for (const auto &[code, name] : kNames) {
        if (code == lower)
            return name;
    }
    return status;
}

std::string_view integrityName(std::string_view sid)
{
    static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"S-1-16-0", "Untrusted"},     {"S-1-16-4096", "Low"},   {"S-1-16-8192", "Medium"},
        {"S-1-16-8448", "MediumPlus"}, {"S-1-16-12288", "High"}, {"S-1-16-16384", "System"},
    };
    for (const auto &[code, name] : kNames) {
        if (code == sid)
            return name;
    }
    return sid;
}

std::string_view elevationName(std::string_view code)
{
    return code == "%%1936"   ? "TokenElevationTypeDefault"
           : code == "%%1937" ? "TokenElevationTypeFull"
           : code == "%%1938" ? "TokenElevationTypeLimited"
                              : code;
}

void subject(EventRow &row, const WindowsEvent &event)
{
    row.text("InitiatingProcessAccountDomain", event["SubjectDomainName"])
        .text("InitiatingProcessAccountName", event["SubjectUserName"])
        .text("InitiatingProcessAccountSid", event["SubjectUserSid"]);
}

void target(EventRow &row, const WindowsEvent &event)
{
    row.text("AccountDomain", event["TargetDomainName"])
        .text("AccountName", event["TargetUserName"])
        .text("AccountSid", event.either("TargetUserSid", "TargetSid"));
}

bool logon(const EventContext &context, std::string_view action)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceLogonEvents", action);
    target(row, event);
    row.text("LogonType", logonTypeName(event["LogonType"]))
        .number("LogonId", numberFromText(event["TargetLogonId"]))
        .text("Protocol", event["AuthenticationPackageName"])
        .text("RemoteDeviceName", event.either("WorkstationName", "TargetServerName"))
        .endpoint("Remote", event["IpAddress"], event["IpPort"]);
    if (event.id == 4624)
        row.boolean("IsLocalAdmin", context.host.isAdminLogon(event["TargetLogonId"]));
    if (event.id == 4625)
        row.text("FailureReason", failureName(event.either("SubStatus", "Status")));
    subject(row, event);
    const auto process = numberFromText(event["ProcessId"]);
    row.initiating({}, process.value_or(0) > 0 ? event["ProcessId"] : std::string_view(), event["ProcessName"], {});
    row.extra(JsonFields(context.source())
                  .text("LogonProcessName", event["LogonProcessName"])
                  .text("TargetServerName", event["TargetServerName"])
                  .text("ElevatedToken", event["ElevatedToken"]));
    return true;
}

bool processCreated(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    const auto id = numberFromText(event["NewProcessId"]);
    if (context.host.hasSysmonStart(id.value_or(0), event.written))
        return false; // its twin tells more
    EventRow row(context, "DeviceProcessEvents", "ProcessCreated");
    const bool isOther = !event["TargetUserName"].empty();
    row.file(event["NewProcessName"])
        .number("ProcessId", id)
        .text("ProcessCommandLine", event["CommandLine"])
        .time("ProcessCreationTime", context.time)
        .text("ProcessTokenElevation", elevationName(event["TokenElevationType"]))
        .text("ProcessIntegrityLevel", integrityName(event["MandatoryLabel"]))
        .text("AccountDomain", event[isOther ? "TargetDomainName" : "SubjectDomainName"])
        .text("AccountName", event[isOther ? "TargetUserName" : "SubjectUserName"])
        .text("AccountSid", event[isOther ? "TargetUserSid" : "SubjectUserSid"])
        .number("LogonId", numberFromText(event[isOther ? "TargetLogonId" : "SubjectLogonId"]));
    subject(row, event);
    row.initiating({}, event["ProcessId"], event["ParentProcessName"], {}).extra(JsonFields(context.source()));
    return true;
}

bool serviceInstalled(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", "ServiceInstalled");
    row.file(event["ServiceFileName"]);
    subject(row, event);
    row.extra(JsonFields(context.source())
                  .text("ServiceName", event["ServiceName"])
                  .text("ServiceFileName", event["ServiceFileName"])
                  .text("ServiceType", event["ServiceType"])
                  .text("ServiceStartType", event["ServiceStartType"])
                  .text("ServiceAccount", event["ServiceAccount"]));
    return true;
}

bool scheduledTask(const EventContext &context, std::string_view action)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", action);
    subject(row, event);
    row.extra(JsonFields(context.source())
                  .text("TaskName", event["TaskName"])
                  .text("TaskContent", event.either("TaskContent", "TaskContentNew")));
    return true;
}

bool account(const EventContext &context, std::string_view action)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", action);
    target(row, event);
    subject(row, event);
    row.extra(JsonFields(context.source()).text("SamAccountName", event["SamAccountName"]));
    return true;
}

bool groupMember(const EventContext &context, std::string_view action, std::string_view scope)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", action);
    row.text("AccountSid", event["MemberSid"]).text("AccountName", event["MemberName"]);
    subject(row, event);
    row.extra(JsonFields(context.source())
                  .text("GroupName", event["TargetUserName"])
                  .text("GroupDomainName", event["TargetDomainName"])
                  .text("GroupSid", event["TargetSid"])
                  .text("GroupScope", scope));
    return true;
}

bool filteredConnection(const EventContext &context, std::string_view table, std::string_view outbound,
                        std::string_view inbound)
{
    const WindowsEvent &event = context.event;
    const bool isInbound = event["Direction"] == "%%14592";
    EventRow row(context, table, isInbound ? inbound : outbound);
    row.endpoint(isInbound ? "Remote" : "Local", event["SourceAddress"], event["SourcePort"]);
    row.endpoint(isInbound ? "Local" : "Remote", event["DestAddress"], event["DestPort"]);
    row.text("Protocol", protocolName(event["Protocol"]).toStdString());
    row.initiating({}, event.either("ProcessID", "ProcessId"), event["Application"], {});
    row.extra(JsonFields(context.source())
                  .text("Protocol", protocolName(event["Protocol"]).toStdString())
                  .text("FilterRTID", event["FilterRTID"])
                  .text("LayerName", event["LayerName"]));
    return true;
}

bool listening(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceNetworkEvents", "ListeningConnectionCreated");
    row.endpoint("Local", event["SourceAddress"], event["SourcePort"])
        .text("Protocol", protocolName(event["Protocol"]).toStdString())
        .initiating({}, event.either("ProcessID", "ProcessId"), event["Application"], {})
        .extra(JsonFields(context.source()));
    return true;
}

/// 4662 only with one of the rights that a domain controller's copy asks for.
bool directoryReplication(const EventContext &context)
{
    static constexpr std::array<std::string_view, 5> kRights = {
        "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2", "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2",
        "89e95b76-444d-4c62-991a-0facbeda640c", "1131f6ab-9c07-11d1-f79f-00c04fc2dcd2",
        "9923a32a-3607-11d2-b9be-0000f87a36b2"};
    const WindowsEvent &event = context.event;
    const std::string properties = lowerText(event["Properties"]);
    const bool isReplication = std::any_of(kRights.begin(), kRights.end(), [&](std::string_view right) {
        return properties.find(right) != std::string::npos;
    });
    if (!isReplication)
        return false;
    EventRow row(context, "IdentityDirectoryEvents", "Directory Services replication");
    row.text("Application", "Active Directory")
        .text("AccountName", event["SubjectUserName"])
        .text("AccountDomain", event["SubjectDomainName"])
        .text("AccountSid", event["SubjectUserSid"])
        .text("DestinationDeviceName",
              {context.host.deviceName().constData(), size_t(context.host.deviceName().size())});
    row.extra(
        JsonFields(context.source()).text("Properties", event["Properties"]).text("AccessMask", event["AccessMask"]));
    return true;
}

/// Kerberos and NTLM as a domain controller sees them: the device is the caller, the controller the destination.
bool directoryLogon(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    const std::string_view status = event["Status"];
    const bool isSuccess = event.id != 4771 && (status.empty() || numberFromText(status) == 0);
    std::string_view name = event["TargetUserName"], domain = event["TargetDomainName"];
    if (const size_t at = name.find('@'); at != std::string_view::npos)
        name = name.substr(0, at);
    EventRow row(context, "IdentityLogonEvents", isSuccess ? "LogonSuccess" : "LogonFailed");
    row.text("Application", "Active Directory")
        .text("Protocol", event.id == 4776 ? "Ntlm" : "Kerberos")
        .text("AccountName", name)
        .text("AccountDomain", domain)
        .text("AccountSid", event["TargetSid"])
        .text("DestinationDeviceName",
              {context.host.deviceName().constData(), size_t(context.host.deviceName().size())})
        .text("TargetDeviceName", event.id == 4769 ? event["ServiceName"] : std::string_view());
    if (!isSuccess)
        row.text("FailureReason", failureName(status));
    const QByteArray address = normalAddress(event["IpAddress"]);
    row.text("IPAddress", {address.constData(), size_t(address.size())});
    if (const auto port = portFromText(event["IpPort"]))
        row.number("Port", *port);
    row.extra(JsonFields(context.source())
                  .text("ServiceName", event["ServiceName"])
                  .text("TicketEncryptionType", event["TicketEncryptionType"])
                  .text("TicketOptions", event["TicketOptions"])
                  .text("PreAuthType", event["PreAuthType"])
                  .text("Workstation", event["Workstation"])
                  .text("Status", status));
    return true;
}

bool simple(const EventContext &context, std::string_view action)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", action);
    subject(row, event);
    row.extra(JsonFields(context.source())
                  .text("CategoryId", event["CategoryId"])
                  .text("SubcategoryGuid", event["SubcategoryGuid"])
                  .text("AuditPolicyChanges", event["AuditPolicyChanges"]));
    return true;
}

bool accountChange(const EventContext &context)
{
    switch (context.event.id) {
    case 4720:
        return account(context, "UserAccountCreated");
    case 4723:
    case 4724:
        return account(context, "PasswordChangeAttempt");
    case 4726:
        return account(context, "UserAccountDeleted");
    case 4728:
        return groupMember(context, "UserAccountAddedToLocalGroup", "Global");
    case 4731:
        return account(context, "SecurityGroupCreated");
    case 4732:
        return groupMember(context, "UserAccountAddedToLocalGroup", "Local");
    case 4733:
        return groupMember(context, "UserAccountRemovedFromLocalGroup", "Local");
    case 4738:
        return account(context, "UserAccountModified");
    case 4756:
        return groupMember(context, "UserAccountAddedToLocalGroup", "Universal");
    default:
        return false;
    }
}

bool networkAudit(const EventContext &context)
{
    switch (context.event.id) {
    case 5152:
    case 5157:
        return filteredConnection(context, "DeviceEvents", "FirewallOutboundConnectionBlocked",
                                  "FirewallInboundConnectionBlocked");
    case 5154:
        return listening(context);
    case 5156:
        return !context.host.hasSysmonConnection(context.event) &&
               filteredConnection(context, "DeviceNetworkEvents", "ConnectionSuccess", "InboundConnectionAccepted");
    default:
        return false;
    }
}

} // namespace

bool mapSecurity(const EventContext &context)
{
    switch (context.event.id) {
    case 1102:
        return simple(context, "SecurityLogCleared");
    case 4624:
        return logon(context, "LogonSuccess");
    case 4625:
        return logon(context, "LogonFailed");
    case 4648:
        return logon(context, "LogonAttempted");
    case 4662:
        return directoryReplication(context);
    case 4688:
        return processCreated(context);
    case 4697:
        return serviceInstalled(context);
    case 4698:
        return scheduledTask(context, "ScheduledTaskCreated");
    case 4699:
        return scheduledTask(context, "ScheduledTaskDeleted");
    case 4700:
        return scheduledTask(context, "ScheduledTaskEnabled");
    case 4701:
        return scheduledTask(context, "ScheduledTaskDisabled");
    case 4702:
        return scheduledTask(context, "ScheduledTaskUpdated");
    case 4719:
        return simple(context, "AuditPolicyModification");
    case 4768:
    case 4769:
    case 4771:
    case 4776:
        return directoryLogon(context);
    default:
        return accountChange(context) || networkAudit(context);
    }
}

} // namespace watchdesk::intake
