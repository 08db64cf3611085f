// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/signin.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUuid>

namespace watchdesk::lab {

namespace {

QString guid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

HttpReply jsonReply(int status, const QJsonObject &object)
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
    return jsonReply(status, {{QStringLiteral("error"), error},
                              {QStringLiteral("error_description"), description},
                              {QStringLiteral("error_codes"), QJsonArray{number}},
                              {QStringLiteral("timestamp"), time},
                              {QStringLiteral("trace_id"), trace},
                              {QStringLiteral("correlation_id"), correlation}});
}

QStringList rolesOf(const QString &audience)
{
    if (audience == kGraphAudience)
        return {QStringLiteral("ThreatHunting.Read.All"), QStringLiteral("SecurityAlert.ReadWrite.All"),
                QStringLiteral("SecurityIncident.ReadWrite.All")};
    if (audience == kKustoAudience)
        return {};
    if (audience == kXdrAudience)
        return {QStringLiteral("Incident.ReadWrite.All"), QStringLiteral("AdvancedHunting.Read.All")};
    const QString text = QStringLiteral(
        "Alert.Read.All Alert.ReadWrite.All Machine.Read.All Machine.ReadWrite.All Machine.Isolate "
        "Machine.RestrictExecution Machine.Scan Machine.Offboard Machine.StopAndQuarantine Machine.CollectForensics "
        "Machine.LiveResponse Library.Manage Ti.ReadWrite Ti.ReadWrite.All File.Read.All Ip.Read.All URL.Read.All "
        "User.Read.All AdvancedQuery.Read.All Score.Read.All Software.Read.All Vulnerability.Read.All "
        "SecurityRecommendation.Read.All RemediationTasks.Read.All SecurityBaselinesAssessment.Read.All");
    return text.split(u' ');
}

bool isKnownAudience(const QString &audience)
{
    return audience == kDefenderAudience || audience == kXdrAudience || audience == kGraphAudience ||
           audience == kKustoAudience;
}

} // namespace

/// The fields of a token request.
struct SignIn::Form
{
    bool isSecondVersion = false;
    QString tenant;
    QHash<QString, QString> fields;

    QString value(const char *name) const { return fields.value(QString::fromLatin1(name)); }
};

SignIn::SignIn(App app, const TokenIssuer &issuer)
    : m_app(std::move(app))
    , m_issuer(issuer)
{
}

bool SignIn::ownsPath(const QStringList &segments)
{
    return segments.size() >= 3 && segments.at(1).compare(u"oauth2", Qt::CaseInsensitive) == 0 &&
           segments.last().compare(u"token", Qt::CaseInsensitive) == 0;
}

HttpReply SignIn::answer(const HttpRequest &request, const QStringList &segments) const
{
    Form form;
    form.tenant = segments.first();
    form.isSecondVersion = segments.size() == 4 && segments.at(2).compare(u"v2.0", Qt::CaseInsensitive) == 0;
    if (!form.isSecondVersion && segments.size() != 3)
        return signInError(404, QStringLiteral("invalid_request"), 900561,
                           QStringLiteral("The endpoint is not known."));
    if (request.method != "POST")
        return signInError(400, QStringLiteral("invalid_request"), 900561,
                           QStringLiteral("The endpoint only accepts POST requests. Received a %1 request.")
                               .arg(QString::fromLatin1(request.method)));
    if (!request.contentType.toLower().startsWith("application/x-www-form-urlencoded"))
        return signInError(400, QStringLiteral("invalid_request"), 900144,
                           QStringLiteral("The request body must contain the following parameter: 'grant_type'."));
    for (const auto &[name, value] : formPairs(request.body))
        form.fields.insert(name, value);
    return grant(form);
}

std::optional<HttpReply> SignIn::refusedApp(const Form &form) const
{
    const QString invalid = QStringLiteral("invalid_request");
    if (form.tenant.compare(m_app.tenantId, Qt::CaseInsensitive) != 0)
        return signInError(
            400, invalid, 90002,
            QStringLiteral("Tenant '%1' not found. Check to make sure you have the correct tenant ID and "
                           "are signing into the correct cloud.")
                .arg(form.tenant.left(100)));
    for (const char *name : {"grant_type", "client_id"}) {
        if (form.value(name).isEmpty())
            return signInError(400, invalid, 900144,
                               QStringLiteral("The request body must contain the following parameter: '%1'.")
                                   .arg(QString::fromLatin1(name)));
    }
    if (form.value("grant_type") != QLatin1String("client_credentials"))
        return signInError(400, QStringLiteral("unsupported_grant_type"), 70003,
                           QStringLiteral("The app requested an unsupported grant type '%1'.")
                               .arg(form.value("grant_type").left(100)));
    if (form.value("client_id").compare(m_app.clientId, Qt::CaseInsensitive) != 0)
        return signInError(400, QStringLiteral("unauthorized_client"), 700016,
                           QStringLiteral("Application with identifier '%1' was not found in the directory '%2'.")
                               .arg(form.value("client_id").left(100), m_app.tenantId));
    const QString secret = form.value("client_secret");
    if (secret.isEmpty())
        return signInError(401, QStringLiteral("invalid_client"), 7000216,
                           QStringLiteral("'client_assertion', 'client_secret' or 'request' is required for the "
                                          "'client_credentials' grant type."));
    if (!isSameSecret(secret.toUtf8(), m_app.clientSecret))
        return signInError(
            401, QStringLiteral("invalid_client"), 7000215,
            QStringLiteral("Invalid client secret provided. Ensure the secret being sent in the request is "
                           "the client secret value, not the client secret ID, for a secret added to app "
                           "'%1'.")
                .arg(m_app.clientId));
    return std::nullopt;
}

HttpReply SignIn::grant(const Form &form) const
{
    if (auto refused = refusedApp(form))
        return *refused;
    const QString suffix = QStringLiteral("/.default");
    QString audience = form.value(form.isSecondVersion ? "scope" : "resource");
    if (form.isSecondVersion && !audience.endsWith(suffix))
        return signInError(
            400, QStringLiteral("invalid_scope"), 1002012,
            QStringLiteral("The provided value for scope %1 is not valid. Client credential flows must have "
                           "a scope value with /.default suffixed to the resource identifier.")
                .arg(audience.left(200)));
    if (form.isSecondVersion)
        audience.chop(suffix.size());
    if (audience.endsWith(u'/'))
        audience.chop(1);
    // A cluster's address is an audience too; the lab's cluster has the lab's.
    const QUrl cluster(audience);
    if (cluster.port() == m_port && (cluster.host() == u"127.0.0.1" || cluster.host() == u"localhost"))
        audience = kKustoAudience.toString();
    if (!isKnownAudience(audience))
        return signInError(400, QStringLiteral("invalid_resource"), 500011,
                           QStringLiteral("The resource principal named %1 was not found in the tenant named %2.")
                               .arg(audience.left(200), m_app.tenantId));
    return issued(form, audience);
}

HttpReply SignIn::issued(const Form &form, const QString &audience) const
{
    TokenClaims claims{audience, {}, QDateTime::currentSecsSinceEpoch() + m_app.tokenLifetime};
    for (const QString &role : rolesOf(audience)) {
        if (!m_app.deniedPermissions.contains(role))
            claims.roles.append(role);
    }
    QJsonObject body{{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                     {QStringLiteral("access_token"), QString::fromLatin1(m_issuer.token(claims, m_app.clientId))}};
    if (form.isSecondVersion) {
        body.insert(QStringLiteral("expires_in"), m_app.tokenLifetime);
        body.insert(QStringLiteral("ext_expires_in"), m_app.tokenLifetime);
    } else { // the first version writes numbers as text
        body.insert(QStringLiteral("expires_in"), QString::number(m_app.tokenLifetime));
        body.insert(QStringLiteral("expires_on"), QString::number(claims.expires));
        body.insert(QStringLiteral("resource"), audience);
    }
    return jsonReply(200, body);
}

} // namespace watchdesk::lab
