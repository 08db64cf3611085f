// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/response/actionrequest.h"
#include "app/response/dryrun.h"
#include "app/response/gate.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>

namespace watchdesk::response {

/// What a run needs of its gate.
struct ActionContext
{
    defender::Client &client;
    std::shared_ptr<store::Store> store;
    Audit &audit;
    Clock clock;
    PollTimes times;
};

/// The sheet, from what the store holds. Blocks; `preview` is Client::previewAction()'s.
DryRun makeDryRun(const store::Store &store, const ActionRequest &request, const QJsonObject &preview, Ticks now);

/// One action from the last check to its end, step by step:
/// refresh → check → "asked" → "sent" → request → "answered" → watch … → "finished" or "unwatched".
///
/// Lives on the gate's thread, a child of the gate, and deletes itself.
class ActionRun : public QObject
{
    Q_OBJECT

public:
    ActionRun(const ActionContext &context, const ActionRequest &request, QObject *parent);
    ~ActionRun() override;

    FutureResult<MachineAction> start();
    QString deviceId() const { return m_request.deviceId; }
    bool isOpen() const { return !m_isDone; }

Q_SIGNALS:
    void stateChanged(const watchdesk::response::MachineAction &action);
    void auditFailed(const watchdesk::Error &error);

private:
    /// Continues with `next` if the future holds a value, else with `otherwise` (by default finish()).
    template <class T>
    void await(FutureResult<T> future, std::function<void(const T &)> next,
               std::function<void(const Error &)> otherwise = {});
    FutureResult<bool> note(const QString &step, const QJsonObject &detail);
    /// Writes a step that tells of what has happened already, then goes on whether that worked or not.
    void report(const QString &step, const QJsonObject &detail, std::function<void()> next);
    FutureResult<bool> keep(const QString &resource, const QJsonObject &record);

    void readState();
    void refresh(QStringList actionIds);
    void check();
    void ask(const DryRun &sheet);
    void refuse(const DryRun &sheet);
    void announce(const DryRun &sheet);
    void send(const DryRun &sheet);
    void rejected(const Error &error);
    void accepted(const MachineAction &action);
    void watch();
    void look();
    void seen(const QJsonObject &record);
    void lookFailed(const Error &error);
    void wrapUp();
    void unwatch(const QString &reason, std::optional<Error> error = {});
    void stopped();
    void finish(const Result<MachineAction> &result);
    void close();

    ActionContext m_context;
    ActionRequest m_request;
    QPromise<Result<MachineAction>> m_promise;
    QFutureWatcher<Result<MachineAction>> m_own;
    MachineAction m_action;
    QTimer m_timer;
    QElapsedTimer m_watched;
    std::chrono::milliseconds m_interval;
    bool m_isWatching = false;
    bool m_isDone = false;
};

} // namespace watchdesk::response
