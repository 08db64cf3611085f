// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"
#include "app/net/network.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

class QNetworkReply;

namespace watchdesk::net {

class ReplyBody;

/// Fetches one file at an address that the service gave and that needs no token: none is sent. HTTPS anywhere, HTTP on
/// this computer only; redirects are not followed; no larger than Limits::maximumReplyBytes.
///
/// Lives on the thread of `parent`, its child, and deletes itself. Errors: Refused for the address, Network, NotFound
/// or NotAllowed for a link that holds no longer, Service.
class Download : public QObject
{
    Q_OBJECT

public:
    Download(const QUrl &url, const NetworkSettings &settings, const Limits &limits, QObject *parent);
    ~Download() override;

    FutureResult<QByteArray> start();

private:
    void answered();
    void finish(const Result<QByteArray> &result);

    QUrl m_url;
    Limits m_limits;
    Network m_network;
    QPromise<Result<QByteArray>> m_promise;
    QFutureWatcher<Result<QByteArray>> m_own;
    QPointer<QNetworkReply> m_reply;
    ReplyBody *m_body = nullptr;
    bool m_isDone = false;
};

} // namespace watchdesk::net
