// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/deviceactions.h"

#include "app/base/jsontext.h"
#include "app/base/ticks.h"
#include "app/lab/books/liveresponse.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace watchdesk::lab {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kMostSessions = 50; ///< live response (run-live-response)

QString textOf(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }

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

/// Where the action pages say a kind works; an empty list is everywhere.
bool isSupported(const QString &type, const QString &platform)
{
    const bool isDesktop = platform == QLatin1String("Windows10") || platform == QLatin1String("Windows11");
    const bool isOldServer =
        platform == QLatin1String("WindowsServer2016") || platform == QLatin1String("WindowsServer2012R2");
    if (type == QLatin1String("StopAndQuarantineFile"))
        return isDesktop || platform.startsWith(QLatin1String("WindowsServer"));
    if (type == QLatin1String("RestrictCodeExecution") || type == QLatin1String("UnrestrictCodeExecution"))
        return isDesktop || (platform.startsWith(QLatin1String("WindowsServer")) && !isOldServer);
    if (type == QLatin1String("Offboard"))
        return platform.startsWith(QLatin1String("Windows"));
    return true;
}

/// What the body has to hold besides what its descriptor says.
std::optional<ApiError> wrongBody(const QString &type, const QJsonObject &body)
{
    static const QRegularExpression sha1(QStringLiteral("^[0-9a-fA-F]{40}$"));
    if (type == QLatin1String("StopAndQuarantineFile") && !sha1.match(textOf(body, "Sha1")).hasMatch())
        return ApiError{ApiCode::InvalidHashValue, QStringLiteral("Sha1 is no SHA-1.")};
    if (type == QLatin1String("LiveResponse"))
        return LiveResponse::wrongCommands(body.value(u"Commands").toArray());
    return std::nullopt;
}

bool isFinal(const QString &status)
{
    return status != QLatin1String("Pending") && status != QLatin1String("InProgress");
}

} // namespace

DeviceActions::DeviceActions(EntitySet &machines, EntitySet &actions, const Clock &clock, const ActionTimes &times)
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
    if (type == QLatin1String("LiveResponse")) {
        if (const auto refused = refusedSession(id))
            return refused;
    }
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
    if (!isSupported(type, platform))
        return ApiError{ApiCode::OsPlatformNotSupported,
                        QStringLiteral("%1 is not supported on %2.").arg(type, platform)};
    if (scope == QLatin1String("Selective") && !platform.startsWith(QLatin1String("Windows")))
        return ApiError{ApiCode::OsPlatformNotSupported,
                        QStringLiteral("Selective isolation is not supported on %1.").arg(platform)};
    return std::nullopt;
}

std::optional<ApiError> DeviceActions::refusedSession(const QString &machineId) const
{
    qsizetype sessions = 0;
    for (const Open &open : m_open) {
        if (open.type != QLatin1String("LiveResponse"))
            continue;
        if (open.machineId == machineId)
            return ApiError{ApiCode::ActiveRequestAlreadyExists,
                            QStringLiteral("Active request already exists on this machine.")};
        ++sessions;
    }
    if (sessions >= kMostSessions)
        return ApiError{ApiCode::TooManyRequests,
                        QStringLiteral("%1 live response sessions are running, which is the most.").arg(kMostSessions)};
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
    if (const auto wrong = wrongBody(type, body))
        return tl::unexpected<ApiError>(*wrong);
    const std::lock_guard lock(m_mutex);
    settleLocked();
    if (const auto refused = refusal(type, *machine, scope))
        return tl::unexpected<ApiError>(*refused);
    Open open = plan(type, *machine, scope);
    open.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const auto put = m_actions.put(record(open, *machine, body, requestor)); !put)
        return tl::unexpected<ApiError>(ApiError{ApiCode::InternalServerError, put.error().message});
    m_open.push_back(open);
    return open.id;
}

QJsonObject DeviceActions::record(const Open &open, const QJsonObject &machine, const QJsonObject &body,
                                  const QString &requestor) const
{
    const QString now = isoFromTicks(m_clock.now());
    QJsonObject action{{QStringLiteral("id"), open.id},
                       {QStringLiteral("type"), open.type},
                       {QStringLiteral("scope"), open.scope},
                       {QStringLiteral("status"), QStringLiteral("Pending")},
                       {QStringLiteral("machineId"), open.machineId},
                       {QStringLiteral("computerDnsName"), machine.value(u"computerDnsName")},
                       {QStringLiteral("requestor"), requestor},
                       {QStringLiteral("requestorComment"), body.value(u"Comment")},
                       {QStringLiteral("requestSource"), QStringLiteral("PublicApi")},
                       {QStringLiteral("externalID"), body.value(u"ExternalId").toString()},
                       {QStringLiteral("creationDateTimeUtc"), now},
                       {QStringLiteral("lastUpdateDateTimeUtc"), now}};
    if (open.type == QLatin1String("StopAndQuarantineFile"))
        action.insert(QStringLiteral("relatedFileInfo"),
                      QJsonObject{{QStringLiteral("fileIdentifier"), body.value(u"Sha1")},
                                  {QStringLiteral("fileIdentifierType"), QStringLiteral("Sha1")}});
    if (open.type == QLatin1String("LiveResponse"))
        action.insert(QStringLiteral("commands"), LiveResponse::created(body.value(u"Commands").toArray()));
    return action;
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
            change(open.id, QStringLiteral("InProgress"), labTime(open, open.runs), steps(open, false));
        }
        if (now >= open.ends)
            finish(open);
    }
    std::erase_if(m_open, [&](const Open &open) { return now >= open.ends; });
}

/// A live response's steps up to now: the first begins with the session; at its end each has ended, up to one that
/// fails, which ends the session as Failed and skips the rest.
QJsonObject DeviceActions::steps(Open &open, bool isOver)
{
    const auto action = open.type == QLatin1String("LiveResponse") ? m_actions.object(open.id) : std::nullopt;
    if (!action || (isOver && open.end != QLatin1String("Succeeded")))
        return {};
    QJsonArray commands = action->value(u"commands").toArray();
    const QString begun = isoFromTicks(labTime(open, open.runs));
    const QString ended = isoFromTicks(labTime(open, open.ends));
    for (qsizetype i = 0; i < commands.size() && (isOver || i == 0); ++i) {
        QJsonObject step = commands.at(i).toObject();
        step.insert(QStringLiteral("startTime"), begun);
        const QString failure =
            isOver && m_stepFailure ? m_stepFailure(open.machineId, step.value(u"command").toObject()) : QString();
        if (isOver) {
            step.insert(QStringLiteral("endTime"), ended);
            step.insert(QStringLiteral("commandStatus"),
                        failure.isEmpty() ? QStringLiteral("Completed") : QStringLiteral("Failed"));
        }
        if (!failure.isEmpty())
            step.insert(QStringLiteral("errors"), QJsonArray{failure});
        commands.replace(i, step);
        if (!failure.isEmpty()) {
            open.end = QStringLiteral("Failed");
            break;
        }
    }
    return {{QStringLiteral("commands"), commands}};
}

void DeviceActions::offboard(const QString &machineId)
{
    auto machine = m_machines.object(machineId);
    if (!machine)
        return;
    machine->insert(QStringLiteral("onboardingStatus"), QStringLiteral("CanBeOnboarded"));
    machine->insert(QStringLiteral("healthStatus"), QStringLiteral("Inactive"));
    const auto put = m_machines.put(*machine);
    Q_ASSERT(put.has_value());
}

void DeviceActions::finish(Open &open)
{
    QJsonObject more = steps(open, true);
    if (open.end == QLatin1String("Failed"))
        more.insert(QStringLiteral("errorHResult"), -2147024637); // 0x80070103: the sensor cannot carry it out
    change(open.id, open.end, labTime(open, open.ends), more);
    if (open.end != QLatin1String("Succeeded"))
        return;
    if (open.type == QLatin1String("Isolate"))
        m_isolation.insert(open.machineId, open.scope);
    else if (open.type == QLatin1String("Unisolate"))
        m_isolation.remove(open.machineId);
    else if (open.type == QLatin1String("RestrictCodeExecution"))
        m_restricted.insert(open.machineId);
    else if (open.type == QLatin1String("UnrestrictCodeExecution"))
        m_restricted.remove(open.machineId);
    else if (open.type == QLatin1String("Offboard"))
        offboard(open.machineId);
}

void DeviceActions::change(const QString &id, const QString &status, Ticks when, const QJsonObject &more)
{
    auto action = m_actions.object(id);
    if (!action)
        return;
    action->insert(QStringLiteral("status"), status);
    action->insert(QStringLiteral("lastUpdateDateTimeUtc"), isoFromTicks(when));
    addMembers(*action, more);
    if (const auto put = m_actions.put(*action); !put)
        Q_ASSERT_X(false, "DeviceActions", "a record that was read cannot be written");
}

bool DeviceActions::isRestricted(const QString &machineId)
{
    const std::lock_guard lock(m_mutex);
    settleLocked();
    return m_restricted.contains(machineId);
}

QString DeviceActions::isolationOf(const QString &machineId)
{
    const std::lock_guard lock(m_mutex);
    settleLocked();
    return m_isolation.value(machineId, QStringLiteral("None"));
}

} // namespace watchdesk::lab
