// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/tlssession.h"

#include "app/lab/connection.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>

#ifndef _WIN32
#include <fcntl.h>
#endif

namespace watchdesk::lab {

namespace {

void makeNonBlocking(socket_t socket)
{
#ifdef _WIN32
    u_long on = 1;
    ::ioctlsocket(socket, FIONBIO, &on);
#else
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL, 0) | O_NONBLOCK);
#endif
}

} // namespace

std::shared_ptr<TlsServer> TlsServer::make(const CertificatePair &pair)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    std::shared_ptr<TlsServer> server(new TlsServer(context));
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    BIO *certificateBio = BIO_new_mem_buf(pair.certificate.constData(), int(pair.certificate.size()));
    BIO *keyBio = BIO_new_mem_buf(pair.key.constData(), int(pair.key.size()));
    X509 *certificate = PEM_read_bio_X509(certificateBio, nullptr, nullptr, nullptr);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(keyBio, nullptr, nullptr, nullptr);
    const bool isGood = certificate && key && SSL_CTX_use_certificate(context, certificate) == 1 &&
                        SSL_CTX_use_PrivateKey(context, key) == 1;
    X509_free(certificate);
    EVP_PKEY_free(key);
    BIO_free(certificateBio);
    BIO_free(keyBio);
    return isGood ? server : nullptr;
}

TlsServer::~TlsServer() { SSL_CTX_free(m_context); }

TlsSession::TlsSession(const TlsServer &server, socket_t socket)
    : m_ssl(SSL_new(server.context()))
    , m_socket(socket)
{
    makeNonBlocking(socket);
    SSL_set_fd(m_ssl, int(socket));
}

TlsSession::~TlsSession()
{
    SSL_shutdown(m_ssl);
    SSL_free(m_ssl);
}

template <class Step>
long TlsSession::drive(Step step, Deadline deadline)
{
    for (;;) {
        const int done = step();
        if (done > 0)
            return done;
        const int wants = SSL_get_error(m_ssl, done);
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0 || (wants != SSL_ERROR_WANT_READ && wants != SSL_ERROR_WANT_WRITE))
            return -1;
        if (wants == SSL_ERROR_WANT_READ ? !waitReadable(m_socket, left) : !waitWritable(m_socket, left))
            return -1;
    }
}

bool TlsSession::greet(Deadline deadline)
{
    return drive([this] { return SSL_accept(m_ssl); }, deadline) > 0;
}

long TlsSession::read(char *data, size_t size, Deadline deadline)
{
    return drive([&] { return SSL_read(m_ssl, data, int(std::min<size_t>(size, 1 << 20))); }, deadline);
}

long TlsSession::write(const char *data, size_t size, Deadline deadline)
{
    return drive([&] { return SSL_write(m_ssl, data, int(std::min<size_t>(size, 16'384))); }, deadline);
}

} // namespace watchdesk::lab
