// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/ctl/acting.h"
#include "app/ctl/answers.h"
#include "app/ctl/bodyoptions.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/defender/resource.h"
#include "app/response/gate.h"
#include "app/response/operationchecks.h"
#include "app/store/store.h"
#include "app/story/correlate.h"
#include "app/story/promotion.h"
#include "app/story/reason.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

const QList<ColumnSchema> &columns()
{
    static const QList<ColumnSchema> all{{QStringLiteral("ExternalId"), ColumnType::String},
                                         {QStringLiteral("DeviceId"), ColumnType::String},
                                         {QStringLiteral("AlertId"), ColumnType::String},
                                         {QStringLiteral("Score"), ColumnType::Real},
                                         {QStringLiteral("Reasons"), ColumnType::Dynamic},
                                         {QStringLiteral("EventTable"), ColumnType::String},
                                         {QStringLiteral("EventTimestamp"), ColumnType::DateTime},
                                         {QStringLiteral("ReportId"), ColumnType::Long},
                                         {QStringLiteral("ProcessId"), ColumnType::Long},
                                         {QStringLiteral("ProcessName"), ColumnType::String},
                                         {QStringLiteral("ProcessCommandLine"), ColumnType::String},
                                         {QStringLiteral("ProcessCreationTime"), ColumnType::DateTime}};
    return all;
}

/// null where no process was found.
QJsonValue processOf(const Table &rows, qsizetype row)
{
    const auto cell = [&](const char *name) {
        return jsonFromCell(rows, row, rows.indexOf(QString::fromLatin1(name)));
    };
    if (rows.column(QStringLiteral("ProcessId")).isNull(row) &&
        rows.column(QStringLiteral("ProcessName")).text(row).empty())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("id"), cell("ProcessId")},
                       {QStringLiteral("name"), cell("ProcessName")},
                       {QStringLiteral("commandLine"), cell("ProcessCommandLine")},
                       {QStringLiteral("creationTime"), cell("ProcessCreationTime")}};
}

QByteArray reasonsOf(const Table &rows, qsizetype row)
{
    QJsonArray list;
    for (const story::Reason &reason : story::reasonsFromText(rows.column(QStringLiteral("Reasons")).text(row)))
        list.append(story::reasonToJson(reason));
    return jsonToText(list);
}

void printCorrelation(const Table &rows, qsizetype row)
{
    const auto text = [&](const char *name) {
        return jsonToText(jsonFromCell(rows, row, rows.indexOf(QString::fromLatin1(name))));
    };
    printAnswer("{\"externalId\":" + text("ExternalId") + ",\"deviceId\":" + text("DeviceId") + ",\"alertId\":" +
                text("AlertId") + ",\"score\":" + text("Score") + ",\"reasons\":" + reasonsOf(rows, row) +
                ",\"process\":" + jsonToText(processOf(rows, row)) + ",\"event\":{\"table\":" + text("EventTable") +
                ",\"timestamp\":" + text("EventTimestamp") + ",\"reportId\":" + text("ReportId") + "}}");
}

int correlate(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    if (const auto status = arguments.parse(given))
        return *status;
    if (!arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Unexpected: %1").arg(arguments.positional().first()));
    bool isPartial = false;
    auto session = openAndSync(arguments, {}, &isPartial);
    if (!session)
        return sayError(session.error());
    // A sync has correlated already; a store that is read only shows what was found when it was written.
    if (!(*session)->client() && !(*session)->store()->isReadOnly()) {
        if (const auto found = story::correlate(*(*session)->store()); !found)
            return sayError(found.error());
    }
    QStringList names;
    for (const auto &column : columns())
        names.append(column.name);
    const auto rows =
        (*session)->store()->read(QStringLiteral("SELECT %1 FROM Correlations ORDER BY Score DESC, ExternalId")
                                      .arg(names.join(QStringLiteral(", "))),
                                  {}, columns());
    if (!rows)
        return sayError(rows.error());
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        printCorrelation(*rows, row);
    return isPartial ? PartialData : Done;
}

/// Offline nobody knows the service's address: the path says what would be sent.
QJsonObject requestOf(const response::Gate *gate, const response::OperationRequest &request)
{
    if (gate) {
        const response::DryRun sheet = gate->dryRunOperation(request);
        return {{QStringLiteral("method"), sheet.method},
                {QStringLiteral("url"), sheet.url},
                {QStringLiteral("body"), sheet.body}};
    }
    const defender::ResourceAction &action = *defender::actionNamed(request.action);
    return {{QStringLiteral("method"), action.method},
            {QStringLiteral("url"), action.path},
            {QStringLiteral("body"), request.body}};
}

/// A line as the contract has it: the request, and what came or would come of it.
void printPromotion(const story::Promotion &promotion, const QJsonObject &request, const QJsonObject &outcome)
{
    QJsonObject line{{QStringLiteral("externalId"), promotion.externalId},
                     {QStringLiteral("deviceId"), promotion.deviceId},
                     {QStringLiteral("deviceName"), promotion.deviceName},
                     {QStringLiteral("score"), promotion.score},
                     {QStringLiteral("request"), request}};
    line.insert(QStringLiteral("dryRun"), false);
    addMembers(line, outcome);
    printAnswer(jsonToText(line));
}

int refusePromotion(const QString &externalId, const Error &error)
{
    if (error.kind == Error::Kind::Refused)
        printAnswer(jsonToText(QJsonObject{{QStringLiteral("externalId"), externalId},
                                           {QStringLiteral("request"), QJsonValue::Null},
                                           {QStringLiteral("outcome"), QStringLiteral("refused")},
                                           {QStringLiteral("reason"), error.message}}));
    const int status = sayError(error);
    return error.kind == Error::Kind::Refused ? int(Findings) : status;
}

/// What a second run finds is no second alert: the one that was raised is named, and nothing is sent.
int sendPromotion(session::Session &session, const story::Promotion &promotion,
                  const response::OperationRequest &request)
{
    const QString title = request.body.value(QStringLiteral("title")).toString();
    const QString alike = response::openAlertAlike(*session.store(), promotion.deviceId, title);
    const QJsonObject shown = requestOf(session.gate(), request);
    const auto alert = waitFor(session.gate()->perform(request));
    if (!alert) {
        printPromotion(
            promotion, shown,
            {{QStringLiteral("outcome"), QStringLiteral("failed")}, {QStringLiteral("reason"), alert.error().message}});
        return sayError(alert.error());
    }
    const QString id = alert->value(QStringLiteral("id")).toString();
    QJsonObject record = *alert;
    record.remove(QStringLiteral("@odata.context"));
    printPromotion(promotion, shown,
                   {{QStringLiteral("outcome"), id == alike ? QStringLiteral("merged") : QStringLiteral("created")},
                    {QStringLiteral("alertId"), id},
                    {QStringLiteral("alert"), record}});
    return Done;
}

/// The body, with what --set says in place of what was found.
Result<response::OperationRequest> promotionRequest(const Arguments &arguments, const story::Promotion &promotion)
{
    const defender::ResourceAction &action = *defender::actionNamed(QStringLiteral("createAlertByReference"));
    const auto changes = bodyOf(arguments, action);
    if (!changes)
        return failure(changes.error());
    QJsonObject body = promotion.body;
    for (auto it = changes->begin(); it != changes->end(); ++it)
        body.insert(it.key(), it.value());
    QString comment = arguments.value(QStringLiteral("comment"));
    if (comment.trimmed().isEmpty())
        comment = tr("External alert %1 is pushed to Defender.").arg(promotion.externalId);
    return response::OperationRequest{action.name, {}, body, comment, {}};
}

int promote(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    addActingOptions(arguments);
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.positional().size() != 1)
        return arguments.wrongUsage(tr("Name one external alert."));
    const bool isDry = arguments.has(QStringLiteral("dry-run"));
    bool isPartial = false;
    auto session = openAndSync(arguments, {}, &isPartial);
    if (!session)
        return sayError(session.error());
    if (!(*session)->gate() && !isDry)
        return arguments.wrongUsage(tr("There is no tenant to act on: use --lab, --profile or --url, not read-only."));
    const QString id = arguments.positional().first();
    const auto promotion = story::promotionOf(*(*session)->store(), id);
    if (!promotion)
        return refusePromotion(id, promotion.error());
    const auto request = promotionRequest(arguments, *promotion);
    if (!request)
        return arguments.wrongUsage(request.error().message);
    if (!promotion->alertId.isEmpty()) {
        printPromotion(*promotion, requestOf((*session)->gate(), *request),
                       {{QStringLiteral("dryRun"), isDry},
                        {QStringLiteral("outcome"), QStringLiteral("already raised")},
                        {QStringLiteral("alertId"), promotion->alertId}});
        return Done;
    }
    if (!isDry)
        return sendPromotion(**session, *promotion, *request);
    const QString alike = response::openAlertAlike(*(*session)->store(), promotion->deviceId,
                                                   request->body.value(QStringLiteral("title")).toString());
    printPromotion(*promotion, requestOf((*session)->gate(), *request),
                   {{QStringLiteral("dryRun"), true},
                    {QStringLiteral("outcome"),
                     alike.isEmpty() ? QStringLiteral("would be created") : QStringLiteral("would be merged")},
                    {QStringLiteral("alertId"), alike}});
    return isPartial ? PartialData : Done;
}

} // namespace

QList<Command> externalCommands()
{
    return {{QStringLiteral("external"), QStringLiteral("promote"),
             QStringLiteral("external promote ID [source] [--set NAME=VALUE]… [--comment TEXT] [--dry-run]"),
             tr("Raises a Defender alert on the event behind an external alert; prints the request and its outcome."),
             promote},
            {QStringLiteral("external"), QStringLiteral("correlate"), QStringLiteral("external correlate [source]"),
             tr("Finds device, alert and process for each external alert: a line of JSON for each."), correlate}};
}

} // namespace watchdesk::ctl
