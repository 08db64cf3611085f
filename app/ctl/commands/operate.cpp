// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/acting.h"
#include "app/ctl/bodyoptions.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/devicestate.h"
#include "app/response/gate.h"
#include "app/store/store.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>

namespace watchdesk::ctl {

namespace {

using defender::ResourceAction;
using response::OperationRequest;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

const ResourceAction *actionOf(const defender::Resource &resource, const QString &verb)
{
    const auto found = std::find_if(resource.actions.begin(), resource.actions.end(),
                                    [&](const ResourceAction &action) { return action.verb == verb; });
    return found == resource.actions.end() ? nullptr : &*found;
}

bool isDeviceAction(const defender::Resource &resource, const ResourceAction &action)
{
    return resource.name == QStringLiteral("machines") && action.observed == ResourceAction::Observed::MachineAction;
}

QList<OperationRequest> requestsFor(const Arguments &arguments, const ResourceAction &action, const QJsonObject &body)
{
    const QStringList targets = action.hasTarget() ? arguments.positional() : QStringList{QString()};
    QList<OperationRequest> requests;
    for (const QString &target : targets)
        requests.append({action.name, target, body, arguments.value(QStringLiteral("comment")), {}});
    return requests;
}

int printSheets(const response::Gate &gate, const QList<OperationRequest> &requests)
{
    bool isRefused = false;
    for (const OperationRequest &request : requests) {
        const response::DryRun sheet = gate.dryRunOperation(request);
        printJson(jsonToText(sheet.toJson()));
        isRefused = isRefused || sheet.isRefused();
    }
    return isRefused ? Findings : Done;
}

std::optional<int> consent(const response::Gate &gate, const QList<OperationRequest> &requests,
                           const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("yes")))
        return {};
    for (const OperationRequest &request : requests) {
        const response::DryRun sheet = gate.dryRunOperation(request);
        say(sheet.title);
        for (const auto &check : sheet.checks)
            say(QStringLiteral("  ") + check.text);
        say(QStringLiteral("  ") + sheet.undoText);
    }
    if (confirm(tr("Do it %1 times?").arg(requests.size())))
        return {};
    say(tr("Nothing was done."));
    return Findings;
}

/// The store follows what the service answered, so that the next list without a sync shows it.
void keepAnswer(store::Store &store, const defender::Resource &resource, const ResourceAction &action,
                const OperationRequest &request, const QJsonObject &answer)
{
    if (resource.table.isEmpty() || resource.key.isEmpty())
        return;
    if (action.method == QStringLiteral("DELETE") && store.schema().find(resource.table)) {
        store.write(QStringLiteral("DELETE FROM \"%1\" WHERE \"%2\" = ?").arg(resource.table, resource.key),
                    {request.target}, {resource.table});
        return;
    }
    const bool isEntity = answer.contains(resource.key) && action.name != QStringLiteral("startInvestigation");
    if (!isEntity)
        return;
    if (const auto kept = response::keepRecord(store, resource.name, answer); !kept)
        sayError(kept.error());
}

int perform(session::Session &session, const defender::Resource &resource, const ResourceAction &action,
            const QList<OperationRequest> &requests)
{
    int worst = Done;
    for (const OperationRequest &request : requests) {
        const auto answer = waitFor(session.gate()->perform(request));
        if (!answer) {
            worst = std::max(worst, sayError(answer.error()));
            continue;
        }
        keepAnswer(*session.store(), resource, action, request, *answer);
        QJsonObject line = *answer;
        line.remove(QStringLiteral("@odata.context"));
        if (line.isEmpty())
            line = {{QStringLiteral("action"), action.name},
                    {QStringLiteral("target"), request.target},
                    {QStringLiteral("done"), true}};
        printJson(jsonToText(line));
        // An import answers for each: some may be refused.
        for (const QJsonValue &item : answer->value(QStringLiteral("value")).toArray()) {
            if (item[QStringLiteral("isFailed")].toBool())
                worst = std::max(worst, int(Findings));
        }
    }
    return worst;
}

int operate(const Command &command, const QStringList &given)
{
    const defender::Resource &resource = *defender::resourceNamed(command.noun);
    const ResourceAction &action = *actionOf(resource, command.verb);
    Arguments arguments(command);
    arguments.addSource();
    addActingOptions(arguments);
    if (isDeviceAction(resource, action))
        addDeviceActionOptions(arguments);
    if (action.isForm)
        arguments.add(QStringLiteral("file"), tr("The file to upload."), QStringLiteral("FILE"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (action.hasTarget() == arguments.positional().isEmpty())
        return arguments.wrongUsage(action.hasTarget() ? tr("Name at least one key.") : tr("It takes no key."));
    if (isDeviceAction(resource, action))
        return runDeviceAction(arguments, action.verb, arguments.positional());
    if (const auto status = checkActing(arguments))
        return *status;
    const auto body = bodyOf(arguments, action);
    if (!body)
        return body.error().kind == Error::Kind::InvalidInput ? arguments.wrongUsage(body.error().message)
                                                              : sayError(body.error());
    auto session = openSource(arguments);
    if (!session)
        return sayError(session.error());
    response::Gate *gate = (*session)->gate();
    if (!gate)
        return arguments.wrongUsage(tr("There is no tenant to act on: use --lab, --profile or --url, not read-only."));
    const auto requests = requestsFor(arguments, action, *body);
    if (arguments.has(QStringLiteral("dry-run")))
        return printSheets(*gate, requests);
    if (const auto status = consent(*gate, requests, arguments))
        return *status;
    return perform(**session, resource, action, requests);
}

} // namespace

QList<Command> actionCommands(const defender::Resource &resource)
{
    QList<Command> commands;
    for (const QString &noun : {resource.name, resource.alias}) {
        for (const ResourceAction &action : resource.actions) {
            // Hunting has a command of its own.
            if (noun.isEmpty() || resource.kind == defender::Resource::Kind::None)
                continue;
            const QString key = action.hasTarget() ? QStringLiteral(" KEY…") : QString();
            commands.append({noun, action.verb,
                             noun + u' ' + action.verb + key +
                                 QStringLiteral(" [source] --comment TEXT [--set NAME=VALUE]… [--dry-run] [--yes]"),
                             defender::translatedTitle(action.title), operate, true});
        }
    }
    return commands;
}

} // namespace watchdesk::ctl
