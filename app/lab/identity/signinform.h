// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/http.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace watchdesk::lab {

/// The fields of a request to the sign-in service: a posted form, or a query.
struct SignInForm
{
    QString tenant;
    bool isSecondVersion = true;
    QHash<QString, QString> fields;

    QString value(const char *name) const { return fields.value(QLatin1String(name)); }
};

/// JSON that nobody may keep.
HttpReply signInReply(int status, const QJsonObject &object);

/// {"error","error_description":"AADSTS…: …","error_codes",…}, as the real one answers.
HttpReply signInError(int status, const QString &error, int number, const QString &text);

} // namespace watchdesk::lab
