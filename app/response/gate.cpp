// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/gate.h"

#include "app/base/workers.h"
#include "app/defender/client.h"
#include "app/response/actionrun.h"
#include "app/response/checks.h"
#include "app/response/operationrun.h"

#include <QCoreApplication>

namespace watchdesk::response {

class Gate::Private
{
public:
    ActionContext context;
    QString nameToConfirm = {};

    QJsonObject preview(const ActionRequest &request) const
    {
        return context.client.previewAction(request.action, request.deviceId, bodyOf(request));
    }
    QJsonObject preview(const OperationRequest &request) const
    {
        return context.client.previewAction(request.action, request.target, operationBody(request));
    }
};

void Gate::setNameToConfirm(const QString &tenant) { d->nameToConfirm = tenant; }

QString Gate::nameToConfirm() const { return d->nameToConfirm; }

QString Gate::whySilent() const { return d->context.client.whySilent(); }

QStringList Gate::lacking(const QString &action) const { return d->context.client.lacking(action); }

std::optional<std::chrono::milliseconds> Gate::timeFor(const QString &action, qint64 count) const
{
    return d->context.client.timeFor(action, count);
}

Gate::Gate(defender::Client &client, std::shared_ptr<store::Store> store, Audit &audit, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{ActionContext{client, std::move(store), audit, Clock(), PollTimes()}}))
{
    qRegisterMetaType<MachineAction>();
    qRegisterMetaType<Error>();
    connect(&client, &defender::Client::signedIn, this, &Gate::permissionsChanged);
    connect(&client, &defender::Client::reachChanged, this, &Gate::permissionsChanged);
}

Gate::~Gate()
{
    qDeleteAll(findChildren<ActionRun *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<OperationRun *>(Qt::FindDirectChildrenOnly));
}

void Gate::setClock(const Clock &clock) { d->context.clock = clock; }

void Gate::setPollTimes(const PollTimes &times) { d->context.times = times; }

DryRun Gate::dryRun(const ActionRequest &request) const
{
    return makeDryRun(*d->context.store, request, d->preview(request), d->context.clock.now());
}

FutureResult<DryRun> Gate::dryRunLater(const ActionRequest &request) const
{
    return onWorker(
        [store = d->context.store, request, preview = d->preview(request),
         now = d->context.clock.now()]() -> Result<DryRun> { return makeDryRun(*store, request, preview, now); });
}

FutureResult<MachineAction> Gate::run(const ActionRequest &request)
{
    if (request.comment.trimmed().isEmpty())
        return readyFuture<MachineAction>(
            failure(Error::Kind::InvalidInput, QCoreApplication::translate("response", "A comment is required.")));
    if (const QString silent = whySilent(); !silent.isEmpty())
        return readyFuture<MachineAction>(failure(Error::Kind::Refused, silent));
    const auto running = findChildren<ActionRun *>(Qt::FindDirectChildrenOnly);
    for (const ActionRun *other : running) {
        if (other->deviceId() == request.deviceId && other->isOpen())
            return readyFuture<MachineAction>(
                failure(Error::Kind::Refused,
                        QCoreApplication::translate("response", "An action on this device is under way already.")));
    }
    auto *action = new ActionRun(d->context, request, this);
    connect(action, &ActionRun::stateChanged, this, &Gate::stateChanged);
    connect(action, &ActionRun::auditFailed, this, &Gate::auditFailed);
    return action->start();
}

DryRun Gate::dryRunOperation(const OperationRequest &request) const
{
    return makeOperationSheet(*d->context.store, request, d->preview(request));
}

FutureResult<DryRun> Gate::dryRunOperationLater(const OperationRequest &request) const
{
    return onWorker([store = d->context.store, request, preview = d->preview(request)]() -> Result<DryRun> {
        return makeOperationSheet(*store, request, preview);
    });
}

FutureResult<QJsonObject> Gate::perform(const OperationRequest &request)
{
    if (const QString silent = whySilent(); !silent.isEmpty())
        return readyFuture<QJsonObject>(failure(Error::Kind::Refused, silent));
    const auto running = findChildren<OperationRun *>(Qt::FindDirectChildrenOnly);
    for (const OperationRun *other : running) {
        if (other->isSame(request))
            return readyFuture<QJsonObject>(failure(
                Error::Kind::Refused, QCoreApplication::translate("response", "The same is under way already.")));
    }
    auto *run = new OperationRun(d->context, request, this);
    connect(run, &OperationRun::auditFailed, this, &Gate::auditFailed);
    return run->start();
}

} // namespace watchdesk::response
