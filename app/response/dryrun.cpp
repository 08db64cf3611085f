// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/dryrun.h"

#include <QJsonArray>

namespace watchdesk::response {

namespace {

QString outcomeName(Check::Outcome outcome)
{
    switch (outcome) {
    case Check::Outcome::Ok:
        return QStringLiteral("ok");
    case Check::Outcome::Warning:
        return QStringLiteral("warning");
    case Check::Outcome::Refusal:
        break;
    }
    return QStringLiteral("refusal");
}

} // namespace

bool DryRun::isRefused() const { return !refusals().isEmpty(); }

bool DryRun::hasWarnings() const
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check &check) { return check.outcome == Check::Outcome::Warning; });
}

QStringList DryRun::refusals() const
{
    QStringList texts;
    for (const Check &check : checks) {
        if (check.outcome == Check::Outcome::Refusal)
            texts.append(check.text);
    }
    return texts;
}

QJsonObject DryRun::toJson() const
{
    QJsonObject facts;
    for (const DeviceFact &fact : device)
        facts.insert(fact.name, fact.value);
    QJsonArray list;
    for (const Check &check : checks)
        list.append(QJsonObject{{QStringLiteral("name"), check.name},
                                {QStringLiteral("outcome"), outcomeName(check.outcome)},
                                {QStringLiteral("text"), check.text}});
    return {
        {QStringLiteral("action"), request.action},
        {QStringLiteral("target"), request.deviceId},
        {QStringLiteral("dryRun"), true},
        {QStringLiteral("refused"), isRefused()},
        {QStringLiteral("consequence"), consequence},
        {QStringLiteral("request"),
         QJsonObject{{QStringLiteral("method"), method}, {QStringLiteral("url"), url}, {QStringLiteral("body"), body}}},
        {QStringLiteral("device"), facts},
        {QStringLiteral("checks"), list},
        {QStringLiteral("undo"), QJsonObject{{QStringLiteral("action"), undo}, {QStringLiteral("text"), undoText}}}};
}

} // namespace watchdesk::response
