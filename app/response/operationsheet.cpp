// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/operationrun.h"

#include "app/base/safetext.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/operationchecks.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchdesk::response {

namespace {

using Outcome = Check::Outcome;

constexpr qsizetype kLongestComment = 4'000;
constexpr qsizetype kLongestShownFile = 64;

/// Where an action's body has room for a reason: a comment in either spelling, an indicator's description.
QString commentField(const defender::ResourceAction &action)
{
    for (const QString &name : {QStringLiteral("Comment"), QStringLiteral("comment"), QStringLiteral("description")}) {
        if (action.field(name))
            return name;
    }
    return {};
}

Check checkReason(const OperationRequest &request)
{
    const QString name = QStringLiteral("comment");
    if (request.comment.trimmed().isEmpty())
        return {name, Outcome::Refusal, QCoreApplication::translate("response", "A reason is required.")};
    if (request.comment.size() > kLongestComment)
        return {name, Outcome::Refusal,
                QCoreApplication::translate("response", "The comment is too long (%1 characters at most).")
                    .arg(kLongestComment)};
    return {name, Outcome::Ok, QCoreApplication::translate("response", "There is a reason.")};
}

Check checkRisk(const defender::ResourceAction &action)
{
    const QString name = QStringLiteral("risk");
    if (action.risk == defender::ResourceAction::Risk::High)
        return {name, Outcome::Warning, QCoreApplication::translate("response", "It can do harm where it is wrong.")};
    return {name, Outcome::Ok, QCoreApplication::translate("response", "It can do little harm.")};
}

Check checkSize(const defender::ResourceAction &action, const QJsonObject &body)
{
    const QString name = QStringLiteral("size");
    for (const defender::BodyField &field : action.body) {
        const QJsonArray list = body.value(field.name).toArray();
        if (!list.isEmpty())
            return {name, list.size() > 1 ? Outcome::Warning : Outcome::Ok,
                    QCoreApplication::translate("response", "%1: %2 at once").arg(field.name).arg(list.size())};
    }
    return {name, Outcome::Ok, QCoreApplication::translate("response", "It is about one thing.")};
}

QString operationConsequence(const QString &name)
{
    if (name == QStringLiteral("createAlertByReference"))
        return QCoreApplication::translate("response", "An alert is raised in Defender on an event that it holds.");
    if (name == QStringLiteral("updateAlert") || name == QStringLiteral("updateAlerts"))
        return QCoreApplication::translate("response", "The alert changes for everybody who works on it.");
    if (name == QStringLiteral("submitIndicator"))
        return QCoreApplication::translate(
            "response", "Devices act on it: files mostly within half an hour, addresses and domains within two hours.");
    if (name == QStringLiteral("cancelAction"))
        return QCoreApplication::translate("response", "The service gives the action up where it has not ended.");
    if (name == QStringLiteral("startInvestigation"))
        return QCoreApplication::translate("response",
                                           "The service looks through the device and may remedy by itself.");
    return QCoreApplication::translate("response", "The service is asked once, and its answer is the end of it.");
}

/// A file's content is no reading for a sheet.
QJsonObject shownBody(const defender::ResourceAction &action, QJsonObject body)
{
    const QString file = QStringLiteral("File");
    if (action.isForm && body.value(file).isObject()) {
        QJsonObject shown = body.value(file).toObject();
        const QString content = shown.value(QStringLiteral("content")).toString();
        if (content.size() > kLongestShownFile)
            shown.insert(QStringLiteral("content"), QString(content.left(kLongestShownFile) + QStringLiteral("…")));
        body.insert(file, shown);
    }
    return body;
}

} // namespace

QJsonObject operationBody(const OperationRequest &request)
{
    QJsonObject body = request.body;
    const defender::ResourceAction *action = defender::actionNamed(request.action);
    const QString field = action ? commentField(*action) : QString();
    if (!field.isEmpty() && !body.contains(field) && !request.comment.trimmed().isEmpty())
        body.insert(field, request.comment.trimmed());
    return body;
}

DryRun makeOperationSheet(const store::Store &store, const OperationRequest &request, const QJsonObject &preview)
{
    DryRun sheet;
    sheet.request.action = request.action;
    sheet.request.deviceId = request.target;
    sheet.request.comment = request.comment;
    sheet.method = preview.value(QStringLiteral("method")).toString();
    sheet.url = preview.value(QStringLiteral("url")).toString();
    const defender::ResourceAction *action = defender::actionNamed(request.action);
    if (!action) {
        sheet.checks.append(
            {QStringLiteral("action"), Outcome::Refusal, preview.value(QStringLiteral("error")).toString()});
        return sheet;
    }
    sheet.title = request.target.isEmpty()
                      ? QCoreApplication::translate("response", "%1?").arg(defender::translatedTitle(action->title))
                      : QCoreApplication::translate("response", "%1: %2?")
                            .arg(defender::translatedTitle(action->title), visibleText(request.target, 100));
    sheet.consequence = operationConsequence(action->name);
    sheet.body = shownBody(*action, preview.value(QStringLiteral("body")).toObject());
    sheet.checks = checkOperation(store, request);
    sheet.checks.append({checkRisk(*action), checkSize(*action, sheet.body), checkReason(request)});
    if (const QString wrong = preview.value(QStringLiteral("error")).toString(); !wrong.isEmpty())
        sheet.checks.append({QStringLiteral("request"), Outcome::Refusal, wrong});
    const defender::ResourceAction *undo = defender::actionNamed(action->undoneBy);
    sheet.undo = undo ? undo->verb : QString();
    sheet.undoText =
        undo ? QCoreApplication::translate("response", "Taken back by: %1.").arg(defender::translatedTitle(undo->title))
             : QCoreApplication::translate("response", "Nothing takes this back.");
    return sheet;
}

} // namespace watchdesk::response
