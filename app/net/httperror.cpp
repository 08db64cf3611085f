// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/httperror.h"

#include "app/base/safetext.h"
#include "app/net/signin/signinerror.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::net {

namespace {

constexpr qsizetype kLongestMessage = 500;
constexpr qsizetype kLongestCode = 100;
constexpr qsizetype kLargestBody = 256 * 1024; // an error answer that is larger is not read

struct ServiceMessage
{
    QString code;
    QString message;
    QString target;
    QJsonObject inner; ///< Graph's innerError
};

QJsonObject objectOf(const QByteArray &body)
{
    return body.size() <= kLargestBody ? QJsonDocument::fromJson(body).object() : QJsonObject();
}

/// Graph spells it innerError, and its older parts innererror.
QJsonObject innerOf(const QJsonObject &error)
{
    const QJsonObject inner = error.value(QStringLiteral("innerError")).toObject();
    return inner.isEmpty() ? error.value(QStringLiteral("innererror")).toObject() : inner;
}

ServiceMessage messageOf(const QByteArray &body)
{
    const QJsonObject error = objectOf(body).value(QStringLiteral("error")).toObject();
    return {visibleText(error.value(QStringLiteral("code")).toString(), kLongestCode),
            visibleText(error.value(QStringLiteral("message")).toString(), kLongestMessage),
            visibleText(error.value(QStringLiteral("target")).toString(), kLongestCode), innerOf(error)};
}

/// What Graph's support asks for: when it happened, and the request's two names.
void addInner(Error &error, const QJsonObject &inner)
{
    static constexpr std::pair<const char *, const char *> kMembers[] = {
        {"request-id", "requestId"}, {"client-request-id", "clientRequestId"}, {"date", "date"}, {"code", "innerCode"}};
    for (const auto &[member, name] : kMembers) {
        const QString text = visibleText(inner.value(QLatin1String(member)).toString(), kLongestCode);
        if (!text.isEmpty() && !error.context.contains(QLatin1String(name)))
            error.context.insert(QLatin1String(name), text);
    }
}

/// "Action is already in progress" comes as a 400 like any other; the wording is all there is to tell it by.
bool isAlreadyRunning(const ServiceMessage &said)
{
    return said.code == QStringLiteral("ActiveRequestAlreadyExists") ||
           said.message.contains(QStringLiteral("already in progress"), Qt::CaseInsensitive) ||
           said.message.contains(QStringLiteral("pending machine action"), Qt::CaseInsensitive);
}

Error::Kind kindOfBadRequest(const ServiceMessage &said)
{
    static const QStringList refusals = {QStringLiteral("OsPlatformNotSupported"),
                                         QStringLiteral("ClientVersionNotSupported")};
    return isAlreadyRunning(said) || refusals.contains(said.code) ? Error::Kind::Refused : Error::Kind::InvalidInput;
}

Error::Kind kindOf(int status, const ServiceMessage &said)
{
    switch (status) {
    case 400:
        return kindOfBadRequest(said);
    case 401:
        return Error::Kind::NotSignedIn;
    case 403:
        return Error::Kind::NotAllowed;
    case 404:
        return Error::Kind::NotFound;
    case 409:
        return Error::Kind::Refused;
    case 413:
        return Error::Kind::InvalidInput;
    case 429:
        return Error::Kind::Quota;
    default:
        return Error::Kind::Service;
    }
}

QString sentence(int status, const ServiceMessage &said)
{
    if (status == 400 && isAlreadyRunning(said))
        return QCoreApplication::translate("net", "Such an action is already in progress on this device.");
    switch (status) {
    case 401:
        return QCoreApplication::translate("net", "The service does not accept the sign-in.");
    case 403:
        return QCoreApplication::translate("net", "The app has no permission for this.");
    case 404:
        return QCoreApplication::translate("net", "The service does not know it.");
    case 429:
        return QCoreApplication::translate("net", "The service's quota is used up.");
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return QCoreApplication::translate("net", "The service points to another address, which is not followed.");
    if (status >= 500)
        return QCoreApplication::translate("net", "The service failed (HTTP %1).").arg(status);
    return QCoreApplication::translate("net", "The service refused the request (HTTP %1).").arg(status);
}

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : QCoreApplication::translate("net", "%1 It says: %2").arg(sentence, detail);
}

/// "AADSTS7000215" out of "AADSTS7000215: Invalid client secret ...".
QString aadstsCode(const QString &description)
{
    const qsizetype at = description.indexOf(QStringLiteral("AADSTS"));
    qsizetype end = at + 6;
    while (at >= 0 && end < description.size() && description[end].isDigit() && end - at < 20)
        ++end;
    return at >= 0 && end > at + 6 ? description.mid(at, end - at) : QString();
}

} // namespace

Error errorFromReply(int status, const QByteArray &body, const QString &requestId, const QUrl &url)
{
    const ServiceMessage said = messageOf(body);
    Error error{kindOf(status, said), withDetail(sentence(status, said), said.message), {}};
    error.context.insert(QStringLiteral("status"), QString::number(status));
    error.context.insert(QStringLiteral("url"), url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    const QString id = requestId.isEmpty() ? said.target : visibleText(requestId, kLongestCode);
    if (!id.isEmpty())
        error.context.insert(QStringLiteral("requestId"), id);
    if (!said.code.isEmpty())
        error.context.insert(QStringLiteral("code"), said.code);
    addInner(error, said.inner);
    if (isAlreadyRunning(said))
        error.context.insert(QStringLiteral("alreadyInProgress"), QStringLiteral("true"));
    return error;
}

Error errorFromTokenReply(int status, const QByteArray &body)
{
    const QJsonObject answer = objectOf(body);
    const QString code = visibleText(answer.value(QStringLiteral("error")).toString(), kLongestCode);
    const QString description =
        visibleText(answer.value(QStringLiteral("error_description")).toString(), kLongestMessage);
    const QString aadsts = aadstsCode(description);
    const bool isRefusal = status >= 400 && status < 500 && status != 408 && status != 429;
    const SignInExplanation explained = explainSignIn(aadsts, code);
    Error error{isRefusal ? Error::Kind::NotSignedIn : Error::Kind::Service, {}, {}};
    error.message =
        withDetail(isRefusal ? explained.sentence
                             : QCoreApplication::translate("net", "The sign-in service failed (HTTP %1).").arg(status),
                   description);
    error.context.insert(QStringLiteral("status"), QString::number(status));
    if (!aadsts.isEmpty())
        error.context.insert(QStringLiteral("aadsts"), aadsts);
    if (!code.isEmpty())
        error.context.insert(QStringLiteral("oauth"), code);
    if (isRefusal)
        error.context.insert(QStringLiteral("cause"), causeName(explained.cause));
    if (const QString trace = answer.value(QStringLiteral("trace_id")).toString(); !trace.isEmpty())
        error.context.insert(QStringLiteral("requestId"), visibleText(trace, kLongestCode));
    return error;
}

} // namespace watchdesk::net
