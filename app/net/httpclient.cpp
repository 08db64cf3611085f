// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/httpclient.h"

#include "app/net/httpcall.h"

namespace watchdesk::net {

class HttpClient::Private
{
public:
    Private(const QUrl &url, const Credentials &credentials, const Limits &limits, const NetworkSettings &network)
        : shared(url, credentials, limits, network)
    {
    }

    HttpShared shared;
    QObject calls; ///< their parent; destroyed before what they share
};

HttpClient::HttpClient(const QUrl &apiUrl, const Credentials &credentials, const Limits &limits,
                       const NetworkSettings &network, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(apiUrl, credentials, limits, network))
{
    connect(&d->shared.tokens, &TokenSource::renewed, this, &HttpClient::signedIn);
    connect(&d->shared.throttle, &Throttle::paused, this, &HttpClient::paused);
}

HttpClient::~HttpClient() = default;

QUrl HttpClient::apiUrl() const { return d->shared.apiUrl; }

const Limits &HttpClient::limits() const { return d->shared.limits; }

FutureResult<QByteArray> HttpClient::signIn() { return d->shared.tokens.token(); }

std::optional<TokenClaims> HttpClient::claims() const { return d->shared.tokens.claims(); }

QuotaBook &HttpClient::quotas() const { return d->shared.throttle.quotas(); }

FutureResult<Reply> HttpClient::send(const Request &request)
{
    auto *call = new HttpCall(d->shared, request, &d->calls);
    connect(call, &HttpCall::sent, this, &HttpClient::sent);
    return call->start();
}

FutureResult<Reply> HttpClient::fetch(const QUrl &url) { return send({Request::Method::Get, url, {}, true}); }

FutureResult<Reply> HttpClient::post(const QUrl &url, const QByteArray &json, bool idempotent)
{
    return send({Request::Method::Post, url, json, idempotent});
}

FutureResult<Reply> HttpClient::patch(const QUrl &url, const QByteArray &json, bool idempotent)
{
    return send({Request::Method::Patch, url, json, idempotent});
}

FutureResult<Reply> HttpClient::erase(const QUrl &url, bool idempotent)
{
    return send({Request::Method::Delete, url, {}, idempotent});
}

} // namespace watchdesk::net
