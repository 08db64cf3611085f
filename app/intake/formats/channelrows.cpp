// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events of the other channels that have a hunting table: services, PowerShell, antivirus, WMI.

#include "app/intake/formats/eventrow.h"
#include "app/intake/formats/textcodec.h"

namespace watchdesk::intake {

namespace {

bool serviceInstalled(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    if (context.host.hasServiceAudit(event["ServiceName"], event.written))
        return false; // its twin 4697 also names the account that did it
    EventRow row(context, "DeviceEvents", "ServiceInstalled");
    row.file(event["ImagePath"])
        .extra(JsonFields(context.source())
                   .text("ServiceName", event["ServiceName"])
                   .text("ServiceFileName", event["ImagePath"])
                   .text("ServiceType", event["ServiceType"])
                   .text("ServiceStartType", event["StartType"])
                   .text("ServiceAccount", event["AccountName"]));
    return true;
}

/// The command that a 4103's Payload begins with: "CommandInvocation(Get-Item): ...".
std::string_view commandName(std::string_view payload)
{
    const size_t open = payload.find('('), close = payload.find(')');
    return open == std::string_view::npos || close == std::string_view::npos || close < open
               ? std::string_view()
               : payload.substr(open + 1, close - open - 1);
}

bool powerShellCommand(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    std::string_view payload = event["Payload"];
    if (payload.empty())
        payload = event.message;
    EventRow row(context, "DeviceEvents", "PowerShellCommand");
    row.initiating({}, event["ExecutionProcessID"], "powershell.exe", {})
        .extra(JsonFields(context.source())
                   .text("Command", commandName(payload))
                   .text("Payload", payload)
                   .text("ContextInfo", event["ContextInfo"]));
    return true;
}

bool antivirusDetection(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    const std::string_view path = event.either("Path", "Resource Path");
    EventRow row(context, "DeviceEvents", "AntivirusDetection");
    row.file(path.substr(0, 6) == "file:_" ? path.substr(6) : path)
        .account(event.either("Detection User", "User"))
        .extra(JsonFields(context.source())
                   .text("ThreatName", event.either("Threat Name", "ThreatName"))
                   .text("Severity", event.either("Severity Name", "Severity"))
                   .text("Category", event.either("Category Name", "Category"))
                   .text("Action", event.either("Action Name", "Action"))
                   .text("Path", path));
    return true;
}

bool wmiBinding(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    EventRow row(context, "DeviceEvents", "WmiBindEventFilterToConsumer");
    row.extra(JsonFields(context.source())
                  .text("Namespace", event["Namespace"])
                  .text("ESS", event["ESS"])
                  .text("Consumer", event["CONSUMER"])
                  .text("PossibleCause", event["PossibleCause"]));
    return true;
}

bool isChannel(std::string_view channel, std::string_view part) { return channel.find(part) != std::string_view::npos; }

} // namespace

bool mapOtherChannel(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    if (event.id == 7045 && isChannel(event.channel, "System"))
        return serviceInstalled(context);
    if (event.id == 4103 && isChannel(event.channel, "PowerShell"))
        return powerShellCommand(context);
    if ((event.id == 1116 || event.id == 1117) && isChannel(event.channel, "Windows Defender"))
        return antivirusDetection(context);
    if (event.id == 5861 && isChannel(event.channel, "WMI-Activity"))
        return wmiBinding(context);
    return false;
}

} // namespace watchdesk::intake
