// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/responses.h"

#include "app/response/shortcut.h"

namespace watchdesk::ui {

namespace {

/// Only what is asked for about a device from its sheet's fields.
QStringList askedOf(const QString &verb)
{
    if (verb == u"isolate")
        return {QStringLiteral("IsolationType")};
    return verb == u"scan" ? QStringList(QStringLiteral("ScanType")) : QStringList();
}

} // namespace

SheetRequest deviceRequest(const QString &verb, const QStringList &deviceIds, const QStringList &names,
                           const QString &sha1)
{
    SheetRequest request{verb};
    request.targets = deviceIds;
    request.names = names;
    request.asked = askedOf(verb);
    if (verb == u"isolate")
        request.parameters = {{QStringLiteral("IsolationType"), QStringLiteral("Full")}};
    else if (verb == u"scan")
        request.parameters = {{QStringLiteral("ScanType"), QStringLiteral("Quick")}};
    else if (verb == u"quarantine") {
        request.asked = {QStringLiteral("Sha1")};
        request.parameters = {{QStringLiteral("Sha1"), sha1}};
    }
    return request;
}

SheetRequest valueRequest(const QString &verb, const QString &value)
{
    const response::Shortcut shortcut = response::shortcutNamed(verb);
    SheetRequest request{shortcut.action};
    request.title = shortcut.title;
    request.parameters = response::indicatorBody(value, shortcut.preset);
    request.asked = {QStringLiteral("action"), QStringLiteral("title"), QStringLiteral("severity"),
                     QStringLiteral("expirationTime"), QStringLiteral("generateAlert")};
    return request;
}

SheetRequest alertRequest(const QString &verb, const QStringList &alertIds)
{
    const response::Shortcut shortcut = response::shortcutNamed(verb);
    SheetRequest request{shortcut.action};
    request.title = shortcut.title;
    request.targets = alertIds;
    request.parameters = shortcut.preset;
    request.asked = shortcut.asked.isEmpty() ? QStringList(QStringLiteral("status")) : shortcut.asked;
    return request;
}

} // namespace watchdesk::ui
