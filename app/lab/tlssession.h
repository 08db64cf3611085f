// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/identity/certificate.h"

#include <httplib.h>

#include <chrono>
#include <memory>

typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_st SSL;

namespace watchdesk::lab {

/// What every TLS connection of a server shares: its certificate. Thread-safe once made.
class TlsServer
{
public:
    /// Nothing for a pair that OpenSSL does not take.
    static std::shared_ptr<TlsServer> make(const CertificatePair &pair);
    ~TlsServer();
    SSL_CTX *context() const { return m_context; }

private:
    explicit TlsServer(SSL_CTX *context)
        : m_context(context)
    {
    }
    SSL_CTX *m_context;
};

/// TLS over one accepted socket, each step within a time. Lives on the connection's thread.
class TlsSession
{
public:
    using Deadline = std::chrono::steady_clock::time_point;

    TlsSession(const TlsServer &server, socket_t socket);
    ~TlsSession();

    bool greet(Deadline deadline); ///< the handshake
    /// As recv() and send(): how many bytes, 0 or less for the end or a failure.
    long read(char *data, size_t size, Deadline deadline);
    long write(const char *data, size_t size, Deadline deadline);

private:
    template <class Step>
    long drive(Step step, Deadline deadline);

    SSL *m_ssl;
    socket_t m_socket;
};

} // namespace watchdesk::lab
