// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/audit.h"
#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/arguments.h"
#include "app/ctl/console.h"
#include "app/session/paths.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

int verify(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.add(QStringLiteral("profile"), tr("This profile's log."), QStringLiteral("NAME"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.positional().size() > 1)
        return arguments.wrongUsage(tr("Name one file."));
    QString path = arguments.positional().value(0);
    if (path.isEmpty() && arguments.has(QStringLiteral("profile")))
        path = session::tenantFolder(arguments.value(QStringLiteral("profile"))) + QStringLiteral("/audit.jsonl");
    if (path.isEmpty())
        path = session::labAuditPath();
    if (!QFileInfo(path).isFile()) {
        say(tr("There is no audit log %1.").arg(path));
        return NothingReadable;
    }
    const auto report = response::Audit::verify(path);
    if (!report)
        return sayError(report.error());
    printAnswer("{\"file\":" + jsonToText(path) + ",\"intact\":" + (report->intact ? "true" : "false") +
                ",\"records\":" + QByteArray::number(report->records) +
                ",\"lastHash\":" + jsonToText(report->lastHash) +
                ",\"badLine\":" + (report->badLine > 0 ? QByteArray::number(report->badLine) : QByteArray("null")) +
                ",\"reason\":" + jsonToText(report->reason) + '}');
    return report->intact ? Done : Findings;
}

} // namespace

QList<Command> auditCommands()
{
    return {{QStringLiteral("audit"), QStringLiteral("verify"), QStringLiteral("audit verify [FILE] [--profile NAME]"),
             tr("Checks an audit log's chain and names the first bad record."), verify}};
}

} // namespace watchdesk::ctl
