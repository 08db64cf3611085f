// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/investigationbook.h"

#include "app/base/ticks.h"

namespace watchdesk::lab {

namespace {

using namespace std::chrono_literals;

constexpr auto kQueued = 1s;
constexpr auto kRunning = 3s;

/// How the investigation of an alert came out: it follows what became of the alert.
QString stateFor(const QJsonObject &alert)
{
    const bool isResolved = alert.value(u"status") == QLatin1String("Resolved");
    if (alert.value(u"classification") == QLatin1String("FalsePositive"))
        return QStringLiteral("Benign");
    if (isResolved)
        return QStringLiteral("SuccessfullyRemediated");
    return alert.value(u"severity") == QLatin1String("High") ? QStringLiteral("PendingApproval")
                                                             : QStringLiteral("PartiallyInvestigated");
}

QString minutesAfter(const QString &time, int minutes)
{
    const auto ticks = ticksFromIso(time);
    return ticks ? isoFromTicks(*ticks + minutes * kTicksPerMinute) : QString();
}

} // namespace

InvestigationBook::InvestigationBook(EntitySet &investigations, const EntitySet &alerts, const Clock &clock)
    : m_investigations(investigations)
    , m_alerts(alerts)
    , m_clock(clock)
{
    addThose(m_alerts.objectsWhere(Expression{Operation::Constant, true}, 10'000));
}

void InvestigationBook::addThose(const QList<QJsonObject> &alerts)
{
    for (const QJsonObject &alert : alerts) {
        const QString severity = alert.value(u"severity").toString();
        if (severity != QLatin1String("Medium") && severity != QLatin1String("High"))
            continue;
        const QString created = alert.value(u"alertCreationTime").toString();
        const QString state = stateFor(alert);
        const bool isPending = state == QLatin1String("PendingApproval");
        const auto put = m_investigations.put(
            {{QStringLiteral("id"), QString::number(m_nextId++)},
             {QStringLiteral("startTime"), minutesAfter(created, 1)},
             {QStringLiteral("endTime"), isPending ? QJsonValue() : QJsonValue(minutesAfter(created, 14))},
             {QStringLiteral("state"), state},
             {QStringLiteral("machineId"), alert.value(u"machineId")},
             {QStringLiteral("computerDnsName"), alert.value(u"computerDnsName")},
             {QStringLiteral("triggeringAlertId"), alert.value(u"id")}});
        Q_ASSERT(put.has_value());
    }
}

QString InvestigationBook::start(const QJsonObject &machine, const QString &alertId)
{
    const std::lock_guard lock(m_mutex);
    const QString id = QString::number(m_nextId++);
    const auto put = m_investigations.put({{QStringLiteral("id"), id},
                                           {QStringLiteral("startTime"), isoFromTicks(m_clock.now())},
                                           {QStringLiteral("state"), QStringLiteral("Queued")},
                                           {QStringLiteral("machineId"), machine.value(u"id")},
                                           {QStringLiteral("computerDnsName"), machine.value(u"computerDnsName")},
                                           {QStringLiteral("triggeringAlertId"), alertId}});
    Q_ASSERT(put.has_value());
    m_open.insert(id, std::chrono::steady_clock::now());
    return id;
}

void InvestigationBook::settle()
{
    const std::lock_guard lock(m_mutex);
    settleLocked();
}

void InvestigationBook::settleLocked()
{
    const Moment now = std::chrono::steady_clock::now();
    for (auto it = m_open.begin(); it != m_open.end();) {
        auto investigation = m_investigations.object(it.key());
        const bool isOver = now - *it >= kRunning;
        if (investigation && now - *it >= kQueued) {
            investigation->insert(QStringLiteral("state"), isOver
                                                               ? endFor(investigation->value(u"machineId").toString())
                                                               : QStringLiteral("Running"));
            if (isOver)
                investigation->insert(QStringLiteral("endTime"), isoFromTicks(m_clock.now()));
            const auto put = m_investigations.put(*investigation);
            Q_ASSERT(put.has_value());
        }
        it = isOver ? m_open.erase(it) : std::next(it);
    }
}

QString InvestigationBook::endFor(const QString &machineId) const
{
    for (const QJsonObject &alert : m_alerts.objectsWhere(Expression{Operation::Constant, true}, 10'000)) {
        if (alert.value(u"machineId") == machineId && alert.value(u"status") != QLatin1String("Resolved"))
            return QStringLiteral("PendingApproval");
    }
    return QStringLiteral("Benign");
}

} // namespace watchdesk::lab
