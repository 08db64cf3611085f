// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/actionrun.h"

#include "app/base/safetext.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/checks.h"
#include "app/response/machineaction.h"

#include <QCoreApplication>

namespace watchdesk::response {

namespace {

bool isIsolate(const ActionRequest &request) { return request.action == QStringLiteral("isolate"); }

bool isRelease(const ActionRequest &request)
{
    return request.action == QStringLiteral("release") || request.action == QStringLiteral("unisolate");
}

/// What the pages of the other actions say that they do.
QString otherConsequence(const QString &name)
{
    if (name == QStringLiteral("restrictCodeExecution"))
        return QCoreApplication::translate("response", "Only programs that Microsoft signed can run on the device.");
    if (name == QStringLiteral("unrestrictCodeExecution"))
        return QCoreApplication::translate("response", "All programs can run on the device again.");
    if (name == QStringLiteral("runAntiVirusScan"))
        return QCoreApplication::translate("response", "Defender Antivirus looks through the device.");
    if (name == QStringLiteral("collectInvestigationPackage"))
        return QCoreApplication::translate("response", "The device packs its state for an investigation and sends it.");
    if (name == QStringLiteral("stopAndQuarantineFile"))
        return QCoreApplication::translate("response", "The file's processes end, and it is moved into quarantine.");
    if (name == QStringLiteral("runLiveResponse"))
        return QCoreApplication::translate("response",
                                           "Files and scripts of the library run on the device, as its system.");
    if (name == QStringLiteral("offboard"))
        return QCoreApplication::translate("response", "The device is no longer watched: its sensor stops.");
    return {};
}

QString consequenceOf(const ActionRequest &request)
{
    const defender::ResourceAction *action = deviceAction(request.action);
    if (action && !isRelease(request) && !isIsolate(request))
        return otherConsequence(action->name);
    if (isRelease(request))
        return QCoreApplication::translate("response", "The device gets all its connections back.");
    if (bodyOf(request).value(QStringLiteral("IsolationType")).toString() == QStringLiteral("Selective"))
        return QCoreApplication::translate(
            "response", "Selective isolation cuts every connection but Defender's own, Outlook, Teams and Skype.");
    return QCoreApplication::translate("response", "Full isolation cuts every connection but Defender's own.");
}

QList<DeviceFact> factsOf(const DeviceState &device)
{
    const auto fact = [](const char *name, const QString &label, const QString &value) {
        return DeviceFact{QLatin1String(name), label, visibleText(value, 300)};
    };
    const auto label = [](const char *text) { return QCoreApplication::translate("response", text); };
    return {
        fact("id", label(QT_TRANSLATE_NOOP("response", "Id")), device.id),
        fact("computerDnsName", label(QT_TRANSLATE_NOOP("response", "Name")), device.name),
        fact("osPlatform", label(QT_TRANSLATE_NOOP("response", "System")),
             QString(device.platform + u' ' + device.version).trimmed()),
        fact("lastIpAddress", label(QT_TRANSLATE_NOOP("response", "Address")), device.address),
        fact("healthStatus", label(QT_TRANSLATE_NOOP("response", "Sensor")), device.health),
        fact("lastSeen", label(QT_TRANSLATE_NOOP("response", "Last seen")),
             device.lastSeen ? isoFromTicks(device.lastSeen) : QString()),
        fact("riskScore", label(QT_TRANSLATE_NOOP("response", "Risk")), device.risk),
        fact("rbacGroupName", label(QT_TRANSLATE_NOOP("response", "Group")), device.group),
        fact("machineTags", label(QT_TRANSLATE_NOOP("response", "Tags")), device.tags.join(QStringLiteral(", "))),
        fact("deviceValue", label(QT_TRANSLATE_NOOP("response", "Value")), device.value),
        fact("loggedOnUsers", label(QT_TRANSLATE_NOOP("response", "Logged on")),
             device.users.join(QStringLiteral(", "))),
    };
}

void describeUndo(DryRun &sheet)
{
    const defender::ResourceAction *action = defender::actionNamed(sheet.request.action);
    const defender::ResourceAction *undo = action ? defender::actionNamed(action->undoneBy) : nullptr;
    sheet.undo = undo ? undo->verb : QString();
    const bool isOther = !isRelease(sheet.request) && !isIsolate(sheet.request);
    if (!undo)
        sheet.undoText = QCoreApplication::translate("response", "Nothing takes this back.");
    else if (isOther)
        sheet.undoText =
            QCoreApplication::translate("response", "Taken back by: %1.").arg(defender::translatedTitle(undo->title));
    else if (isRelease(sheet.request))
        sheet.undoText = QCoreApplication::translate("response", "Isolate the device again.");
    else
        sheet.undoText = QCoreApplication::translate("response", "Release the device from isolation.");
}

/// The host's name alone, so that it fits a heading; the first check gives the whole one.
QString titleOf(const ActionRequest &request, const DeviceState &device)
{
    const QString host = device.name.section(u'.', 0, 0);
    const QString name = visibleText(host.isEmpty() ? request.deviceId : host, 100);
    const defender::ResourceAction *action = deviceAction(request.action);
    if (action && !isRelease(request) && !isIsolate(request))
        return QCoreApplication::translate("response", "%1: %2?").arg(defender::translatedTitle(action->title), name);
    return (isRelease(request) ? QCoreApplication::translate("response", "Release %1?")
                               : QCoreApplication::translate("response", "Isolate %1?"))
        .arg(name);
}

} // namespace

DryRun makeDryRun(const store::Store &store, const ActionRequest &request, const QJsonObject &preview, Ticks now)
{
    DryRun sheet;
    sheet.request = request;
    sheet.method = preview.value(QStringLiteral("method")).toString();
    sheet.url = preview.value(QStringLiteral("url")).toString();
    sheet.body = preview.value(QStringLiteral("body")).toObject();
    sheet.consequence = consequenceOf(request);
    describeUndo(sheet);
    const auto device = readDeviceState(store, request.deviceId);
    const DeviceState state = device.value_or(DeviceState());
    sheet.title = titleOf(request, state);
    if (device)
        sheet.checks = checkRequest(request, state, now);
    else
        sheet.checks.append({QStringLiteral("store"), Check::Outcome::Refusal, device.error().message});
    if (state.isKnown)
        sheet.device = factsOf(state);
    const QString wrong = preview.value(QStringLiteral("error")).toString();
    if (!wrong.isEmpty() && !sheet.isRefused())
        sheet.checks.append({QStringLiteral("request"), Check::Outcome::Refusal, wrong});
    return sheet;
}

} // namespace watchdesk::response
