// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/actionrun.h"

#include "app/base/logging.h"
#include "app/base/workers.h"
#include "app/defender/client.h"
#include "app/response/audit.h"
#include "app/response/checks.h"
#include "app/response/devicestate.h"
#include "app/store/store.h"

#include <QCoreApplication>

namespace watchdesk::response {

namespace {

constexpr int kMostRefreshed = 10;

QJsonObject errorDetail(const Error &error)
{
    QJsonObject detail{{QStringLiteral("error"), kindName(error.kind)}, {QStringLiteral("message"), error.message}};
    for (const QString &key :
         {QStringLiteral("status"), QStringLiteral("code"), QStringLiteral("requestId"), QStringLiteral("uncertain")}) {
        if (error.context.contains(key))
            detail.insert(key, error.context.value(key));
    }
    return detail;
}

QJsonArray checksDetail(const DryRun &sheet) { return sheet.toJson().value(QStringLiteral("checks")).toArray(); }

/// Errors that will not pass while we wait.
bool isLasting(const Error &error)
{
    return error.kind != Error::Kind::Network && error.kind != Error::Kind::Service && error.kind != Error::Kind::Quota;
}

Error honest(Error error)
{
    if (error.context.contains(QStringLiteral("uncertain")))
        error.message =
            QCoreApplication::translate(
                "response", "%1 The request was sent once; whether the service carries it out is not known. "
                            "Look at the device's actions before trying again.")
                .arg(error.message);
    return error;
}

} // namespace

ActionRun::ActionRun(const ActionContext &context, const ActionRequest &request, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_request(request)
    , m_interval(context.times.first)
{
    m_promise.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ActionRun::look);
    connect(&m_own, &QFutureWatcherBase::canceled, this, &ActionRun::stopped);
}

ActionRun::~ActionRun()
{
    if (m_isDone)
        return;
    m_promise.addResult(
        failure(Error::Kind::Cancelled, QCoreApplication::translate("response", "The session was closed.")));
    m_promise.finish();
}

FutureResult<MachineAction> ActionRun::start()
{
    const FutureResult<MachineAction> future = m_promise.future();
    m_own.setFuture(future);
    readState();
    return future;
}

template <class T>
void ActionRun::await(FutureResult<T> future, std::function<void(const T &)> next,
                      std::function<void(const Error &)> otherwise)
{
    future.then(this, [this, next = std::move(next), otherwise = std::move(otherwise)](const Result<T> &result) {
        if (result)
            next(*result);
        else if (otherwise)
            otherwise(result.error());
        else
            finish(failure(result.error()));
    });
}

FutureResult<bool> ActionRun::note(const QString &step, const QJsonObject &detail)
{
    return m_context.audit.appendLater({{QStringLiteral("action"), m_request.action},
                                        {QStringLiteral("step"), step},
                                        {QStringLiteral("target"), m_request.deviceId},
                                        {QStringLiteral("detail"), detail}});
}

void ActionRun::report(const QString &step, const QJsonObject &detail, std::function<void()> next)
{
    await<bool>(
        note(step, detail), [next](bool) { next(); },
        [this, next](const Error &error) {
            Q_EMIT auditFailed(error);
            next();
        });
}

FutureResult<bool> ActionRun::keep(const QString &resource, const QJsonObject &record)
{
    return onWorker([store = m_context.store, resource, record]() -> Result<bool> {
        const auto kept = keepRecord(*store, resource, record);
        if (!kept)
            qCWarning(lcStore) << "not kept:" << resource << kept.error().message;
        return true; // what the service said counts, held or not
    });
}

/// The store may still call an action pending that ended long ago: the service is asked before it counts.
void ActionRun::readState()
{
    const auto read = onWorker([store = m_context.store, id = m_request.deviceId]() -> Result<QStringList> {
        const auto state = readDeviceState(*store, id);
        if (!state)
            return failure(state.error());
        QStringList open;
        for (const MachineAction &action : state->open)
            open.append(action.id);
        return open.mid(0, kMostRefreshed);
    });
    await<QStringList>(read, [this](const QStringList &ids) { refresh(ids); });
}

void ActionRun::refresh(QStringList actionIds)
{
    if (actionIds.isEmpty())
        return check();
    const QString id = actionIds.takeFirst();
    await<QJsonObject>(
        m_context.client.find(QStringLiteral("machineactions"), id),
        [=, this](const QJsonObject &record) {
            await<bool>(keep(QStringLiteral("machineactions"), record), [=, this](bool) { refresh(actionIds); });
        },
        [=, this](const Error &error) {
            if (error.kind != Error::Kind::NotFound)
                return refresh(actionIds);
            const auto forget = onWorker([store = m_context.store, id]() -> Result<bool> {
                store->write(QStringLiteral("DELETE FROM \"MachineActions\" WHERE \"id\" = ?"), {id},
                             {QStringLiteral("MachineActions")});
                return true;
            });
            await<bool>(forget, [=, this](bool) { refresh(actionIds); });
        });
}

void ActionRun::check()
{
    const QJsonObject preview = m_context.client.previewAction(m_request.action, m_request.deviceId, bodyOf(m_request));
    const auto sheet = onWorker(
        [store = m_context.store, request = m_request, preview, now = m_context.clock.now()]() -> Result<DryRun> {
            return makeDryRun(*store, request, preview, now);
        });
    await<DryRun>(sheet, [this](const DryRun &made) { ask(made); });
}

void ActionRun::ask(const DryRun &sheet)
{
    const QJsonObject detail{{QStringLiteral("comment"), m_request.comment},
                             {QStringLiteral("parameters"), m_request.parameters},
                             {QStringLiteral("requestedBy"), m_request.requestedBy},
                             {QStringLiteral("checks"), checksDetail(sheet)}};
    await<bool>(note(QStringLiteral("asked"), detail), [this, sheet](bool) {
        if (sheet.isRefused())
            refuse(sheet);
        else if (m_promise.isCanceled())
            report(QStringLiteral("withdrawn"), {}, [this] { close(); });
        else
            announce(sheet);
    });
}

void ActionRun::refuse(const DryRun &sheet)
{
    const Error error{Error::Kind::Refused, sheet.refusals().join(u' '), {}};
    report(QStringLiteral("refused"), errorDetail(error), [this, error] { finish(failure(error)); });
}

/// "sent" is on the disk before anything is: a crash in between leaves one record too many, never one too few.
void ActionRun::announce(const DryRun &sheet)
{
    const QJsonObject detail{{QStringLiteral("method"), sheet.method},
                             {QStringLiteral("url"), sheet.url},
                             {QStringLiteral("body"), sheet.body}};
    await<bool>(note(QStringLiteral("sent"), detail), [this, sheet](bool) {
        if (m_promise.isCanceled())
            report(QStringLiteral("withdrawn"), {}, [this] { close(); });
        else
            send(sheet);
    });
}

void ActionRun::send(const DryRun &sheet)
{
    await<QJsonObject>(
        m_context.client.act(m_request.action, m_request.deviceId, sheet.body),
        [this](const QJsonObject &record) {
            if (const auto action = machineActionFromJson(record))
                accepted(*action);
            else
                rejected(action.error());
        },
        [this](const Error &error) { rejected(error); });
}

void ActionRun::rejected(const Error &error)
{
    report(QStringLiteral("answered"), errorDetail(error), [this, error] { finish(failure(honest(error))); });
}

void ActionRun::accepted(const MachineAction &action)
{
    m_action = action;
    Q_EMIT stateChanged(m_action);
    report(QStringLiteral("answered"),
           {{QStringLiteral("actionId"), action.id}, {QStringLiteral("status"), action.status}}, [this] {
               await<bool>(keep(QStringLiteral("machineactions"), m_action.record), [this](bool) {
                   m_watched.start();
                   m_isWatching = true;
                   watch();
               });
           });
}

void ActionRun::watch()
{
    if (m_promise.isCanceled())
        return stopped();
    if (m_action.isFinal())
        return wrapUp();
    if (std::chrono::milliseconds(m_watched.elapsed()) >= m_context.times.patience)
        return unwatch(QStringLiteral("patience"));
    m_timer.start(m_interval);
    m_interval = std::min<std::chrono::milliseconds>(m_interval * 3 / 2, m_context.times.longest);
}

void ActionRun::look()
{
    await<QJsonObject>(
        m_context.client.find(QStringLiteral("machineactions"), m_action.id),
        [this](const QJsonObject &record) { seen(record); }, [this](const Error &error) { lookFailed(error); });
}

void ActionRun::seen(const QJsonObject &record)
{
    if (!m_isWatching)
        return;
    const auto action = machineActionFromJson(record);
    if (!action || action->id != m_action.id)
        return watch(); // no answer to the question: ask again
    if (action->record == m_action.record)
        return watch();
    m_action = *action;
    Q_EMIT stateChanged(m_action);
    await<bool>(keep(QStringLiteral("machineactions"), record), [this](bool) { watch(); });
}

void ActionRun::lookFailed(const Error &error)
{
    if (!m_isWatching)
        return;
    if (isLasting(error))
        unwatch(QStringLiteral("error"), error.with(QStringLiteral("actionId"), m_action.id));
    else
        watch();
}

/// The end came. The device is read again, so that its row says what the service now says of it.
void ActionRun::wrapUp()
{
    m_isWatching = false;
    const auto finished = [this] {
        report(QStringLiteral("finished"),
               {{QStringLiteral("actionId"), m_action.id}, {QStringLiteral("status"), m_action.status}},
               [this] { finish(m_action); });
    };
    await<QJsonObject>(
        m_context.client.find(QStringLiteral("machines"), m_request.deviceId),
        [=, this](const QJsonObject &record) {
            await<bool>(keep(QStringLiteral("machines"), record), [finished](bool) { finished(); });
        },
        [finished](const Error &) { finished(); });
}

void ActionRun::unwatch(const QString &reason, std::optional<Error> error)
{
    m_isWatching = false;
    m_timer.stop();
    QJsonObject detail = error ? errorDetail(*error) : QJsonObject();
    detail.insert(QStringLiteral("reason"), reason);
    detail.insert(QStringLiteral("actionId"), m_action.id);
    detail.insert(QStringLiteral("status"), m_action.status);
    report(QStringLiteral("unwatched"), detail, [this, error] {
        if (error)
            finish(failure(*error));
        else
            finish(m_action);
    });
}

/// The future was cancelled: before the request is sent the next step notices it.
void ActionRun::stopped()
{
    if (m_isWatching)
        unwatch(QStringLiteral("cancelled"));
}

void ActionRun::finish(const Result<MachineAction> &result)
{
    if (!m_promise.isCanceled())
        m_promise.addResult(result);
    close();
}

void ActionRun::close()
{
    m_isDone = true;
    m_promise.finish();
    deleteLater();
}

} // namespace watchdesk::response
