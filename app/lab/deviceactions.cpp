// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/deviceactions.h"

#include "app/base/ticks.h"

#include <QUuid>

#include <algorithm>

namespace watchdesk::lab {

namespace {

using namespace std::chrono_literals;

/// The record's "type" for an action's name in the path.
QString typeOf(const QString &name)
{
    static const QHash<QString, QString> special{
        {QStringLiteral("runantivirusscan"), QStringLiteral("RunAntiVirusScan")},
        {QStringLiteral("runliveresponse"), QStringLiteral("LiveResponse")},
        {QStringLiteral("restrictcodeexecution"), QStringLiteral("RestrictCodeExecution")},
        {QStringLiteral("unrestrictcodeexecution"), QStringLiteral("UnrestrictCodeExecution")},
        {QStringLiteral("collectinvestigationpackage"), QStringLiteral("CollectInvestigationPackage")},
        {QStringLiteral("stopandquarantinefile"), QStringLiteral("StopAndQuarantineFile")},
    };
    const QString lower = name.toLower();
    return special.value(lower, QString(lower.left(1).toUpper() + lower.mid(1)));
}

QString oppositeOf(const QString &type)
{
    static const QHash<QString, QString> opposites{
        {QStringLiteral("Isolate"), QStringLiteral("Unisolate")},
        {QStringLiteral("Unisolate"), QStringLiteral("Isolate")},
        {QStringLiteral("RestrictCodeExecution"), QStringLiteral("UnrestrictCodeExecution")},
        {QStringLiteral("UnrestrictCodeExecution"), QStringLiteral("RestrictCodeExecution")},
    };
    return opposites.value(type);
}

QString scopeOf(const QString &type, const QJsonObject &body)
{
    if (type == QLatin1String("Isolate"))
        return body.value(u"IsolationType").toString(QStringLiteral("Full"));
    return body.value(u"ScanType").toString();
}

QString textOf(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }

bool isFinal(const QString &status)
{
    return status != QLatin1String("Pending") && status != QLatin1String("InProgress");
}

} // namespace

DeviceActions::DeviceActions(const EntitySet &machines, EntitySet &actions, const Clock &clock,
                             const ActionTimes &times)
    : m_machines(machines)
    , m_actions(actions)
    , m_clock(clock)
    , m_times(times)
{
}

std::optional<ApiError> DeviceActions::refusal(const QString &type, const QJsonObject &machine,
                                               const QString &scope) const
{
    const QString id = textOf(machine, "id");
    for (const Open &open : m_open) {
        if (open.machineId == id && (open.type == type || open.type == oppositeOf(type)))
            return ApiError{ApiCode::BadRequest, QStringLiteral("Action is already in progress")};
    }
    const bool isOnboarded = textOf(machine, "onboardingStatus") == QLatin1String("Onboarded") ||
                             textOf(machine, "onboardingStatus").isEmpty();
    const bool isContained = scope == QLatin1String("UnManagedDevice");
    if (isContained && isOnboarded)
        return ApiError{ApiCode::BadRequest,
                        QStringLiteral("Only devices that are not onboarded can be contained (UnManagedDevice).")};
    const bool releasesContained =
        type == QLatin1String("Unisolate") && m_isolation.value(id) == QLatin1String("UnManagedDevice");
    if (!isContained && !isOnboarded && !releasesContained)
        return ApiError{ApiCode::BadRequest, QStringLiteral("Machine %1 is not onboarded").arg(id)};
    const QString platform = textOf(machine, "osPlatform");
    if (scope == QLatin1String("Selective") && !platform.startsWith(QLatin1String("Windows")))
        return ApiError{ApiCode::OsPlatformNotSupported,
                        QStringLiteral("Selective isolation is not supported on %1.").arg(platform)};
    return std::nullopt;
}

DeviceActions::Open DeviceActions::plan(const QString &type, const QJsonObject &machine, const QString &scope) const
{
    const Moment now = std::chrono::steady_clock::now();
    Open open{{}, textOf(machine, "id"), type, scope, now, false, QStringLiteral("Succeeded"), {}, {}};
    open.runs = now + m_times.pending * 1ms;
    open.ends = open.runs + m_times.inProgress * 1ms;
    const QString health = textOf(machine, "healthStatus");
    // A device is contained by the others around it, so that its own state does not matter.
    if (scope == QLatin1String("UnManagedDevice") || health.isEmpty() || health == QLatin1String("Active"))
        return open;
    if (health == QLatin1String("Inactive")) {
        open.end = QStringLiteral("TimeOut");
        open.ends = now + m_times.offline * 1ms;
        open.runs = open.ends;
    } else {
        open.end = QStringLiteral("Failed");
    }
    return open;
}

DeviceActions::Outcome DeviceActions::start(const QString &name, const QString &machineId, const QJsonObject &body,
                                            const QString &requestor)
{
    const auto machine = m_machines.object(machineId);
    if (!machine)
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::ResourceNotFound, QStringLiteral("Machine %1 was not found").arg(machineId.left(100))});
    const QString type = typeOf(name);
    const QString scope = scopeOf(type, body);
    const std::lock_guard lock(m_mutex);
    settleLocked();
    if (const auto refused = refusal(type, *machine, scope))
        return tl::unexpected<ApiError>(*refused);
    Open open = plan(type, *machine, scope);
    open.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString now = isoFromTicks(m_clock.now());
    const auto put = m_actions.put({{QStringLiteral("id"), open.id},
                                    {QStringLiteral("type"), type},
                                    {QStringLiteral("scope"), scope},
                                    {QStringLiteral("status"), QStringLiteral("Pending")},
                                    {QStringLiteral("machineId"), open.machineId},
                                    {QStringLiteral("computerDnsName"), machine->value(u"computerDnsName")},
                                    {QStringLiteral("requestor"), requestor},
                                    {QStringLiteral("requestorComment"), body.value(u"Comment")},
                                    {QStringLiteral("requestSource"), QStringLiteral("PublicApi")},
                                    {QStringLiteral("externalID"), body.value(u"ExternalId").toString()},
                                    {QStringLiteral("creationDateTimeUtc"), now},
                                    {QStringLiteral("lastUpdateDateTimeUtc"), now}});
    if (!put)
        return tl::unexpected<ApiError>(ApiError{ApiCode::InternalServerError, put.error().message});
    m_open.push_back(open);
    return open.id;
}

DeviceActions::Outcome DeviceActions::cancel(const QString &id, const QString &comment, const QString &requestor)
{
    const std::lock_guard lock(m_mutex);
    settleLocked();
    const auto action = m_actions.object(id);
    if (!action)
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::ResourceNotFound, QStringLiteral("Machine action %1 was not found").arg(id.left(100))});
    const QString status = textOf(*action, "status");
    if (isFinal(status))
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::BadRequest, QStringLiteral("Action cannot be cancelled: its status is %1").arg(status)});
    std::erase_if(m_open, [&](const Open &open) { return open.id.compare(id, Qt::CaseInsensitive) == 0; });
    const Ticks now = m_clock.now();
    change(id, QStringLiteral("Cancelled"), now,
           {{QStringLiteral("cancellationRequestor"), requestor},
            {QStringLiteral("cancellationComment"), comment},
            {QStringLiteral("cancellationDateTimeUtc"), isoFromTicks(now)}});
    return textOf(*action, "id");
}

void DeviceActions::settle()
{
    const std::lock_guard lock(m_mutex);
    settleLocked();
}

Ticks DeviceActions::labTime(const Open &open, Moment moment) const
{
    // What happened before somebody looked gets the time when it happened.
    const auto ago = std::chrono::steady_clock::now() - std::max(moment, open.begun);
    return m_clock.now() - std::chrono::duration_cast<std::chrono::microseconds>(ago).count() * kTicksPerMicrosecond;
}

void DeviceActions::settleLocked()
{
    const Moment now = std::chrono::steady_clock::now();
    for (Open &open : m_open) {
        if (!open.isInProgress && now >= open.runs && open.runs < open.ends) {
            open.isInProgress = true;
            change(open.id, QStringLiteral("InProgress"), labTime(open, open.runs));
        }
        if (now >= open.ends)
            finish(open);
    }
    std::erase_if(m_open, [&](const Open &open) { return now >= open.ends; });
}

void DeviceActions::finish(const Open &open)
{
    QJsonObject more;
    if (open.end == QLatin1String("Failed"))
        more.insert(QStringLiteral("errorHResult"), -2147024637); // 0x80070103: the sensor cannot carry it out
    change(open.id, open.end, labTime(open, open.ends), more);
    if (open.end != QLatin1String("Succeeded"))
        return;
    if (open.type == QLatin1String("Isolate"))
        m_isolation.insert(open.machineId, open.scope);
    else if (open.type == QLatin1String("Unisolate"))
        m_isolation.remove(open.machineId);
}

void DeviceActions::change(const QString &id, const QString &status, Ticks when, const QJsonObject &more)
{
    auto action = m_actions.object(id);
    if (!action)
        return;
    action->insert(QStringLiteral("status"), status);
    action->insert(QStringLiteral("lastUpdateDateTimeUtc"), isoFromTicks(when));
    for (auto it = more.begin(); it != more.end(); ++it)
        action->insert(it.key(), it.value());
    if (const auto put = m_actions.put(*action); !put)
        Q_ASSERT_X(false, "DeviceActions", "a record that was read cannot be written");
}

QString DeviceActions::isolationOf(const QString &machineId)
{
    const std::lock_guard lock(m_mutex);
    settleLocked();
    return m_isolation.value(machineId, QStringLiteral("None"));
}

} // namespace watchdesk::lab
