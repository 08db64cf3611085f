// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bodyoptions.h"

#include "app/ctl/console.h"
#include "app/defender/actionbody.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

Result<QJsonObject> objectFrom(const QString &path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return failure(Error::Kind::Unreadable, tr("%1 cannot be read.").arg(path));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (document.isObject())
        return document.object();
    return failure(Error::Kind::InvalidInput, tr("%1 is no JSON object: %2").arg(path, error.errorString()));
}

} // namespace

Result<QJsonObject> bodyOf(const Arguments &arguments, const defender::ResourceAction &action)
{
    QJsonObject body;
    if (arguments.has(QStringLiteral("body"))) {
        const auto read = objectFrom(arguments.value(QStringLiteral("body")));
        if (!read)
            return read;
        body = *read;
    }
    for (const QString &given : arguments.values(QStringLiteral("set"))) {
        const QString name = given.section(u'=', 0, 0);
        const defender::BodyField *field = action.field(name);
        if (!field || !given.contains(u'=')) {
            QStringList names;
            for (const defender::BodyField &known : action.body)
                names.append(known.name);
            return failure(
                Error::Kind::InvalidInput,
                tr("--set takes NAME=VALUE, where the name is one of %1.").arg(names.join(QStringLiteral(", "))));
        }
        const auto value = defender::valueFromText(*field, given.section(u'=', 1));
        if (!value)
            return failure(value.error());
        body.insert(name, *value);
    }
    if (action.isForm && arguments.has(QStringLiteral("file"))) {
        const auto file = defender::uploadFrom(arguments.value(QStringLiteral("file")));
        if (!file)
            return failure(file.error());
        body.insert(QStringLiteral("File"), *file);
    }
    return body;
}

} // namespace watchdesk::ctl
