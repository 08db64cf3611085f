// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/response/gate.h"

#include <QCoreApplication>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

int statusOf(const session::SyncReport &report)
{
    if (report.cancelled)
        return Interrupted;
    if (report.errors.isEmpty())
        return Done;
    // Nothing came in: the reason is the answer.
    return report.rows == 0 ? exitStatus(report.errors.first().kind) : int(PartialData);
}

int sync(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    if (const auto status = arguments.parse(given))
        return *status;
    auto session = openSource(arguments);
    if (!session)
        return sayError(session.error());
    if (const auto *gate = (*session)->gate(); gate && !gate->whySilent().isEmpty())
        return sayError({Error::Kind::Refused, gate->whySilent(), {}});
    if (!(*session)->client())
        return arguments.wrongUsage(tr("There is no tenant to load from: use --lab, --profile or --url."));
    const auto report = syncNow(**session, {});
    if (!report)
        return sayError(report.error());
    for (const auto &table : report->tables) {
        printAnswer("{\"table\":" + jsonToText(table.table) + ",\"completeness\":" + jsonToText(table.completeness) +
                    ",\"rows\":" + QByteArray::number(table.rows) + ",\"detail\":" + jsonToText(table.detail) + '}');
    }
    for (const auto &error : report->errors)
        sayError(error);
    say(tr("%1 new rows, %2 correlations, %3 ms").arg(report->rows).arg(report->correlations).arg(report->elapsedMs));
    return statusOf(*report);
}

} // namespace

QList<Command> syncCommands()
{
    return {
        {QStringLiteral("sync"), {}, QStringLiteral("sync [source]"), tr("Loads the tenant into the store."), sync}};
}

} // namespace watchdesk::ctl
