// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/operationrun.h"

#include "app/base/logging.h"
#include "app/base/workers.h"
#include "app/defender/client.h"
#include "app/response/audit.h"
#include "app/response/devicestate.h"
#include "app/response/keptanswer.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchdesk::response {

namespace {

constexpr int kMostReadAgain = 100; ///< alerts of a batch; more come with the next sync

QJsonObject failureDetail(const Error &error)
{
    QJsonObject detail{{QStringLiteral("error"), kindName(error.kind)}, {QStringLiteral("message"), error.message}};
    for (const QString &key : {QStringLiteral("status"), QStringLiteral("requestId"), QStringLiteral("uncertain")}) {
        if (error.context.contains(key))
            detail.insert(key, error.context.value(key));
    }
    return detail;
}

/// An alert that was raised is on the device that was named, or the answer is none.
Result<QJsonObject> verified(const OperationRequest &request, const Result<QJsonObject> &answer)
{
    if (!answer || request.action != u"createAlertByReference")
        return answer;
    const QString wanted = request.body.value(QStringLiteral("machineId")).toString();
    const QString found = answer->value(QStringLiteral("machineId")).toString();
    if (!answer->value(QStringLiteral("id")).toString().isEmpty() && !found.compare(wanted, Qt::CaseInsensitive))
        return answer;
    return failure(Error{Error::Kind::Service,
                         QCoreApplication::translate("response", "The service's answer is no alert on that device."),
                         {{QStringLiteral("uncertain"), QStringLiteral("true")}}});
}

QStringList changedAlerts(const OperationRequest &request)
{
    QStringList ids;
    if (request.action == u"updateAlerts") {
        for (const QJsonValue &id : request.body.value(QStringLiteral("alertIds")).toArray())
            ids.append(id.toString());
    }
    return ids.mid(0, kMostReadAgain);
}

} // namespace

OperationRun::OperationRun(const ActionContext &context, const OperationRequest &request, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_request(request)
{
    m_promise.start();
}

OperationRun::~OperationRun()
{
    if (m_isDone)
        return;
    m_promise.addResult(
        failure(Error::Kind::Cancelled, QCoreApplication::translate("response", "The session was closed.")));
    m_promise.finish();
}

bool OperationRun::isSame(const OperationRequest &request) const
{
    return !m_isDone && m_request.action == request.action && m_request.target == request.target &&
           m_request.body == request.body;
}

FutureResult<bool> OperationRun::note(const QString &step, const QJsonObject &detail)
{
    return m_context.audit.appendLater({{QStringLiteral("action"), m_request.action},
                                        {QStringLiteral("step"), step},
                                        {QStringLiteral("target"), m_request.target},
                                        {QStringLiteral("detail"), detail}});
}

FutureResult<QJsonObject> OperationRun::start()
{
    const FutureResult<QJsonObject> future = m_promise.future();
    const QJsonObject preview =
        m_context.client.previewAction(m_request.action, m_request.target, operationBody(m_request));
    onWorker([store = m_context.store, request = m_request, preview] {
        return makeOperationSheet(*store, request, preview);
    }).then(this, [this](const DryRun &sheet) { ask(sheet); });
    return future;
}

void OperationRun::ask(const DryRun &sheet)
{
    const QJsonObject detail{{QStringLiteral("comment"), m_request.comment},
                             {QStringLiteral("requestedBy"), m_request.requestedBy},
                             {QStringLiteral("checks"), sheet.toJson().value(QStringLiteral("checks"))}};
    note(QStringLiteral("asked"), detail).then(this, [this, sheet](const Result<bool> &noted) {
        if (!noted)
            return finish(failure(noted.error()));
        if (!sheet.isRefused())
            return announce(sheet);
        const Error error{Error::Kind::Refused, sheet.refusals().join(u' '), {}};
        note(QStringLiteral("refused"), failureDetail(error)).then(this, [this, error](const Result<bool> &) {
            finish(failure(error));
        });
    });
}

/// "sent" is on the disk before anything is: a crash in between leaves one record too many, never one too few.
void OperationRun::announce(const DryRun &sheet)
{
    const QJsonObject detail{{QStringLiteral("method"), sheet.method},
                             {QStringLiteral("url"), sheet.url},
                             {QStringLiteral("body"), sheet.body}};
    note(QStringLiteral("sent"), detail).then(this, [this](const Result<bool> &noted) {
        if (noted)
            send();
        else
            finish(failure(noted.error()));
    });
}

void OperationRun::send()
{
    m_context.client.act(m_request.action, m_request.target, operationBody(m_request))
        .then(this, [this](const Result<QJsonObject> &answer) { answered(answer); });
}

void OperationRun::answered(const Result<QJsonObject> &given)
{
    const Result<QJsonObject> answer = verified(m_request, given);
    QJsonObject detail =
        answer ? QJsonObject{{QStringLiteral("status"), QStringLiteral("done")}} : failureDetail(answer.error());
    if (answer && answer->contains(QStringLiteral("id")))
        detail.insert(QStringLiteral("id"), answer->value(QStringLiteral("id")));
    note(QStringLiteral("answered"), detail).then(this, [this, answer](const Result<bool> &noted) {
        if (!noted)
            Q_EMIT auditFailed(noted.error());
        if (!answer)
            return finish(answer);
        readAgain(changedAlerts(m_request), *answer);
    });
}

/// A batch is answered with nothing: its alerts are asked for, one after the other, so that their rows are true.
void OperationRun::readAgain(QStringList alertIds, const QJsonObject &answer)
{
    if (alertIds.isEmpty())
        return keep(answer);
    m_context.client.find(QStringLiteral("alerts"), alertIds.takeFirst())
        .then(this, [this, alertIds, answer](const Result<QJsonObject> &alert) {
            QJsonObject all = answer;
            QJsonArray list = all.value(QStringLiteral("value")).toArray();
            if (alert)
                list.append(*alert);
            all.insert(QStringLiteral("value"), list);
            readAgain(alertIds, all);
        });
}

/// What the service said counts, held or not.
void OperationRun::keep(const QJsonObject &answer)
{
    onWorker([store = m_context.store, request = m_request, answer] {
        return keepAnswer(*store, request, answer);
    }).then(this, [this, answer](const Result<void> &kept) {
        if (!kept)
            qCWarning(lcStore) << "not kept:" << m_request.action << kept.error().message;
        finish(answer);
    });
}

void OperationRun::finish(const Result<QJsonObject> &result)
{
    m_isDone = true;
    m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace watchdesk::response
