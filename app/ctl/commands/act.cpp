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
#include "app/response/shortcut.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

using response::ActionRequest;
using response::MachineAction;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// What --type says of an action: isolations and scans have one.
QString typeField(const QString &action)
{
    const bool isScan = response::deviceAction(action)->field(QStringLiteral("ScanType"));
    return isScan ? QStringLiteral("ScanType") : QStringLiteral("IsolationType");
}

Result<QList<ActionRequest>> requestsFor(const session::Session &session, const Arguments &arguments,
                                         const QString &action, const QStringList &targets)
{
    const auto parameters = bodyOf(arguments, *response::deviceAction(action));
    if (!parameters)
        return failure(parameters.error());
    QList<ActionRequest> requests;
    for (const QString &target : targets) {
        auto device = deviceIdOf(*session.store(), target);
        if (!device)
            return failure(device.error());
        ActionRequest request;
        request.action = action;
        request.parameters = *parameters;
        request.deviceId = *device;
        request.comment = arguments.value(QStringLiteral("comment"));
        if (arguments.has(QStringLiteral("type")))
            request.parameters.insert(typeField(action), arguments.value(QStringLiteral("type")));
        requests.append(request);
    }
    return requests;
}

/// The sheets, one a line; Findings if any is refused.
int printDryRuns(const response::Gate &gate, const QList<ActionRequest> &requests)
{
    bool isRefused = false;
    for (const auto &request : requests) {
        const auto sheet = waitFor(gate.dryRunLater(request));
        if (!sheet)
            return sayError(sheet.error());
        printAnswer(jsonToText(sheet->toJson()));
        isRefused = isRefused || sheet->isRefused();
    }
    return isRefused ? Findings : Done;
}

void printAction(const ActionRequest &request, const MachineAction &action)
{
    QJsonObject json = action.record;
    json.insert(QStringLiteral("action"), request.action);
    json.insert(QStringLiteral("id"), action.id);
    json.insert(QStringLiteral("status"), action.status);
    json.insert(QStringLiteral("deviceId"), request.deviceId);
    json.insert(QStringLiteral("deviceName"), action.deviceName);
    json.insert(QStringLiteral("final"), action.isFinal());
    printAnswer(jsonToText(json));
}

/// The first state that the service gives, with the watching stopped; or the end, if that comes first.
Result<MachineAction> firstState(response::Gate &gate, const ActionRequest &request)
{
    std::optional<MachineAction> first;
    QObject context;
    auto future = gate.run(request);
    QObject::connect(&gate, &response::Gate::stateChanged, &context, [&](const MachineAction &action) {
        if (action.deviceId != request.deviceId || first)
            return;
        first = action;
        future.cancel();
    });
    auto result = waitFor(future);
    return first && !result ? Result<MachineAction>(*first) : result;
}

int runActions(response::Gate &gate, const QList<ActionRequest> &requests, bool isWaiting)
{
    int worst = Done;
    QList<FutureResult<MachineAction>> running;
    for (const auto &request : isWaiting ? requests : QList<ActionRequest>())
        running.append(gate.run(request));
    for (qsizetype i = 0; i < requests.size(); ++i) {
        const auto action = isWaiting ? waitFor(running[i]) : firstState(gate, requests[i]);
        if (!action) {
            worst = std::max(worst, sayError(action.error()));
            continue;
        }
        printAction(requests[i], *action);
        if (action->isFinal() && !action->succeeded())
            worst = std::max(worst, int(Findings));
    }
    return worst;
}

/// The status to end with, unless it may go on.
std::optional<int> consent(const response::Gate &gate, const QList<ActionRequest> &requests, const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("yes")))
        return {};
    for (const auto &request : requests) {
        const auto sheet = waitFor(gate.dryRunLater(request));
        if (!sheet)
            return sayError(sheet.error());
        say(sheet->title + u' ' + sheet->consequence);
        for (const auto &check : sheet->checks)
            say(QStringLiteral("  ") + check.text);
        say(QStringLiteral("  ") + sheet->undoText);
    }
    if (confirm(tr("Do it on %1 devices?").arg(requests.size())))
        return {};
    say(tr("Nothing was done."));
    return Findings;
}

/// Every action that has a target, by the name that `act` takes. A verb that several resources have is ambiguous: then
/// it is the API's own name.
QStringList actionNames()
{
    QStringList verbs;
    QStringList names;
    for (const auto &resource : defender::resources()) {
        for (const auto &action : resource.actions) {
            if (!action.hasTarget())
                continue;
            verbs.append(action.verb);
            names.append(action.name);
        }
    }
    QStringList all;
    for (qsizetype i = 0; i < verbs.size(); ++i)
        all.append(verbs.count(verbs[i]) == 1 ? verbs[i] : names[i]);
    for (const response::Shortcut &shortcut : response::shortcuts())
        all.append(shortcut.verb);
    return all;
}

/// What a name means that is no device action; one with an empty action for what `act` does not take.
response::Shortcut meaningOf(const QString &name)
{
    if (const response::Shortcut shortcut = response::shortcutNamed(name); !shortcut.action.isEmpty())
        return shortcut;
    const defender::ResourceAction *action = defender::actionNamed(name);
    const bool isTaken = action && action->hasTarget() && (action->name == name || actionNames().contains(name));
    return isTaken ? response::Shortcut{name, {}, action->name, {}, {}} : response::Shortcut();
}

int act(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    addActingOptions(arguments);
    addDeviceActionOptions(arguments);
    addAlertOptions(arguments);
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.positional().size() < 2)
        return arguments.wrongUsage(tr("Name an action and at least one target."));
    const QString name = arguments.positional().first();
    if (response::deviceAction(name))
        return runDeviceAction(arguments, name, arguments.positional().mid(1));
    const response::Shortcut meaning = meaningOf(name);
    if (meaning.action.isEmpty())
        return arguments.wrongUsage(
            tr("There is no action “%1”: use one of %2.").arg(name, actionNames().join(QStringLiteral(", "))));
    return runOperation(arguments, meaning, arguments.positional().mid(1));
}

} // namespace

Result<QString> deviceIdOf(const store::Store &store, const QString &target)
{
    auto rows = store.read(QStringLiteral("SELECT id, computerDnsName FROM Devices WHERE lower(id) = lower(?1) OR "
                                          "lower(computerDnsName) = lower(?1) OR "
                                          "lower(split_part(computerDnsName, '.', 1)) = lower(?1)"),
                           {target});
    if (!rows)
        return failure(rows.error());
    if (rows->rowCount() == 0)
        return failure(Error::Kind::NotFound, tr("The tenant has no device “%1”.").arg(target));
    if (rows->rowCount() > 1)
        return failure(Error::Kind::InvalidInput, tr("“%1” is the name of several devices; use an id.").arg(target));
    return rows->column(0).string(0);
}

void sayHowLong(const response::Gate &gate, const QString &action, qsizetype count)
{
    if (count < 2)
        return;
    const auto time = gate.timeFor(action, count);
    if (const auto seconds =
            std::chrono::ceil<std::chrono::seconds>(time.value_or(std::chrono::milliseconds(0))).count())
        say(tr("%1 requests: the service's quota spreads them over %2 s.").arg(count).arg(seconds));
}

void addActingOptions(Arguments &arguments)
{
    arguments.add(QStringLiteral("comment"), tr("Why; goes to the service and into the audit log."),
                  QStringLiteral("TEXT"));
    arguments.add(QStringLiteral("set"), tr("A member of the request's body; may be given more than once."),
                  QStringLiteral("NAME=VALUE"));
    arguments.add(QStringLiteral("body"), tr("The request's body as a JSON object."), QStringLiteral("FILE"));
    arguments.add(QStringLiteral("dry-run"), tr("Shows the sheet and sends nothing."));
    arguments.add(QStringLiteral("yes"), tr("Does not ask."));
}

void addDeviceActionOptions(Arguments &arguments)
{
    arguments.add(QStringLiteral("type"), tr("Full or Selective isolation; Quick or Full scan."),
                  QStringLiteral("TYPE"));
    arguments.add(QStringLiteral("wait"), tr("Waits for the final state."));
}

void addAlertOptions(Arguments &arguments)
{
    arguments.add(QStringLiteral("to"), tr("Whom an alert is assigned to."), QStringLiteral("USER"));
    arguments.add(QStringLiteral("classification"), tr("The verdict on an alert."), QStringLiteral("WORD"));
    arguments.add(QStringLiteral("determination"), tr("What the verdict rests on."), QStringLiteral("WORD"));
}

std::optional<int> checkActing(const Arguments &arguments)
{
    if (arguments.value(QStringLiteral("comment")).trimmed().isEmpty())
        return arguments.wrongUsage(tr("An action needs a reason: --comment TEXT."));
    if (!arguments.has(QStringLiteral("yes")) && !arguments.has(QStringLiteral("dry-run")) && !inputIsTerminal())
        return arguments.wrongUsage(tr("Nobody can be asked here: say --yes, or --dry-run to see what would be done."));
    return {};
}

int runDeviceAction(const Arguments &arguments, const QString &action, const QStringList &targets)
{
    if (const auto status = checkActing(arguments))
        return *status;
    bool isPartial = false;
    auto session = openAndSync(
        arguments, session::SyncScope::onlyEntities({QStringLiteral("Devices"), QStringLiteral("MachineActions")}),
        &isPartial);
    if (!session)
        return sayError(session.error());
    response::Gate *gate = (*session)->gate();
    if (!gate)
        return arguments.wrongUsage(tr("There is no tenant to act on: use --lab, --profile or --url, not read-only."));
    const auto requests = requestsFor(**session, arguments, action, targets);
    if (!requests)
        return sayError(requests.error());
    sayHowLong(*gate, action, requests->size());
    if (arguments.has(QStringLiteral("dry-run")))
        return printDryRuns(*gate, *requests);
    if (const auto status = consent(*gate, *requests, arguments))
        return *status;
    return runActions(*gate, *requests, arguments.has(QStringLiteral("wait")));
}

QList<Command> actCommands()
{
    return {
        {QStringLiteral("act"),
         {},
         QStringLiteral("act ACTION TARGET… [source] --comment TEXT [--type Full|Selective|Quick] [--set NAME=VALUE]… "
                        "[--to USER] [--classification WORD] [--determination WORD] [--dry-run] [--yes] [--wait]"),
         tr("A response action: on devices by id or name, on alerts and others by id, on values to block."),
         act}};
}

} // namespace watchdesk::ctl
