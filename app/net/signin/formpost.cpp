// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/formpost.h"

#include "app/net/httperror.h"
#include "app/net/offlineswitch.h"
#include "app/net/replybody.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QNetworkAccessManager>

namespace watchdesk::net {

namespace {

class FormPost final : public QObject
{
public:
    FormPost(QNetworkAccessManager &network, Limits limits)
        : QObject(&network)
        , m_network(network)
        , m_limits(limits)
    {
        m_promise.start();
        connect(&m_own, &QFutureWatcherBase::canceled, this, [this] {
            if (m_reply)
                m_reply->abort();
        });
    }

    ~FormPost() override
    {
        if (m_isDone)
            return;
        m_promise.addResult(
            failure(Error::Kind::Cancelled, QCoreApplication::translate("net", "The connection was closed.")));
        m_promise.finish();
    }

    FutureResult<QJsonObject> start(const QUrl &url, const QByteArray &form)
    {
        const FutureResult<QJsonObject> future = m_promise.future();
        m_own.setFuture(future);
        QNetworkRequest request = plainRequest(url, m_limits.tokenTimeout, m_limits.maximumTokenReplyBytes);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        request.setRawHeader("Accept", "application/json");
        m_reply = m_network.post(request, form);
        m_reply->setParent(this);
        m_body = new ReplyBody(*m_reply, m_limits.maximumTokenReplyBytes, m_limits.tokenTimeout);
        connect(m_reply, &QNetworkReply::finished, this, [this] { finish(answer()); });
        return future;
    }

private:
    Result<QJsonObject> answer()
    {
        if (m_body->isLost())
            return failure(m_body->error().with(QStringLiteral("passing"), QStringLiteral("true")));
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray bytes = m_body->take();
        if (status == 200)
            return QJsonDocument::fromJson(bytes).object();
        const Error error = errorFromTokenReply(status, bytes);
        return failure(status >= 500 || status == 429 ? error.with(QStringLiteral("passing"), QStringLiteral("true"))
                                                      : error);
    }

    void finish(Result<QJsonObject> result)
    {
        m_isDone = true;
        if (!m_promise.isCanceled())
            m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QNetworkAccessManager &m_network;
    Limits m_limits;
    QPromise<Result<QJsonObject>> m_promise;
    QFutureWatcher<Result<QJsonObject>> m_own;
    QNetworkReply *m_reply = nullptr;
    ReplyBody *m_body = nullptr;
    bool m_isDone = false;
};

} // namespace

FutureResult<QJsonObject> postForm(QNetworkAccessManager &network, const QUrl &url, const QByteArray &form,
                                   const Limits &limits)
{
    if (const auto safe = mayCall(url); !safe)
        return readyFuture<QJsonObject>(failure(safe.error()));
    return (new FormPost(network, limits))->start(url, form);
}

} // namespace watchdesk::net
