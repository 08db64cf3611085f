// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/connection.h"

#include <algorithm>
#include <cstring>

#ifndef _WIN32
#include <netinet/tcp.h>
#include <poll.h>
#endif

namespace watchdesk::lab {

namespace {

constexpr auto kRequestTime = std::chrono::seconds(10); ///< for a whole request to arrive, however slowly
constexpr auto kWriteTime = std::chrono::seconds(20);   ///< for the client to take the next piece of an answer
constexpr int kShutWrite = 1;                           ///< SHUT_WR, SD_SEND
constexpr int kShutBoth = 2;                            ///< SHUT_RDWR, SD_BOTH
constexpr size_t kRequestBytes = 64 * 1'024 + 4 * 1'024 * 1'024;

bool waitFor(socket_t socket, short events, std::chrono::milliseconds patience)
{
    const int milliseconds = int(std::max<std::chrono::milliseconds::rep>(patience.count(), 0));
    pollfd entry{};
    entry.fd = socket;
    entry.events = events;
#ifdef _WIN32
    return ::WSAPoll(&entry, 1, milliseconds) > 0;
#else
    int ready = 0;
    do {
        ready = ::poll(&entry, 1, milliseconds);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
#endif
}

} // namespace

bool waitReadable(socket_t socket, std::chrono::milliseconds patience) { return waitFor(socket, POLLIN, patience); }

bool waitWritable(socket_t socket, std::chrono::milliseconds patience) { return waitFor(socket, POLLOUT, patience); }

Connection::Connection(socket_t socket, const TlsServer *tls)
    : m_socket(socket)
    , m_tls(tls ? std::make_unique<TlsSession>(*tls, socket) : nullptr)
{
    // Head and body are two writes: without this each answer would wait for the client's delayed acknowledgement.
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
}

bool Connection::greet() { return !m_tls || m_tls->greet(Clock::now() + kRequestTime); }

Connection::~Connection()
{
    m_tls.reset();
    if (m_writeBudget >= 0) {
        // A cut is to look like a lost connection, not like an answer's end.
        linger hard{};
        hard.l_onoff = 1;
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&hard), sizeof hard);
    } else if (m_isFinished)
        drain();
    else
        ::shutdown(m_socket, kShutBoth);
#ifdef _WIN32
    ::closesocket(m_socket);
#else
    ::close(m_socket);
#endif
}

/// Closing with something unread resets the connection, and the client may lose the answer that says why.
void Connection::drain()
{
    ::shutdown(m_socket, kShutWrite);
    for (int i = 0; i < 20 && waitReadable(m_socket, std::chrono::milliseconds(20)); ++i) {
        if (::recv(m_socket, m_buffer.data(), m_buffer.size(), 0) <= 0)
            return;
    }
}

void Connection::beginRequest()
{
    m_deadline = Clock::now() + kRequestTime;
    m_readBudget = kRequestBytes;
}

bool Connection::is_readable() const { return isBuffered() || waitReadable(m_socket, std::chrono::milliseconds(0)); }

bool Connection::is_writable() const { return m_writeBudget != 0 && waitWritable(m_socket, kWriteTime); }

long Connection::receive(Clock::time_point deadline)
{
    if (m_tls)
        return m_tls->read(m_buffer.data(), m_buffer.size(), deadline);
    return long(::recv(m_socket, m_buffer.data(), m_buffer.size(), 0));
}

bool Connection::fill()
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Clock::now());
    if (left.count() <= 0 || !waitReadable(m_socket, left))
        return false;
    const auto received = receive(m_deadline);
    if (received <= 0)
        return false;
    m_begin = 0;
    m_end = size_t(received);
    return true;
}

ssize_t Connection::read(char *data, size_t size)
{
    if (m_readBudget == 0 || (!isBuffered() && !fill())) {
        m_isFinished = true;
        return -1;
    }
    const size_t count = std::min({size, m_end - m_begin, m_readBudget});
    std::memcpy(data, m_buffer.data() + m_begin, count);
    m_begin += count;
    m_readBudget -= count;
    return ssize_t(count);
}

ssize_t Connection::write(const char *data, size_t size)
{
    if (m_writeBudget >= 0)
        size = std::min(size, size_t(m_writeBudget));
    if (size == 0 || !waitWritable(m_socket, kWriteTime)) {
        m_isFinished = true;
        return -1;
    }
    if (m_tls) {
        const long written = m_tls->write(data, size, Clock::now() + kWriteTime);
        m_isFinished = m_isFinished || written <= 0;
        if (m_writeBudget >= 0 && written > 0)
            m_writeBudget -= written;
        return ssize_t(written > 0 ? written : -1);
    }
#ifdef MSG_NOSIGNAL
    const int flags = MSG_NOSIGNAL;
#else
    const int flags = 0;
#endif
    // Without MSG_DONTWAIT a blocking send of megabytes would outlast kWriteTime with a client that does not read.
#ifdef MSG_DONTWAIT
    const auto sent = ::send(m_socket, data, size, flags | MSG_DONTWAIT);
#else
    const auto sent = ::send(m_socket, data, int(std::min<size_t>(size, 65'536)), flags);
#endif
    if (sent <= 0) {
        m_isFinished = true;
        return -1;
    }
    if (m_writeBudget >= 0)
        m_writeBudget -= sent;
    return ssize_t(sent);
}

void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

} // namespace watchdesk::lab
