// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/operationrun.h"

#include "app/defender/client.h"
#include "app/response/audit.h"

#include <QCoreApplication>

namespace watchdesk::response {

namespace {

QJsonObject failureDetail(const Error &error)
{
    QJsonObject detail{{QStringLiteral("error"), kindName(error.kind)}, {QStringLiteral("message"), error.message}};
    for (const QString &key : {QStringLiteral("status"), QStringLiteral("requestId"), QStringLiteral("uncertain")}) {
        if (error.context.contains(key))
            detail.insert(key, error.context.value(key));
    }
    return detail;
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
    const DryRun sheet = makeOperationSheet(
        m_request, m_context.client.previewAction(m_request.action, m_request.target, operationBody(m_request)));
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
    return future;
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

void OperationRun::answered(const Result<QJsonObject> &answer)
{
    const QJsonObject detail =
        answer ? QJsonObject{{QStringLiteral("status"), QStringLiteral("done")}} : failureDetail(answer.error());
    note(QStringLiteral("answered"), detail).then(this, [this, answer](const Result<bool> &noted) {
        if (!noted)
            Q_EMIT auditFailed(noted.error());
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
