// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/acting.h"
#include "app/ctl/answers.h"
#include "app/ctl/bodyoptions.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/gate.h"
#include "app/response/keptanswer.h"
#include "app/response/shortcut.h"
#include "app/store/store.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/defender/client.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

/// What --to, --classification and --determination say, in the API's spelling.
void takeAlertOptions(const Arguments &arguments, QJsonObject *body)
{
    static constexpr std::pair<const char *, const char *> kOptions[] = {
        {"to", "assignedTo"}, {"classification", "classification"}, {"determination", "determination"}};
    for (const auto &[option, field] : kOptions) {
        if (arguments.has(QLatin1String(option)))
            body->insert(QLatin1String(field), arguments.value(QLatin1String(option)));
    }
}

/// The key that a target names: a device may be named by its name.
Result<QString> keyOf(session::Session &session, const defender::Resource &resource, const QString &target)
{
    static const QRegularExpression id(QStringLiteral("^[0-9a-fA-F]{40}$"));
    if (resource.name != QStringLiteral("machines") || id.match(target).hasMatch())
        return target;
    return deviceIdOf(*session.store(), target);
}

/// The sheet says how things stand: what is to be changed is read once more.
void readTarget(session::Session &session, const defender::Resource &resource, const QString &key)
{
    if (resource.showPath.isEmpty() || resource.table.isEmpty() || resource.key.isEmpty())
        return;
    if (const auto record = waitFor(session.client()->find(resource.name, key)))
        response::keepEntity(*session.store(), resource, *record);
}

Result<QList<OperationRequest>> requestsFor(session::Session &session, const Arguments &arguments,
                                            const defender::Resource &resource, const response::Shortcut &what,
                                            const QJsonObject &given, const QStringList &targets)
{
    const QString comment = arguments.value(QStringLiteral("comment"));
    QList<OperationRequest> requests;
    for (const QString &target : targets) {
        QJsonObject body = what.isOfValue ? response::indicatorBody(target, what.preset) : what.preset;
        addMembers(body, given);
        if (what.isOfValue && response::indicatorTypeOf(target).isEmpty())
            return failure(Error::Kind::InvalidInput,
                           tr("“%1” is no hash, address, URL or domain.").arg(visibleText(target, 100)));
        const auto key = what.isOfValue ? Result<QString>(QString()) : keyOf(session, resource, target);
        if (!key)
            return failure(key.error());
        if (!key->isEmpty())
            readTarget(session, resource, *key);
        requests.append({what.action, *key, body, comment, {}});
    }
    return requests;
}

int printSheets(const response::Gate &gate, const QList<OperationRequest> &requests)
{
    bool isRefused = false;
    for (const OperationRequest &request : requests) {
        const response::DryRun sheet = gate.dryRunOperation(request);
        printAnswer(jsonToText(sheet.toJson()));
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

int perform(session::Session &session, const ResourceAction &action, const QList<OperationRequest> &requests)
{
    int worst = Done;
    for (const OperationRequest &request : requests) {
        const auto answer = waitFor(session.gate()->perform(request));
        if (!answer) {
            worst = std::max(worst, sayError(answer.error()));
            continue;
        }
        QJsonObject line = *answer;
        line.remove(QStringLiteral("@odata.context"));
        if (line.isEmpty())
            line = {{QStringLiteral("action"), action.name},
                    {QStringLiteral("target"), request.target},
                    {QStringLiteral("done"), true}};
        printAnswer(jsonToText(line));
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
    if (action.name == QStringLiteral("updateAlert"))
        addAlertOptions(arguments);
    if (action.isForm)
        arguments.add(QStringLiteral("file"), tr("The file to upload."), QStringLiteral("FILE"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (action.hasTarget() == arguments.positional().isEmpty())
        return arguments.wrongUsage(action.hasTarget() ? tr("Name at least one key.") : tr("It takes no key."));
    if (isDeviceAction(resource, action))
        return runDeviceAction(arguments, action.verb, arguments.positional());
    return runOperation(arguments, {action.verb, {}, action.name, {}, {}},
                        action.hasTarget() ? arguments.positional() : QStringList{QString()});
}

/// The session with what the targets' names are looked up in.
Result<std::shared_ptr<session::Session>> sessionFor(const Arguments &arguments, const defender::Resource &resource)
{
    bool isPartial = false;
    if (resource.name == QStringLiteral("machines"))
        return openAndSync(arguments, session::SyncScope::onlyEntities({resource.table}), &isPartial);
    return openSource(arguments);
}

} // namespace

int runOperation(const Arguments &arguments, const response::Shortcut &what, const QStringList &targets)
{
    const ResourceAction *action = defender::actionNamed(what.action);
    const defender::Resource *resource = defender::resourceWith(*action);
    if (const auto status = checkActing(arguments))
        return *status;
    auto body = bodyOf(arguments, *action);
    if (!body)
        return body.error().kind == Error::Kind::InvalidInput ? arguments.wrongUsage(body.error().message)
                                                              : sayError(body.error());
    if (action->name == QStringLiteral("updateAlert"))
        takeAlertOptions(arguments, &*body);
    if (what.preset.isEmpty() && !what.asked.isEmpty() && !body->contains(what.asked.first()))
        return arguments.wrongUsage(tr("It needs %1: --set %1=VALUE.").arg(what.asked.first()));
    auto session = sessionFor(arguments, *resource);
    if (!session)
        return sayError(session.error());
    response::Gate *gate = (*session)->gate();
    if (!gate)
        return arguments.wrongUsage(tr("There is no tenant to act on: use --lab, --profile or --url, not read-only."));
    const auto requests = requestsFor(**session, arguments, *resource, what, *body, targets);
    if (!requests)
        return sayError(requests.error());
    sayHowLong(*gate, action->name, requests->size());
    if (arguments.has(QStringLiteral("dry-run")))
        return printSheets(*gate, *requests);
    if (const auto status = consent(*gate, *requests, arguments))
        return *status;
    return perform(**session, *action, *requests);
}

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
