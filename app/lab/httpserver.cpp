// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/httpserver.h"

#include "app/lab/connection.h"
#include "app/lab/connectionqueue.h"

#include <QCoreApplication>

#include <cstdlib>
#include <set>

namespace watchdesk::lab {

namespace {

constexpr int kBacklog = 1'024; ///< the library's own is 5, which loses connections in a burst
constexpr size_t kMaxBody = 2 * 1'024 * 1'024;
constexpr size_t kMaxUpload = 21 * 1'024 * 1'024; ///< a library file has 20 MB at most (upload-library)
constexpr size_t kMaxPath = 1'024; ///< std::regex, which the library routes with, recurses over each character
constexpr auto kIdleTime = std::chrono::seconds(60);

thread_local Connection *t_connection = nullptr; ///< the one whose request the thread handles
thread_local bool t_isTurnedAway = false;        ///< the thread closes a connection that no queue has room for

QByteArray bytes(const std::string &text) { return QByteArray(text.data(), qsizetype(text.size())); }

/// Where a form is read as plain bytes: the library keeps the parts of any other without a bound.
constexpr char kHiddenType[] = "X-Lab-Form";

bool takesForm(const httplib::Request &request)
{
    constexpr std::string_view path = "/libraryfiles";
    std::string lower = request.path;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return request.method == "POST" && request.is_multipart_form_data() && lower.size() >= path.size() &&
           lower.compare(lower.size() - path.size(), path.size(), path) == 0;
}

void hideForm(httplib::Request &request)
{
    const std::string type = request.get_header_value("Content-Type");
    request.headers.erase("Content-Type");
    request.set_header(kHiddenType, type);
}

HttpRequest requestFrom(const httplib::Request &raw)
{
    HttpRequest request;
    request.method = bytes(raw.method);
    request.path = QString::fromStdString(raw.path);
    const size_t question = raw.target.find('?');
    if (question != std::string::npos)
        request.query = bytes(raw.target.substr(question + 1));
    request.authorization = bytes(raw.get_header_value("Authorization"));
    request.contentType = bytes(raw.get_header_value(raw.has_header("Content-Type") ? "Content-Type" : kHiddenType));
    request.body = bytes(raw.body);
    return request;
}

void answer(HttpReply reply, httplib::Response &response)
{
    response.status = reply.status;
    response.body = std::move(reply.body);
    if (reply.status != 204)
        response.set_header("Content-Type", reply.contentType);
    for (const auto &[name, value] : reply.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (reply.cutAfter >= 0 && t_connection)
        t_connection->cutAfter(reply.cutAfter);
}

/// Hands the library's connections to ConnectionQueue.
class Tasks final : public httplib::TaskQueue
{
public:
    explicit Tasks(ConnectionQueue &queue)
        : m_queue(queue)
    {
    }
    void enqueue(std::function<void()> job) override
    {
        if (m_queue.add(job))
            return;
        t_isTurnedAway = true;
        job();
        t_isTurnedAway = false;
    }
    void shutdown() override { m_queue.finish(); }

private:
    ConnectionQueue &m_queue;
};

} // namespace

/// The library's server with connections of our own.
class HttpServer::Private final : public httplib::Server
{
public:
    Private(HttpServer::Handler handler, std::shared_ptr<TlsServer> tls);
    ~Private() override { end(); }

    bool open(quint16 port);
    void end();
    quint16 port() const { return m_port; }

private:
    bool process_and_close_socket(socket_t socket) override;
    void serve(Connection &connection);
    HandlerResponse refuse(const httplib::Request &request, httplib::Response &response);
    void handle(const httplib::Request &request, httplib::Response &response);
    void setRoutes();

    HttpServer::Handler m_handler;
    std::shared_ptr<TlsServer> m_tls; ///< nothing for plain HTTP
    ConnectionQueue m_queue;
    std::thread m_acceptor;
    quint16 m_port = 0;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_openMutex;
    std::set<socket_t> m_open; ///< so that the end need not wait for slow clients
};

HttpServer::Private::Private(HttpServer::Handler handler, std::shared_ptr<TlsServer> tls)
    : m_handler(std::move(handler))
    , m_tls(std::move(tls))
{
    new_task_queue = [this] { return new Tasks(m_queue); };
    set_payload_max_length(kMaxUpload);
    set_read_timeout(10);
    setRoutes();
}

void HttpServer::Private::setRoutes()
{
    const auto handler = [this](const httplib::Request &request, httplib::Response &response) {
        handle(request, response);
    };
    const std::string everything = "[\\s\\S]*";
    Get(everything, handler);
    Post(everything, httplib::Server::Handler(handler));
    Put(everything, httplib::Server::Handler(handler));
    Patch(everything, httplib::Server::Handler(handler));
    Delete(everything, httplib::Server::Handler(handler));
    Options(everything, handler);
    set_pre_routing_handler(
        [this](const httplib::Request &request, httplib::Response &response) { return refuse(request, response); });
    set_exception_handler(
        [](const httplib::Request &, httplib::Response &response, std::exception_ptr) { response.status = 500; });
    set_error_handler(httplib::Server::Handler([](const httplib::Request &, httplib::Response &response) {
        if (t_connection && response.body.empty())
            t_connection->finishAfterAnswer();
    }));
}

/// What the library would read without a bound, or would leave unread in front of the next request.
httplib::Server::HandlerResponse HttpServer::Private::refuse(const httplib::Request &request,
                                                             httplib::Response &response)
{
    const bool takesBody = request.method == "POST" || request.method == "PATCH" || request.method == "PUT";
    const std::string length = request.get_header_value("Content-Length");
    const bool hasBody = request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
    if (hasBody && !takesBody && t_connection)
        t_connection->finishAfterAnswer();
    const bool isUpload = !length.empty() && takesForm(request);
    int status = 0;
    if (std::strtoull(length.c_str(), nullptr, 10) > (isUpload ? kMaxUpload : kMaxBody))
        status = 413; // the library would read it all before it says so
    else if (request.path.size() > kMaxPath)
        status = 414;
    else if (request.has_header("Content-Encoding") || (request.is_multipart_form_data() && !isUpload))
        status = 415; // unpacked bodies have no bound in the library
    if (status == 0 && isUpload)
        hideForm(const_cast<httplib::Request &>(request)); // the library owns it and takes it on from here
    if (status == 0)
        return HandlerResponse::Unhandled;
    response.status = status;
    if (t_connection)
        t_connection->finishAfterAnswer();
    return HandlerResponse::Handled;
}

void HttpServer::Private::handle(const httplib::Request &request, httplib::Response &response)
{
    answer(m_handler(requestFrom(request)), response);
}

bool HttpServer::Private::open(quint16 wanted)
{
    const std::string host = "127.0.0.1";
    const int bound = wanted == 0 ? bind_to_any_port(host) : (bind_to_port(host, wanted) ? int(wanted) : -1);
    if (bound <= 0)
        return false;
    m_port = quint16(bound);
    ::listen(svr_sock_, kBacklog);
    m_acceptor = std::thread([this] { listen_after_bind(); });
    // stop() before the accepting thread has begun would be lost.
    for (int waited = 0; !is_running() && waited < 10'000; ++waited)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    return is_running();
}

void HttpServer::Private::end()
{
    if (!m_acceptor.joinable())
        return;
    m_isStopping = true;
    stop();
    {
        const std::lock_guard lock(m_openMutex);
        for (const socket_t socket : m_open)
            ::shutdown(socket, 2); // SHUT_RDWR, SD_BOTH: wakes whoever waits on it
    }
    m_acceptor.join();
}

bool HttpServer::Private::process_and_close_socket(socket_t socket)
{
    Connection connection(socket, m_tls.get());
    if (t_isTurnedAway)
        return true;
    {
        const std::lock_guard lock(m_openMutex);
        if (m_isStopping)
            return true;
        m_open.insert(socket);
    }
    t_connection = &connection;
    if (connection.greet())
        serve(connection);
    t_connection = nullptr;
    const std::lock_guard lock(m_openMutex);
    m_open.erase(socket);
    return true;
}

void HttpServer::Private::serve(Connection &connection)
{
    const auto mayIdle = [this] { return !m_isStopping && !m_queue.isCrowded(); };
    bool isClosed = false;
    while (!isClosed && !connection.isFinished() && !m_isStopping && connection.waitForRequest(kIdleTime, mayIdle)) {
        connection.beginRequest();
        if (!process_request(connection, false, isClosed, nullptr))
            return;
    }
}

HttpServer::HttpServer(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::start(quint16 port, Handler handler, const CertificatePair &pair)
{
    auto tls = pair.certificate.isEmpty() ? nullptr : TlsServer::make(pair);
    if (!pair.certificate.isEmpty() && !tls)
        return failure(Error::Kind::Internal, QCoreApplication::translate("lab", "The certificate cannot be used."));
    auto server = std::make_unique<Private>(std::move(handler), std::move(tls));
    if (!server->open(port)) {
        const QString message =
            QCoreApplication::translate("lab", "The lab tenant cannot listen on port %1 of 127.0.0.1.");
        return failure(Error::Kind::Network, message.arg(port));
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(server)));
}

quint16 HttpServer::port() const { return d->port(); }

} // namespace watchdesk::lab
