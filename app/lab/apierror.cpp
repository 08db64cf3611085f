// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/apierror.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace watchdesk::lab {

namespace {

struct CodeName
{
    const char *name;
    int status;
};

CodeName nameOf(ApiCode code)
{
    static constexpr CodeName names[] = {
        {"BadRequest", 400},
        {"ODataError", 400},
        {"InvalidInput", 400},
        {"InvalidRequestBody", 400},
        {"InvalidHashValue", 400},
        {"InvalidDomainName", 400},
        {"InvalidIpAddress", 400},
        {"InvalidUrl", 400},
        {"MaximumBatchSizeExceeded", 400},
        {"MissingRequiredParameter", 400},
        {"OsPlatformNotSupported", 400},
        {"ActiveRequestAlreadyExists", 400},
        {"Unauthorized", 401},
        {"Forbidden", 403},
        {"DisallowedOperation", 403},
        {"NotFound", 404},
        {"ResourceNotFound", 404},
        {"MethodNotAllowed", 405},
        {"TooManyRequests", 429},
        {"InternalServerError", 500},
        {"GatewayTimeout", 504},
    };
    return names[size_t(code)];
}

} // namespace

HttpReply errorReply(int status, const QString &code, const QString &message)
{
    const QJsonObject error{{QStringLiteral("code"), code},
                            {QStringLiteral("message"), message},
                            {QStringLiteral("target"), QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/json; charset=utf-8";
    reply.body =
        QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson(QJsonDocument::Compact).toStdString();
    return reply;
}

HttpReply errorReply(ApiCode code, const QString &message)
{
    const CodeName known = nameOf(code);
    HttpReply reply = errorReply(known.status, QString::fromLatin1(known.name), message);
    if (known.status == 401)
        reply.headers.emplaceBack("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return reply;
}

HttpReply errorReply(const ApiError &error) { return errorReply(error.code, error.message); }

HttpReply asGraphError(HttpReply reply)
{
    QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
    QJsonObject error = body.value(u"error").toObject();
    if (reply.status < 400 || error.isEmpty())
        return reply;
    const QJsonValue id = error.take(QStringLiteral("target"));
    error.insert(QStringLiteral("innerError"),
                 QJsonObject{{QStringLiteral("date"),
                              QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))},
                             {QStringLiteral("request-id"), id},
                             {QStringLiteral("client-request-id"), id}});
    body.insert(QStringLiteral("error"), error);
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
    return reply;
}

} // namespace watchdesk::lab
