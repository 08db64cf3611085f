// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/machineaction.h"

#include "app/base/safetext.h"
#include "app/defender/resource.h"

#include <QCoreApplication>

namespace watchdesk::response {

bool isFinalStatus(const QString &status)
{
    return status == QStringLiteral("Succeeded") || status == QStringLiteral("Failed") ||
           status == QStringLiteral("TimeOut") || status == QStringLiteral("Cancelled");
}

QString recordType(const defender::ResourceAction &action)
{
    if (action.name == QStringLiteral("runLiveResponse"))
        return QStringLiteral("LiveResponse");
    return action.name.left(1).toUpper() + action.name.mid(1);
}

const defender::ResourceAction *deviceAction(const QString &name)
{
    for (const defender::ResourceAction &action : defender::resourceNamed(QStringLiteral("machines"))->actions) {
        const bool isNamed = action.name == name || action.verb == name;
        if (isNamed && action.observed == defender::ResourceAction::Observed::MachineAction)
            return &action;
    }
    return nullptr;
}

QString gateName(const defender::ResourceAction &action)
{
    return deviceAction(action.name) ? action.verb : action.name;
}

Result<MachineAction> machineActionFromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    MachineAction action{text("id"),
                         text("type"),
                         text("status"),
                         text("machineId"),
                         text("computerDnsName"),
                         text("requestor"),
                         text("requestorComment"),
                         0,
                         0,
                         json};
    action.created = ticksFromIso(text("creationDateTimeUtc")).value_or(0);
    const QString updated = text("lastUpdateDateTimeUtc");
    action.updated = ticksFromIso(updated.isEmpty() ? text("lastUpdateTimeUtc") : updated).value_or(0);
    if (action.id.isEmpty() || action.status.isEmpty())
        return failure(
            Error{Error::Kind::Service,
                  QCoreApplication::translate("response", "The service's answer does not describe an action."),
                  {{QStringLiteral("uncertain"), QStringLiteral("true")}}});
    return action;
}

} // namespace watchdesk::response
