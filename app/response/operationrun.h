// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/response/actionrun.h"
#include "app/response/operationrequest.h"

namespace watchdesk::response {

/// The request's body as it will be sent: with the reason where the action has a place for it.
QJsonObject operationBody(const OperationRequest &request);

/// The sheet, from what the store holds. Blocks; `preview` is Client::previewAction()'s.
DryRun makeOperationSheet(const store::Store &store, const OperationRequest &request, const QJsonObject &preview);

/// One operation step by step: check → "asked" → "sent" → request → "answered" → the store. Its end is the answer.
///
/// Lives on the gate's thread, a child of the gate, and deletes itself.
class OperationRun : public QObject
{
    Q_OBJECT

public:
    OperationRun(const ActionContext &context, const OperationRequest &request, QObject *parent);
    ~OperationRun() override;

    FutureResult<QJsonObject> start();
    bool isSame(const OperationRequest &request) const;

Q_SIGNALS:
    void auditFailed(const watchdesk::Error &error);

private:
    FutureResult<bool> note(const QString &step, const QJsonObject &detail);
    void ask(const DryRun &sheet);
    void announce(const DryRun &sheet);
    void send();
    void answered(const Result<QJsonObject> &answer);
    void readAgain(QStringList alertIds, const QJsonObject &answer);
    void keep(const QJsonObject &answer);
    void finish(const Result<QJsonObject> &result);

    ActionContext m_context;
    OperationRequest m_request;
    QPromise<Result<QJsonObject>> m_promise;
    bool m_isDone = false;
};

} // namespace watchdesk::response
