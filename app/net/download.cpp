// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/download.h"

#include "app/net/offlineswitch.h"
#include "app/net/replybody.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace watchdesk::net {

Download::Download(const QUrl &url, const NetworkSettings &settings, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_limits(limits)
    , m_network(settings)
{
    m_promise.start();
    connect(&m_own, &QFutureWatcherBase::canceled, this, [this] {
        if (m_reply)
            m_reply->abort();
    });
}

Download::~Download()
{
    if (m_isDone)
        return;
    m_promise.addResult(
        failure(Error::Kind::Cancelled, QCoreApplication::translate("net", "The connection was closed.")));
    m_promise.finish();
}

FutureResult<QByteArray> Download::start()
{
    const FutureResult<QByteArray> future = m_promise.future();
    m_own.setFuture(future);
    if (const auto safe = mayCall(m_url); !safe) {
        finish(failure(safe.error()));
        return future;
    }
    m_reply = m_network.get(plainRequest(m_url, m_limits.transferTimeout, m_limits.maximumReplyBytes));
    m_body = new ReplyBody(*m_reply, m_limits.maximumReplyBytes, m_limits.callTimeout);
    connect(m_reply, &QNetworkReply::finished, this, &Download::answered);
    return future;
}

void Download::answered()
{
    m_reply->deleteLater();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_body->isLost())
        finish(failure(m_body->error()));
    else if (status == 200)
        finish(m_body->take());
    else if (status == 403 || status == 404 || status == 410)
        finish(failure(Error::Kind::NotAllowed,
                       QCoreApplication::translate("net", "The file's address holds no longer (%1).").arg(status)));
    else
        finish(failure(Error::Kind::Service,
                       QCoreApplication::translate("net", "The file could not be fetched (%1).").arg(status)));
}

void Download::finish(const Result<QByteArray> &result)
{
    if (m_isDone)
        return;
    m_isDone = true;
    if (!m_promise.isCanceled())
        m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace watchdesk::net
