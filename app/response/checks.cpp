// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/checks.h"

#include "app/base/safetext.h"
#include "app/defender/resource.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace watchdesk::response {

namespace {

using Outcome = Check::Outcome;

constexpr qsizetype kLongestComment = 4'000;
constexpr Ticks kLongSilence = 7 * kTicksPerDay; ///< "lastSeen" is a full report, about one a day

QString shown(const QString &text) { return visibleText(text, 200); }

bool isIsolate(const ActionRequest &request) { return request.action == QStringLiteral("isolate"); }

bool isRelease(const ActionRequest &request)
{
    return request.action == QStringLiteral("release") || request.action == QStringLiteral("unisolate");
}

/// What is hard to live with on the device, or hard to take back.
bool isHeavy(const ActionRequest &request)
{
    const defender::ResourceAction *action = deviceAction(request.action);
    return action && action->risk == defender::ResourceAction::Risk::High;
}

Check checkAction(const ActionRequest &request)
{
    const QString name = QStringLiteral("action");
    if (deviceAction(request.action))
        return {name, Outcome::Ok, QCoreApplication::translate("response", "The action is known.")};
    return {name, Outcome::Refusal,
            QCoreApplication::translate("response", "There is no device action \"%1\".").arg(shown(request.action))};
}

Check checkComment(const ActionRequest &request)
{
    const QString name = QStringLiteral("comment");
    if (request.comment.trimmed().isEmpty())
        return {name, Outcome::Refusal, QCoreApplication::translate("response", "A comment is required.")};
    if (request.comment.size() > kLongestComment)
        return {name, Outcome::Refusal,
                QCoreApplication::translate("response", "The comment is too long (%1 characters at most).")
                    .arg(kLongestComment)};
    return {name, Outcome::Ok, QCoreApplication::translate("response", "There is a comment.")};
}

Check checkKnown(const DeviceState &device)
{
    const QString name = QStringLiteral("device");
    if (device.isKnown)
        return {name, Outcome::Ok,
                QCoreApplication::translate("response", "The device is known: %1").arg(shown(device.name))};
    return {name, Outcome::Refusal,
            QCoreApplication::translate("response", "The store holds no device \"%1\": load the tenant first.")
                .arg(shown(device.id))};
}

QString ageText(Ticks age)
{
    if (age < kTicksPerMinute)
        return QCoreApplication::translate("response", "%1 s ago").arg(qMax(Ticks(0), age) / kTicksPerSecond);
    if (age < kTicksPerHour)
        return QCoreApplication::translate("response", "%1 min ago").arg(age / kTicksPerMinute);
    if (age < 2 * kTicksPerDay)
        return QCoreApplication::translate("response", "%1 h ago").arg(age / kTicksPerHour);
    return QCoreApplication::translate("response", "%1 days ago").arg(age / kTicksPerDay);
}

Check checkSeen(const DeviceState &device, Ticks now)
{
    const QString name = QStringLiteral("seen");
    if (device.lastSeen == 0)
        return {name, Outcome::Warning,
                QCoreApplication::translate("response", "It is not known when the device was last seen.")};
    const Ticks age = now - device.lastSeen;
    const QString text =
        QCoreApplication::translate("response", "Device seen %1 (%2)").arg(ageText(age), device.lastSeenSource);
    return {name, age > kLongSilence ? Outcome::Warning : Outcome::Ok, text};
}

Check checkHealth(const DeviceState &device)
{
    const QString name = QStringLiteral("health");
    if (device.health == QStringLiteral("Active"))
        return {name, Outcome::Ok, QCoreApplication::translate("response", "Its sensor reports.")};
    if (device.health.isEmpty())
        return {name, Outcome::Warning, QCoreApplication::translate("response", "Its sensor's health is not known.")};
    return {name, Outcome::Warning,
            QCoreApplication::translate("response",
                                        "Its sensor's health is %1: the service keeps trying for three days "
                                        "and then gives up.")
                .arg(shown(device.health))};
}

Check checkOnboarded(const DeviceState &device)
{
    const QString name = QStringLiteral("onboarding");
    if (device.onboarding.compare(QStringLiteral("Onboarded"), Qt::CaseInsensitive) == 0)
        return {name, Outcome::Ok, QCoreApplication::translate("response", "The device is managed by the service.")};
    if (device.onboarding.isEmpty())
        return {name, Outcome::Warning,
                QCoreApplication::translate("response", "It is not known whether the device is onboarded.")};
    return {name, Outcome::Refusal,
            QCoreApplication::translate("response", "The device is not onboarded (%1): the service cannot reach it.")
                .arg(shown(device.onboarding))};
}

/// The hunting schema has no column for the role: names and tags are what there is to go by, and the text says so.
bool looksLikeDomainController(const DeviceState &device)
{
    static const QRegularExpression name(QStringLiteral("^([a-z0-9]+-)*(p|r|w)?dc-?[0-9]*(\\.|$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("\\b(dc|domain ?controllers?)\\b"),
                                        QRegularExpression::CaseInsensitiveOption);
    return name.match(device.name).hasMatch() || tag.match(device.tags.join(u'\n')).hasMatch();
}

Check checkRole(const DeviceState &device)
{
    const QString name = QStringLiteral("role");
    if (device.isServer() && looksLikeDomainController(device))
        return {name, Outcome::Warning,
                QCoreApplication::translate(
                    "response", "A server, and by its name or tags a domain controller: others depend on it.")};
    if (device.isServer())
        return {name, Outcome::Warning,
                QCoreApplication::translate("response", "A server (%1): others may depend on it.")
                    .arg(shown(device.platform))};
    if (device.platform.isEmpty())
        return {name, Outcome::Warning,
                QCoreApplication::translate("response", "It is not known whether this is a server.")};
    return {name, Outcome::Ok,
            QCoreApplication::translate("response", "Workstation, not a server or domain controller")};
}

Check checkTags(const DeviceState &device)
{
    const QString name = QStringLiteral("tags");
    static const QRegularExpression critical(QStringLiteral("\\b(vip|critical|crown|tier ?0|do not isolate)\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const QString &tag : device.tags) {
        QString words = tag;
        words.replace(u'_', u' ').replace(u'-', u' ');
        if (critical.match(words).hasMatch())
            found.append(shown(tag));
    }
    if (device.value == QStringLiteral("High"))
        found.append(QCoreApplication::translate("response", "device value High"));
    if (found.isEmpty())
        return {name, Outcome::Ok, QCoreApplication::translate("response", "No tag says that it is critical")};
    return {name, Outcome::Warning,
            QCoreApplication::translate("response", "Marked as critical: %1").arg(found.join(QStringLiteral(", ")))};
}

Check checkUsers(const DeviceState &device)
{
    const QString name = QStringLiteral("users");
    if (device.users.isEmpty())
        return {name, Outcome::Ok, QCoreApplication::translate("response", "Nobody is known to be logged on")};
    return {
        name, Outcome::Warning,
        QCoreApplication::translate("response", "Logged on: %1").arg(shown(device.users.join(QStringLiteral(", "))))};
}

Check checkState(const ActionRequest &request, const DeviceState &device)
{
    const QString name = QStringLiteral("state");
    const QString since = device.last ? isoFromTicks(device.last->updated) : QString();
    if (device.isIsolated())
        return {name, isIsolate(request) ? Outcome::Warning : Outcome::Ok,
                QCoreApplication::translate("response", "The device is isolated since %1").arg(since)};
    if (device.last)
        return {name, isRelease(request) ? Outcome::Warning : Outcome::Ok,
                QCoreApplication::translate("response", "The device is not isolated: released %1").arg(since)};
    return {name, isRelease(request) ? Outcome::Warning : Outcome::Ok,
            QCoreApplication::translate("response", "No isolation of the device is on record")};
}

/// The service takes one action of a kind, or its opposite, at a time.
QStringList conflictingTypes(const ActionRequest &request)
{
    const defender::ResourceAction *action = deviceAction(request.action);
    if (!action)
        return {};
    const defender::ResourceAction *undo = deviceAction(action->undoneBy);
    return undo ? QStringList{recordType(*action), recordType(*undo)} : QStringList{recordType(*action)};
}

Check checkOpen(const ActionRequest &request, const DeviceState &device)
{
    const QString name = QStringLiteral("pending");
    const QStringList conflicting = conflictingTypes(request);
    for (const MachineAction &action : device.open) {
        if (conflicting.contains(action.type))
            return {name, Outcome::Refusal,
                    QCoreApplication::translate("response", "%1 is %2 on this device since %3")
                        .arg(shown(action.type), shown(action.status), isoFromTicks(action.created))};
    }
    if (!device.open.isEmpty())
        return {name, Outcome::Warning,
                QCoreApplication::translate("response", "%1 is %2 on this device")
                    .arg(shown(device.open.first().type), shown(device.open.first().status))};
    return {name, Outcome::Ok, QCoreApplication::translate("response", "No conflicting action pending")};
}

/// What the pages of the other actions list; the API does not tell builds apart.
Check checkSystem(const ActionRequest &request, const DeviceState &device)
{
    const QString name = QStringLiteral("support");
    static const QStringList windowsOnly{QStringLiteral("restrictCodeExecution"),
                                         QStringLiteral("unrestrictCodeExecution"),
                                         QStringLiteral("stopAndQuarantineFile"), QStringLiteral("offboard")};
    const defender::ResourceAction &action = *deviceAction(request.action);
    const QString systems = action.systems.join(QStringLiteral(", "));
    if (windowsOnly.contains(action.name) && !device.platform.startsWith(QStringLiteral("Windows")))
        return {name, Outcome::Refusal,
                QCoreApplication::translate("response", "It works on Windows only (%1), and this is %2.")
                    .arg(systems, shown(device.platform))};
    if (systems.isEmpty())
        return {name, Outcome::Ok,
                QCoreApplication::translate("response", "The service states no system that it needs.")};
    return {name, Outcome::Ok, QCoreApplication::translate("response", "Works on: %1").arg(systems)};
}

/// What the isolation page lists for each kind.
Check checkSupport(const ActionRequest &request, const DeviceState &device)
{
    const QString name = QStringLiteral("support");
    const QString kind = bodyOf(request).value(QStringLiteral("IsolationType")).toString();
    const bool isDesktop =
        device.platform == QStringLiteral("Windows10") || device.platform == QStringLiteral("Windows11");
    if (kind == QStringLiteral("UnManagedDevice"))
        return {name, Outcome::Refusal,
                QCoreApplication::translate("response", "Containing an unmanaged device is not offered yet.")};
    if (kind == QStringLiteral("Selective") && !isDesktop)
        return {name, Outcome::Refusal,
                QCoreApplication::translate("response", "Selective isolation is for Windows 10 and 11 only.")};
    return {name, Outcome::Ok,
            QCoreApplication::translate("response", "Supports %1 isolation").arg(shown(kind).toLower())};
}

} // namespace

QJsonObject bodyOf(const ActionRequest &request)
{
    QJsonObject body = request.parameters;
    body.insert(QStringLiteral("Comment"), request.comment.trimmed());
    if (request.action == QStringLiteral("scan") && !body.contains(QStringLiteral("ScanType")))
        body.insert(QStringLiteral("ScanType"), QStringLiteral("Quick"));
    if (isIsolate(request) && !body.contains(QStringLiteral("IsolationType")))
        body.insert(QStringLiteral("IsolationType"), QStringLiteral("Full"));
    return body;
}

QList<Check> checkRequest(const ActionRequest &request, const DeviceState &device, Ticks now)
{
    QList<Check> checks = {checkAction(request), checkKnown(device)};
    if (device.isKnown) {
        checks.append(
            {checkOnboarded(device), checkSeen(device, now), checkHealth(device), checkState(request, device)});
        if (isHeavy(request))
            checks.append({checkRole(device), checkTags(device), checkUsers(device)});
        if (isIsolate(request))
            checks.append(checkSupport(request, device));
        else if (!isRelease(request) && deviceAction(request.action))
            checks.append(checkSystem(request, device));
    }
    checks.append({checkOpen(request, device), checkComment(request)});
    return checks;
}

} // namespace watchdesk::response
