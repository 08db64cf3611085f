// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/service.h"

#include "app/lab/requestbody.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <chrono>
#include <thread>

namespace watchdesk::lab {

namespace {

HttpReply unauthorized(TokenFault fault)
{
    switch (fault) {
    case TokenFault::Missing:
        return errorReply(ApiCode::Unauthorized, QStringLiteral("Missing authorization token."));
    case TokenFault::Expired:
        return errorReply(ApiCode::Unauthorized, QStringLiteral("The access token has expired."));
    case TokenFault::Invalid:
        break;
    }
    return errorReply(ApiCode::Unauthorized, QStringLiteral("The access token is invalid."));
}

/// The faults that stand in the place of an answer.
std::optional<HttpReply> replyInstead(const Fault &fault)
{
    if (fault.kind == Fault::Kind::Throttle) {
        HttpReply reply = errorReply(ApiCode::TooManyRequests, QStringLiteral("API calls quota exceeded!"));
        reply.headers.emplaceBack("Retry-After", QByteArray::number(fault.retryAfter));
        return reply;
    }
    if (fault.kind == Fault::Kind::Status)
        return errorReply(fault.status,
                          fault.status >= 500 ? QStringLiteral("InternalServerError") : QStringLiteral("BadRequest"),
                          QStringLiteral("The lab was told to fail."));
    if (fault.kind == Fault::Kind::Expire)
        return unauthorized(TokenFault::Expired);
    return std::nullopt;
}

HttpReply cut()
{
    HttpReply reply;
    reply.cutAfter = 0;
    return reply;
}

QByteArray httpDate(qint64 seconds)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

bool isSegment(const QString &segment, QLatin1String name) { return segment.compare(name, Qt::CaseInsensitive) == 0; }

} // namespace

Service::Service(SignIn::App app, const LabOptions &options, std::unique_ptr<Tenant> tenant)
    : m_app(std::move(app))
    , m_issuer(m_app.tenantId)
    , m_signIn(m_app, m_issuer)
    , m_quotas(options.documentedQuotas)
    , m_tenant(std::move(tenant))
    , m_kusto(m_tenant->hunting(), options.kustoRows)
{
    m_tenant->addRoutes(m_router);
    addKustoRoutes();
}

/// Whoever has a token for the cluster may read: Kusto keeps its roles in the database, not in the token.
void Service::addKustoRoutes()
{
    const auto add = [this](const char *path, HttpReply (KustoApi::*reply)(const QJsonObject &)) {
        m_router.add({"POST",
                      {},
                      kKustoAudience.toString(),
                      {},
                      QStringLiteral("unstated"),
                      [this, reply](const Call &call) {
                          const auto body = jsonBody(call.request);
                          return body ? (m_kusto.*reply)(*body) : errorReply(body.error());
                      }},
                     QString::fromLatin1(path));
    };
    add("/v1/rest/query", &KustoApi::queryV1);
    add("/v2/rest/query", &KustoApi::queryV2);
    add("/v1/rest/mgmt", &KustoApi::manage);
}

void Service::setAddress(const QUrl &address)
{
    m_tenant->setPort(quint16(address.port()), address.scheme() == QLatin1String("https"));
    m_signIn.setAddress(address);
}

Result<void> Service::setFaults(const QJsonObject &settings)
{
    auto added = m_faults.add(settings);
    m_issuer.setSkew(m_faults.skew());
    return added;
}

void Service::stop()
{
    m_isStopping = true;
    m_tenant->stop();
}

void Service::sleep(int milliseconds) const
{
    // In steps, so that the lab's end need not wait for a stalled answer.
    for (int slept = 0; slept < milliseconds && !m_isStopping; slept += 50)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(50, milliseconds - slept)));
}

HttpReply Service::answer(const HttpRequest &request)
{
    const QStringList segments = pathSegments(request.path);
    if (!segments.isEmpty() && isSegment(segments.first(), QLatin1String("lab")))
        return own(request, segments);
    if (m_faults.isOut())
        return cut();
    sleep(m_faults.latency());
    const auto fault = m_faults.take(request.path);
    if (fault && fault->kind == Fault::Kind::Outage)
        return cut();
    if (fault) {
        if (auto reply = replyInstead(*fault))
            return *reply;
        sleep(fault->milliseconds);
    }
    if (fault && fault->kind == Fault::Kind::Twice)
        unspoilt(request, segments, fault);
    HttpReply reply = unspoilt(request, segments, fault);
    if (m_faults.skew() != 0)
        reply.headers.emplaceBack("Date", httpDate(m_issuer.now()));
    if (fault && fault->kind == Fault::Kind::Drop)
        reply.cutAfter = 0;
    if (fault && fault->kind == Fault::Kind::Cut)
        reply.cutAfter = fault->cutAfter;
    if (fault && fault->kind == Fault::Kind::Garble)
        reply.body.resize(reply.body.size() / 2);
    return reply;
}

HttpReply Service::unspoilt(const HttpRequest &request, const QStringList &segments, const std::optional<Fault> &fault)
{
    if (SignIn::ownsPath(segments))
        return m_signIn.answer(request, segments);
    if (Downloads::ownsPath(segments))
        return m_tenant->downloads().answer(segments);
    const bool isGraph = !segments.isEmpty() && segments.first() == QLatin1String("v1.0");
    HttpReply reply = api(request, segments, fault);
    return isGraph ? asGraphError(std::move(reply)) : reply;
}

HttpReply Service::api(const HttpRequest &request, const QStringList &segments, const std::optional<Fault> &fault)
{
    if (request.path == QLatin1String("/v1/rest/auth/metadata"))
        return KustoApi::authMetadata(m_signIn.address().toString(), m_signIn.address().toString());
    const auto claims = m_issuer.claims(request.authorization);
    if (!claims)
        return unauthorized(claims.error());
    const auto match = m_router.find(request.method, segments);
    if (!match)
        return errorReply(match.error());
    const Route &route = *match->route;
    if (claims->audience != route.audience)
        return errorReply(ApiCode::Forbidden,
                          QStringLiteral("The token's audience is '%1', this API takes tokens for '%2'.")
                              .arg(claims->audience, route.audience));
    const bool isPermitted = route.permissions.isEmpty() || claims->hasAny(route.permissions);
    if (!isPermitted)
        return errorReply(
            ApiCode::Forbidden,
            QStringLiteral("The application does not have any of the required application permissions (%1) "
                           "to access the resource.")
                .arg(route.permissions.join(QStringLiteral(", "))));
    if (auto refused = m_quotas.take(QString::fromLatin1(request.method) + u' ' + route.path.join(u'/'), route.quota))
        return *refused;
    Call call{request, match->prefix, match->id, match->parameters};
    call.repeatsRow = fault && fault->kind == Fault::Kind::Duplicate;
    call.isReversed = fault && fault->kind == Fault::Kind::Reorder;
    HttpReply reply = route.handler(call);
    if (const QByteArray policy = m_quotas.policy(route.quota); !policy.isEmpty())
        reply.headers.emplaceBack("RateLimit-Policy", policy);
    return reply;
}

bool Service::isAdmin(const HttpRequest &request) const
{
    return isSameSecret(request.authorization, "Bearer " + m_app.clientSecret);
}

HttpReply Service::own(const HttpRequest &request, const QStringList &segments)
{
    if (!isAdmin(request))
        return errorReply(ApiCode::Unauthorized,
                          QStringLiteral("The lab's own paths want the client secret as the token."));
    if (segments.size() == 2 && isSegment(segments.at(1), QLatin1String("faults")))
        return faultsReply(request);
    if (segments.size() == 2 && isSegment(segments.at(1), QLatin1String("calls")))
        return jsonReply(m_quotas.calls());
    if (segments.size() == 2 && isSegment(segments.at(1), QLatin1String("apps")))
        return appsReply(request);
    if (segments.size() == 2 && isSegment(segments.at(1), QLatin1String("sessions")) && request.method == "DELETE") {
        m_signIn.grants().revokeAll();
        return jsonReply({});
    }
    const bool isDevice = segments.size() == 3 && isSegment(segments.at(1), QLatin1String("devices"));
    if (!isDevice)
        return errorReply(ApiCode::NotFound, QStringLiteral("There is no such path."));
    const auto state = m_tenant->deviceState(segments.at(2));
    return state ? jsonReply(*state)
                 : errorReply(ApiCode::ResourceNotFound,
                              QStringLiteral("Machine %1 was not found").arg(segments.at(2).left(100)));
}

HttpReply Service::appsReply(const HttpRequest &request)
{
    if (request.method == "GET")
        return jsonReply({{QStringLiteral("value"), m_signIn.apps().listed()}});
    if (request.method != "POST")
        return errorReply(ApiCode::MethodNotAllowed, QStringLiteral("Apps take GET and POST."));
    const auto app = addApp(QJsonDocument::fromJson(request.body).object());
    if (!app)
        return errorReply(ApiCode::InvalidInput, app.error().message);
    HttpReply reply = jsonReply(jsonOf(*app, true));
    reply.status = 201;
    return reply;
}

HttpReply Service::faultsReply(const HttpRequest &request)
{
    if (request.method == "DELETE") {
        m_faults.clear();
        m_issuer.setSkew(0);
    } else if (request.method == "POST") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        if (!document.isObject())
            return errorReply(ApiCode::InvalidRequestBody, QStringLiteral("Request body is incorrect"));
        if (const auto added = setFaults(document.object()); !added)
            return errorReply(ApiCode::InvalidInput, added.error().message);
    } else if (request.method != "GET") {
        return errorReply(ApiCode::MethodNotAllowed, QStringLiteral("Faults take GET, POST and DELETE."));
    }
    return jsonReply(m_faults.left());
}

} // namespace watchdesk::lab
