// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/lab/http.h"
#include "app/lab/identity/certificate.h"

#include <functional>
#include <memory>

namespace watchdesk::lab {

/// An HTTP/1.1 server on 127.0.0.1, and the only place that knows cpp-httplib.
///
/// It has threads of its own (one to accept, one a connection, bounded); the handler is called on any of them, many at
/// a time. A request is bounded in size and in time, idle connections make room for waiting ones, and requests that
/// cannot be read get their 4xx without reaching the handler. The destructor cuts what is open and joins the threads.
class HttpServer
{
public:
    using Handler = std::function<HttpReply(const HttpRequest &)>;

    /// Port 0 = any free one. A port that is taken → Network.
    /// With a certificate it speaks TLS only.
    static Result<std::unique_ptr<HttpServer>> start(quint16 port, Handler handler, const CertificatePair &tls = {});
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    quint16 port() const;

    class Private;

private:
    explicit HttpServer(std::unique_ptr<Private> opened);

    std::unique_ptr<Private> d;
};

} // namespace watchdesk::lab
