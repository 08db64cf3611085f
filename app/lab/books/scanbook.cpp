// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/scanbook.h"

#include "app/base/jsontext.h"
#include "app/base/ticks.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUuid>

namespace watchdesk::lab {

namespace {

constexpr int kMostRuns = 20;

tl::unexpected<ApiError> refusal(ApiCode code, const QString &message)
{
    return tl::unexpected<ApiError>(ApiError{code, message});
}

/// Whether a target answers: always the same for the same target.
bool answers(const QString &target)
{
    return quint8(QCryptographicHash::hash(target.toUtf8(), QCryptographicHash::Md5).at(0)) % 5 > 0;
}

QStringList targetsOf(const QJsonObject &scan)
{
    QStringList targets;
    for (const QString &target : scan.value(u"target").toString().split(u',', Qt::SkipEmptyParts))
        targets.append(target.trimmed());
    return targets;
}

QString statusOf(const QJsonObject &scan)
{
    const QStringList targets = targetsOf(scan);
    const auto good = std::count_if(targets.begin(), targets.end(), answers);
    return good == targets.size() ? QStringLiteral("Success")
           : good > 0             ? QStringLiteral("Partial Success")
                                  : QStringLiteral("Fail");
}

} // namespace

ScanBook::ScanBook(EntitySet &definitions, const EntitySet &machines, const Clock &clock, QString orgId)
    : m_definitions(definitions)
    , m_machines(machines)
    , m_clock(clock)
    , m_orgId(std::move(orgId))
{
}

ScanBook::Outcome ScanBook::put(QJsonObject scan, const QJsonObject &body)
{
    addMembers(scan, body);
    // Secrets are never told again.
    scan.insert(QStringLiteral("scanAuthenticationParams"), QJsonValue());
    const QString agent = scan.value(u"scannerAgent")[QStringLiteral("machineId")].toString();
    const auto machine = m_machines.object(agent);
    if (!machine)
        return refusal(ApiCode::InvalidInput,
                       QStringLiteral("The scanner agent %1 is not known.").arg(agent.left(100)));
    scan.insert(QStringLiteral("scannerAgent"),
                QJsonObject{{QStringLiteral("id"), QString(QStringLiteral("lab_") + agent)},
                            {QStringLiteral("machineId"), agent},
                            {QStringLiteral("machineName"), machine->value(u"computerDnsName")},
                            {QStringLiteral("lastSeen"), machine->value(u"lastSeen")}});
    if (scan.value(u"intervalInHours").toInt() < 1)
        return refusal(ApiCode::InvalidInput, QStringLiteral("intervalInHours must be at least 1."));
    if (const auto kept = m_definitions.put(scan); !kept)
        return refusal(ApiCode::InvalidRequestBody, kept.error().message);
    return scan.value(u"id").toString();
}

ScanBook::Outcome ScanBook::create(const QJsonObject &body, const QString &user)
{
    const std::lock_guard lock(m_mutex);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Outcome made = put(
        {{QStringLiteral("id"), id}, {QStringLiteral("orgId"), m_orgId}, {QStringLiteral("createdBy"), user}}, body);
    if (made)
        m_made.insert(id, m_clock.now());
    return made;
}

ScanBook::Outcome ScanBook::update(const QString &id, const QJsonObject &body)
{
    const std::lock_guard lock(m_mutex);
    const auto scan = m_definitions.object(id);
    if (!scan)
        return refusal(ApiCode::ResourceNotFound, QStringLiteral("Scan definition %1 was not found").arg(id.left(100)));
    return put(*scan, body);
}

tl::expected<void, ApiError> ScanBook::removeAll(const QStringList &ids)
{
    const std::lock_guard lock(m_mutex);
    for (const QString &id : ids) {
        if (!m_definitions.object(id))
            return refusal(ApiCode::ResourceNotFound,
                           QStringLiteral("Scan definition %1 was not found").arg(id.left(100)));
    }
    for (const QString &id : ids)
        m_definitions.remove(id);
    return {};
}

/// The first run is a minute after the scan was made.
std::vector<ScanBook::Run> ScanBook::runsOf(const QJsonObject &scan) const
{
    const QString id = scan.value(u"id").toString();
    const Ticks interval = std::max(1, scan.value(u"intervalInHours").toInt()) * kTicksPerHour;
    std::vector<Run> runs;
    for (Ticks when = m_made.value(id) + kTicksPerSecond; when <= m_clock.now(); when += interval) {
        const QByteArray seed = (id + QString::number(when)).toUtf8();
        runs.push_back(
            {QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Md5).toHex()), when, scan});
        if (runs.size() > kMostRuns)
            runs.erase(runs.begin());
    }
    return runs;
}

QJsonArray ScanBook::history(const QStringList &scanIds) const
{
    QJsonArray rows;
    for (const QString &id : scanIds) {
        const auto scan = m_definitions.object(id);
        for (const Run &run : scan ? runsOf(*scan) : std::vector<Run>()) {
            rows.prepend(
                QJsonObject{{QStringLiteral("ScanDefinitionIds"), id},
                            {QStringLiteral("LastScanned"), isoFromTicks(run.when)},
                            {QStringLiteral("ScanStatus"), statusOf(*scan)},
                            {QStringLiteral("ScannerId"), scan->value(u"scannerAgent")[QStringLiteral("machineId")]}});
        }
    }
    return rows;
}

QJsonArray ScanBook::sessions(const QStringList &sessionIds) const
{
    QJsonArray rows;
    for (const QJsonObject &scan : m_definitions.objectsWhere(Expression{Operation::Constant, true}, 10'000)) {
        for (const Run &run : runsOf(scan)) {
            if (!sessionIds.contains(run.id))
                continue;
            QJsonArray targets;
            int good = 0;
            for (const QString &target : targetsOf(scan)) {
                const bool isGood = answers(target);
                good += isGood ? 1 : 0;
                targets.append(QJsonObject{
                    {QStringLiteral("Ip"), target},
                    {QStringLiteral("ScanStatus"), isGood ? QStringLiteral("Success") : QStringLiteral("Fail")},
                    {QStringLiteral("ErrorMessage"), isGood ? QString() : QStringLiteral("No answer")}});
            }
            rows.append(QJsonObject{{QStringLiteral("orgId"), m_orgId},
                                    {QStringLiteral("ScanDefinitionIds"), scan.value(u"id")},
                                    {QStringLiteral("SessionIds"), run.id},
                                    {QStringLiteral("NumberOfSuccessfullyScannedTargets"), good},
                                    {QStringLiteral("NumberOfTargets"), targets.size()},
                                    {QStringLiteral("ScanStatus"), statusOf(scan)},
                                    {QStringLiteral("LastScanned"), isoFromTicks(run.when)},
                                    {QStringLiteral("ListScannedTargets"), targets}});
        }
    }
    return rows;
}

} // namespace watchdesk::lab
