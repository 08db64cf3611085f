// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/signinform.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace watchdesk::lab {

namespace {

QString guid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

} // namespace

HttpReply signInReply(int status, const QJsonObject &object)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/json; charset=utf-8";
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    reply.headers.emplaceBack("Cache-Control", "no-store, no-cache");
    return reply;
}

HttpReply signInError(int status, const QString &error, int number, const QString &text)
{
    const QString trace = guid();
    const QString correlation = guid();
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'"));
    const QString description = QStringLiteral("AADSTS%1: %2 Trace ID: %3 Correlation ID: %4 Timestamp: %5")
                                    .arg(QString::number(number), text, trace, correlation, time);
    return signInReply(status, {{QStringLiteral("error"), error},
                                {QStringLiteral("error_description"), description},
                                {QStringLiteral("error_codes"), QJsonArray{number}},
                                {QStringLiteral("timestamp"), time},
                                {QStringLiteral("trace_id"), trace},
                                {QStringLiteral("correlation_id"), correlation}});
}

} // namespace watchdesk::lab
