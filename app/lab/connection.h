// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/tlssession.h"

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>

namespace watchdesk::lab {

/// One accepted socket, with what cpp-httplib's own stream lacks: a deadline and a byte budget for each request (its
/// header lines and chunked bodies are unbounded), pipelining over one buffer, and a cut after so many bytes.
/// Lives on the stack of the connection's thread; isStopping() alone is set from another.
class Connection final : public httplib::Stream
{
public:
    /// `tls` may be nothing: plain HTTP.
    Connection(socket_t socket, const TlsServer *tls);
    ~Connection() override; ///< closes; with a reset if the answer was cut

    /// TLS is agreed on; true at once without it.
    bool greet();
    /// Blocks until the next request begins, in slices so that `mayIdle` is asked: false ends an idle connection.
    template <typename MayIdle>
    bool waitForRequest(std::chrono::milliseconds patience, MayIdle mayIdle);
    void beginRequest();
    /// No further request on this one: what came is unread or cannot be trusted.
    void finishAfterAnswer() { m_isFinished = true; }
    bool isFinished() const { return m_isFinished; }
    void cutAfter(long long bytes) { m_writeBudget = bytes; }

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *data, size_t size) override;
    ssize_t write(const char *data, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

private:
    using Clock = std::chrono::steady_clock;

    bool isBuffered() const { return m_begin < m_end; }
    bool fill();
    void drain();
    long receive(Clock::time_point deadline);

    socket_t m_socket;
    std::unique_ptr<TlsSession> m_tls;
    std::array<char, 16'384> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    Clock::time_point m_deadline;
    size_t m_readBudget = 0;
    long long m_writeBudget = -1; ///< -1: none
    bool m_isFinished = false;
};

/// True when the socket can be read (or was closed) within the time.
bool waitReadable(socket_t socket, std::chrono::milliseconds patience);
bool waitWritable(socket_t socket, std::chrono::milliseconds patience);

template <typename MayIdle>
bool Connection::waitForRequest(std::chrono::milliseconds patience, MayIdle mayIdle)
{
    const auto end = Clock::now() + patience;
    while (!isBuffered()) {
        if (waitReadable(m_socket, std::chrono::milliseconds(50)))
            return true;
        if (!mayIdle() || Clock::now() > end)
            return false;
    }
    return true;
}

} // namespace watchdesk::lab
