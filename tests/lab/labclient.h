// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/lab.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

namespace watchdesk::lab {

/// What came back, whatever it is.
struct LabAnswer
{
    int status = 0; ///< 0 = no HTTP answer
    QByteArray body = {};
    QByteArray retryAfter = {};
    QByteArray contentType = {};

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray rows() const { return json().value(u"value").toArray(); }
    QString code() const { return json().value(u"error").toObject().value(u"code").toString(); }
    QString message() const { return json().value(u"error").toObject().value(u"message").toString(); }
    QStringList ids() const
    {
        QStringList ids;
        for (const QJsonValue &row : rows())
            ids.append(row.toObject().value(u"id").toString());
        return ids;
    }
};

/// A client without manners: one blocking request at a time, nothing retried. One a thread.
class LabClient
{
public:
    explicit LabClient(const Lab &lab)
        : m_url(lab.url())
        , m_tenant(lab.tenantId())
        , m_client(lab.clientId())
        , m_secret(lab.clientSecret())
    {
    }

    LabAnswer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                   const QByteArray &type = "application/json")
    {
        QNetworkRequest request(path.startsWith(QLatin1String("http")) ? QUrl(path) : QUrl(m_url.toString() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, type);
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        LabAnswer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                         reply->rawHeader("Retry-After"), reply->rawHeader("Content-Type")};
        if (reply->error() == QNetworkReply::RemoteHostClosedError ||
            reply->error() == QNetworkReply::UnknownNetworkError)
            answer.status = 0;
        reply->deleteLater();
        return answer;
    }

    LabAnswer get(const QString &path) { return send("GET", path); }
    LabAnswer post(const QString &path, const QJsonObject &body)
    {
        return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    LabAnswer patch(const QString &path, const QJsonObject &body)
    {
        return send("PATCH", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    /// Asks the sign-in service; `change` replaces fields of a right request ("" = leaves one out).
    LabAnswer signIn(const QMap<QString, QString> &change = {},
                     const QString &path = QStringLiteral("/oauth2/v2.0/token"))
    {
        QMap<QString, QString> fields{
            {QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
            {QStringLiteral("client_id"), m_client},
            {QStringLiteral("client_secret"), m_secret},
            {QStringLiteral("scope"), QStringLiteral("https://api.securitycenter.microsoft.com/.default")}};
        for (auto it = change.begin(); it != change.end(); ++it)
            fields.insert(it.key(), it.value());
        QUrlQuery form;
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (!it.value().isEmpty())
                form.addQueryItem(it.key(), QString::fromLatin1(it.value().toUtf8().toPercentEncoding()));
        }
        return send("POST", u'/' + m_tenant + path, form.toString(QUrl::FullyEncoded).toLatin1(),
                    "application/x-www-form-urlencoded");
    }

    /// Signs in for this audience and keeps the token.
    bool useToken(const QString &audience = QStringLiteral("https://api.securitycenter.microsoft.com"))
    {
        authorization.clear();
        const LabAnswer answer = signIn({{QStringLiteral("scope"), audience + QStringLiteral("/.default")}});
        authorization = "Bearer " + answer.json().value(u"access_token").toString().toLatin1();
        return answer.status == 200;
    }

    /// On the lab's own paths.
    LabAnswer own(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        const QByteArray kept = authorization;
        authorization = "Bearer " + m_secret.toLatin1();
        const LabAnswer answer = send(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact));
        authorization = kept;
        return answer;
    }

    QByteArray authorization;

private:
    QUrl m_url;
    QString m_tenant;
    QString m_client;
    QString m_secret;
    QNetworkAccessManager m_network;
};

} // namespace watchdesk::lab
