// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/readoptions.h"

#include <QCoreApplication>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

} // namespace

void addReadOptions(Arguments &arguments)
{
    arguments.add(QStringLiteral("filter"), tr("As above a grid: risk:high device:SCR* status:!resolved"),
                  QStringLiteral("EXPRESSION"));
    arguments.add(QStringLiteral("of"), tr("The key of what the records belong to."), QStringLiteral("KEY"));
    arguments.add(QStringLiteral("with"), tr("A parameter of the service's; may be given more than once."),
                  QStringLiteral("NAME=VALUE"));
    arguments.add(QStringLiteral("files"), tr("Reads an export by its files, as large tenants should."));
}

Result<defender::ListOptions> readOptionsOf(const Arguments &arguments, const defender::Resource &resource)
{
    defender::ListOptions options;
    options.of = arguments.value(QStringLiteral("of"));
    for (const QString &given : arguments.values(QStringLiteral("with"))) {
        const qsizetype sign = given.indexOf(u'=');
        if (sign < 1)
            return failure(Error::Kind::InvalidInput, tr("--with takes NAME=VALUE."));
        options.parameters.insert(given.left(sign), given.mid(sign + 1));
    }
    options.byFiles = arguments.has(QStringLiteral("files"));
    if (options.byFiles && resource.files.path.isEmpty())
        return failure(Error::Kind::InvalidInput, tr("%1 do not come as files.").arg(resource.name));
    // What the descriptor does not take is said before anything is opened.
    if (!resource.path.isEmpty()) {
        if (const auto target = defender::listTarget(resource, options); !target)
            return failure(target.error());
    }
    return options;
}

} // namespace watchdesk::ctl
