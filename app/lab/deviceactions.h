// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/apierror.h"
#include "app/lab/entityset.h"
#include "app/lab/laboptions.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <chrono>
#include <functional>
#include <mutex>
#include <tl/expected.hpp>
#include <vector>

namespace watchdesk::lab {

/// What the lab's devices do when they are told to: each action goes Pending → InProgress → an end over time.
///
///     healthStatus Active                 Succeeded, and the device is isolated or free
///     Inactive                            Pending until the patience with it ends, then TimeOut
///     ImpairedCommunication, NoSensor…    InProgress, then Failed
///
/// No timer runs: settle() brings every record up to the moment, and whoever reads actions calls it first. An action
/// of one kind, or its opposite, at a time and device. Thread-safe. The records live in `actions`, as the API shows
/// them.
class DeviceActions
{
public:
    DeviceActions(EntitySet &machines, EntitySet &actions, const Clock &clock, const ActionTimes &times);

    /// Why a live response step fails on a device; "" = it does not. Set once, before the first action.
    using StepFailure = std::function<QString(const QString &machineId, const QJsonObject &command)>;
    void setStepFailure(StepFailure failure) { m_stepFailure = std::move(failure); }

    using Outcome = tl::expected<QString, ApiError>; ///< the action's id

    /// `name` is the API's ("isolate"); `body` was checked against the descriptor.
    Outcome start(const QString &name, const QString &machineId, const QJsonObject &body, const QString &requestor);
    Outcome cancel(const QString &id, const QString &comment, const QString &requestor);
    void settle();

    /// "None", "Full", "Selective" or "UnManagedDevice": what the device would say of itself.
    QString isolationOf(const QString &machineId);
    /// Whether only Microsoft-signed programs may run on it.
    bool isRestricted(const QString &machineId);

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Open
    {
        QString id;
        QString machineId;
        QString type;
        QString scope;
        Moment begun;
        bool isInProgress = false;
        QString end; ///< "Succeeded" ...
        Moment runs; ///< when it becomes InProgress, if it does
        Moment ends;
    };

    std::optional<ApiError> refusal(const QString &type, const QJsonObject &machine, const QString &scope) const;
    std::optional<ApiError> refusedSession(const QString &machineId) const;
    QJsonObject record(const Open &open, const QJsonObject &machine, const QJsonObject &body,
                       const QString &requestor) const;
    QJsonObject steps(Open &open, bool isOver);
    void offboard(const QString &machineId);
    Open plan(const QString &type, const QJsonObject &machine, const QString &scope) const;
    void change(const QString &id, const QString &status, Ticks when, const QJsonObject &more = {});
    void finish(Open &open);
    void settleLocked();
    Ticks labTime(const Open &open, Moment moment) const;

    EntitySet &m_machines;
    EntitySet &m_actions;
    Clock m_clock;
    ActionTimes m_times;
    std::mutex m_mutex;
    std::vector<Open> m_open;
    QHash<QString, QString> m_isolation;
    QSet<QString> m_restricted;
    StepFailure m_stepFailure;
};

} // namespace watchdesk::lab
