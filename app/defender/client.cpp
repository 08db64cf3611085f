// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"

#include "app/base/jsontext.h"
#include "app/base/logging.h"
#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/defender/actionbody.h"
#include "app/defender/exportlines.h"
#include "app/net/chain.h"
#include "app/net/download.h"
#include "app/net/httpclient.h"
#include "app/net/offlineswitch.h"
#include "app/net/pager.h"
#include "app/net/quotabook.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace watchdesk::defender {

namespace {

tl::unexpected<Error> invalid(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

Result<const Resource *> resourceOf(const QString &name)
{
    if (const Resource *resource = resourceNamed(name))
        return resource;
    return invalid(QCoreApplication::translate("defender", "There is no resource \"%1\".").arg(visibleText(name, 100)));
}

net::Request::Method methodOf(const ResourceAction &action)
{
    if (action.method == QStringLiteral("PATCH"))
        return net::Request::Method::Patch;
    return action.method == QStringLiteral("DELETE") ? net::Request::Method::Delete : net::Request::Method::Post;
}

/// Quotas are the service's for each operation, which method and path tell apart.
net::Request counted(net::Request request, const QString &path, const QString &quotaName)
{
    const Quota quota = quotaNamed(quotaName);
    request.operation = QString::fromLatin1(net::methodName(request.method)) + u' ' + path;
    request.quota = {quota.perMinute,
                     quota.perHour,
                     {std::chrono::seconds(quota.secondsPerHour), std::chrono::seconds(quota.secondsPerDay)}};
    return request;
}

Result<QJsonObject> objectFrom(const Result<net::Reply> &reply)
{
    if (!reply)
        return failure(reply.error());
    if (reply->status == 204 || reply->body.isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(reply->body, &error);
    if (document.isObject())
        return document.object();
    return failure(
        Error{Error::Kind::Service,
              QCoreApplication::translate("defender", "The service's answer is no JSON object."),
              {{QStringLiteral("detail"), error.errorString()}, {QStringLiteral("requestId"), reply->requestId}}});
}

/// An answer that is one value: an object, or a bare number.
Result<QJsonArray> recordsFrom(const Resource &resource, const Result<net::Reply> &reply)
{
    if (!reply)
        return failure(reply.error());
    const QJsonValue answer = jsonFromText({reply->body.constData(), size_t(reply->body.size())});
    const bool isNumber = resource.kind == Resource::Kind::Count;
    if (isNumber ? answer.isDouble() : answer.isObject())
        return recordsOf(resource, answer);
    return failure(Error{Error::Kind::Service,
                         QCoreApplication::translate("defender", "The service's answer is no JSON object."),
                         {{QStringLiteral("requestId"), reply->requestId}}});
}

/// The service took the action and its answer cannot be read: it may well be carried out.
Result<QJsonObject> actionAnswer(const Result<net::Reply> &reply)
{
    const Result<QJsonObject> object = objectFrom(reply);
    if (object || !reply)
        return object;
    return failure(object.error().with(QStringLiteral("uncertain"), QStringLiteral("true")));
}

/// Rows that cannot be read are left out of the table; the first few are logged.
Result<Table> readHunt(const QByteArray &json)
{
    QList<Error> bad;
    Result<Table> table = tableFromHunt(json, &bad);
    for (const Error &error : bad.first(qMin(bad.size(), qsizetype(5))))
        qCWarning(lcNet) << "hunting:" << error.message;
    return table;
}

} // namespace

class Client::Private
{
public:
    Private(const Connection &connection, const net::Limits &bounds)
        : tenantId(connection.tenantId)
        , limits(bounds)
        , network(connection.network)
        , http(defenderUrl(connection), credentialsOf(connection, defenderScope(connection)), bounds,
               connection.network)
        , xdr(xdrUrl(connection), credentialsOf(connection, xdrScope(connection)), bounds, connection.network)
        , graph(graphUrl(connection), credentialsOf(connection, graphScope(connection)), bounds, connection.network)
    {
    }

    net::HttpClient &at(ApiHost host) { return host == ApiHost::Graph ? graph : host == ApiHost::Xdr ? xdr : http; }
    QUrl url(ApiHost host, const QString &encodedPath);
    Result<net::Request> listRequest(const Resource &resource, const ListOptions &options);
    Result<QUrl> actionUrl(const ResourceAction &action, const QString &targetId);
    Result<net::Request> request(const ResourceAction &action, const QString &targetId, const QJsonObject &body);

    FutureResult<QJsonArray> takeFiles(QStringList links, PageTaker take);
    static FutureResult<Table> huntWith(net::HttpClient &client, const net::Request &request);

    QString tenantId;
    net::Limits limits;
    net::NetworkSettings network;
    net::HttpClient http;
    net::HttpClient xdr;
    net::HttpClient graph;
};

QUrl Client::Private::url(ApiHost host, const QString &encodedPath)
{
    QUrl url = at(host).apiUrl();
    QString base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + encodedPath, QUrl::StrictMode);
    return url;
}

Result<net::Request> Client::Private::listRequest(const Resource &resource, const ListOptions &options)
{
    const auto target = listTarget(resource, options);
    if (!target)
        return failure(target.error());
    net::Request request{resource.isPost ? net::Request::Method::Post : net::Request::Method::Get,
                         url(resource.host, target->path)};
    request.url.setQuery(target->query, QUrl::StrictMode);
    request.idempotent = true; // a read, whatever the method is
    if (resource.isPost)
        request.body = QJsonDocument(target->body).toJson(QJsonDocument::Compact);
    return counted(request, resource.path, resource.quota);
}

Result<QUrl> Client::Private::actionUrl(const ResourceAction &action, const QString &targetId)
{
    QString path = action.path;
    if (!action.hasTarget()) {
        if (!targetId.isEmpty())
            return invalid(QCoreApplication::translate("defender", "%1 has no target.").arg(action.name));
        return url(action.host, path);
    }
    const auto id = pathSegment(targetId);
    if (!id)
        return failure(id.error());
    return url(action.host, path.replace(QStringLiteral("{id}"), *id));
}

Result<net::Request> Client::Private::request(const ResourceAction &action, const QString &targetId,
                                              const QJsonObject &body)
{
    if (const auto good = checkBody(action, body); !good)
        return failure(good.error());
    const auto target = actionUrl(action, targetId);
    if (!target)
        return failure(target.error());
    const EncodedBody encoded = encodedBody(action, body);
    net::Request request{methodOf(action), *target, encoded.bytes, action.idempotent, action.patience};
    request.contentType = encoded.contentType;
    return counted(request, action.path, action.quota);
}

Client::Client(const Connection &connection, QObject *parent)
    : Client(connection, net::Limits(), parent)
{
}

Client::Client(const Connection &connection, const net::Limits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(connection, limits))
{
    for (net::HttpClient *http : {&d->http, &d->xdr, &d->graph}) {
        connect(http, &net::HttpClient::paused, this, &Client::paused);
        connect(http, &net::HttpClient::sent, this, &Client::sent);
        connect(http, &net::HttpClient::signedIn, this, &Client::signedIn);
    }
    connect(&net::OfflineSwitch::instance(), &net::OfflineSwitch::changed, this, &Client::reachChanged);
}

Client::~Client() = default;

QUrl Client::apiUrl() const { return d->http.apiUrl(); }

QString Client::tenantId() const { return d->tenantId; }

FutureResult<QJsonArray> Client::list(const QString &resource, const ListOptions &options,
                                      std::function<void(const QJsonArray &page)> onPage)
{
    const auto known = resourceOf(resource);
    if (!known)
        return readyFuture<QJsonArray>(failure(known.error()));
    const Resource &found = **known;
    const auto request = d->listRequest(found, options);
    if (!request)
        return readyFuture<QJsonArray>(failure(request.error()));
    net::HttpClient &http = d->at(found.host);
    if (found.kind != Resource::Kind::Collection)
        return net::mapped<QJsonArray, net::Reply>(
            http.send(*request), &http,
            [&found](const Result<net::Reply> &reply) { return recordsFrom(found, reply); });
    auto pages = net::readPages(http, *request, std::move(onPage));
    return net::mapped<QJsonArray, QJsonArray>(pages, &http, [&found](Result<QJsonArray> all) -> Result<QJsonArray> {
        if (!all && found.emptyIs404 && all.error().kind == Error::Kind::NotFound)
            return QJsonArray();
        return all ? recordsOf(found, QJsonObject{{QStringLiteral("value"), *all}}) : all;
    });
}

FutureResult<QJsonArray> Client::listInto(const QString &resource, const ListOptions &options, PageTaker take)
{
    const auto known = resourceOf(resource);
    if (!known)
        return readyFuture<QJsonArray>(failure(known.error()));
    const Resource &found = **known;
    const auto request = d->listRequest(found, options);
    net::HttpClient &http = d->at(found.host);
    if (!request)
        return readyFuture<QJsonArray>(failure(request.error()));
    const auto none = [](const Result<bool> &taken) {
        return taken ? Result<QJsonArray>(QJsonArray()) : failure(taken.error());
    };
    if (found.kind != Resource::Kind::Collection)
        return net::chained<QJsonArray, QJsonArray>(
            list(resource, options), &http, [take, none, &http](const Result<QJsonArray> &records) {
                return records ? net::mapped<QJsonArray, bool>(take(RecordTexts(*records)), &http, none)
                               : readyFuture<QJsonArray>(failure(records.error()));
            });
    const auto unwrapped = [take, &found](const RecordTexts &page) { return take(recordsOf(found, page)); };
    return net::chained<QJsonArray, QJsonArray>(
        net::takePages(http, *request, unwrapped), &http, [take, none, &found, &http](const Result<QJsonArray> &all) {
            const bool isEmpty = !all && found.emptyIs404 && all.error().kind == Error::Kind::NotFound;
            return isEmpty ? net::mapped<QJsonArray, bool>(take({}), &http, none) : readyFuture<QJsonArray>(all);
        });
}

/// The files of an export, one after the other.
FutureResult<QJsonArray> Client::Private::takeFiles(QStringList links, PageTaker take)
{
    if (links.isEmpty())
        return readyFuture<QJsonArray>(QJsonArray());
    auto *download = new net::Download(QUrl(links.takeFirst()), network, limits, &http);
    const auto records =
        net::chained<QJsonArray, QByteArray>(download->start(), &http, [](const Result<QByteArray> &bytes) {
            return bytes ? onWorker(recordsFromExport, *bytes) : readyFuture<QJsonArray>(failure(bytes.error()));
        });
    const auto taken = net::chained<bool, QJsonArray>(records, &http, [take](const Result<QJsonArray> &rows) {
        return rows ? take(RecordTexts(*rows)) : readyFuture<bool>(failure(rows.error()));
    });
    return net::chained<QJsonArray, bool>(taken, &http, [this, links, take](const Result<bool> &done) {
        return done ? takeFiles(links, take) : readyFuture<QJsonArray>(failure(done.error()));
    });
}

FutureResult<QJsonArray> Client::filesInto(const QString &resource, PageTaker take)
{
    const auto known = resourceOf(resource);
    if (!known || (*known)->files.path.isEmpty())
        return readyFuture<QJsonArray>(invalid(
            QCoreApplication::translate("defender", "There are no files of \"%1\".").arg(visibleText(resource, 100))));
    const Resource &found = **known;
    net::HttpClient &http = d->at(found.host);
    const net::Request request =
        counted({net::Request::Method::Get, d->url(found.host, found.files.path)}, found.files.path, found.files.quota);
    return net::chained<QJsonArray, net::Reply>(
        http.send(request), &http, [this, take](const Result<net::Reply> &reply) {
            const auto answer = objectFrom(reply);
            if (!answer)
                return readyFuture<QJsonArray>(failure(answer.error()));
            QStringList links;
            for (const QJsonValue &link : answer->value(QStringLiteral("exportFiles")).toArray())
                links.append(link.toString());
            return d->takeFiles(links, take);
        });
}

FutureResult<QJsonObject> Client::find(const QString &resource, const QString &id)
{
    const auto known = resourceOf(resource);
    const auto path = known ? showPath(**known, id) : Result<QString>(failure(known.error()));
    if (!path)
        return readyFuture<QJsonObject>(failure(path.error()));
    const Resource &found = **known;
    net::HttpClient &http = d->at(found.host);
    const net::Request request =
        counted({net::Request::Method::Get, d->url(found.host, *path)}, found.showPath, found.quota);
    return net::mapped<QJsonObject, net::Reply>(
        http.send(request), &http, [&found](const Result<net::Reply> &reply) -> Result<QJsonObject> {
            const auto object = objectFrom(reply);
            // One path wraps its single entity in a list.
            return object ? recordsOf(found, *object).first().toObject() : object;
        });
}

FutureResult<QJsonObject> Client::act(const QString &action, const QString &targetId, const QJsonObject &body)
{
    const ResourceAction *known = actionNamed(action);
    if (!known)
        return readyFuture<QJsonObject>(invalid(
            QCoreApplication::translate("defender", "There is no action \"%1\".").arg(visibleText(action, 100))));
    const auto request = d->request(*known, targetId, body);
    if (!request)
        return readyFuture<QJsonObject>(failure(request.error()));
    net::HttpClient &http = d->at(known->host);
    return net::mapped<QJsonObject, net::Reply>(http.send(*request), &http, actionAnswer);
}

QJsonObject Client::previewAction(const QString &action, const QString &targetId, const QJsonObject &body) const
{
    const ResourceAction *known = actionNamed(action);
    if (!known)
        return {{QStringLiteral("error"),
                 QCoreApplication::translate("defender", "There is no action \"%1\".").arg(visibleText(action, 100))}};
    QJsonObject preview{{QStringLiteral("method"), known->method}, {QStringLiteral("body"), body}};
    const auto url = d->actionUrl(*known, targetId);
    if (url)
        preview.insert(QStringLiteral("url"), QString::fromUtf8(url->toEncoded()));
    if (const auto request = d->request(*known, targetId, body); !request)
        preview.insert(QStringLiteral("error"), request.error().message);
    return preview;
}

FutureResult<Table> Client::Private::huntWith(net::HttpClient &client, const net::Request &request)
{
    return net::chained<Table, net::Reply>(client.send(request), &client, [](Result<net::Reply> reply) {
        if (!reply)
            return readyFuture<Table>(failure(reply.error()));
        return onWorker(readHunt, std::move(reply->body));
    });
}

FutureResult<Table> Client::hunt(const QString &query)
{
    const ResourceAction *action = actionNamed(QStringLiteral("runQuery"));
    const auto request = d->request(*action, {}, {{QStringLiteral("Query"), query}});
    return request ? d->huntWith(d->http, *request) : readyFuture<Table>(failure(request.error()));
}

FutureResult<Table> Client::huntThroughGraph(const QString &query, Ticks span)
{
    const ResourceAction *action = actionNamed(QStringLiteral("runGraphQuery"));
    QJsonObject body{{QStringLiteral("Query"), query}};
    if (span > 0)
        body.insert(QStringLiteral("Timespan"), QStringLiteral("PT%1S").arg((span - 1) / kTicksPerSecond + 1));
    const auto request = d->request(*action, {}, body);
    return request ? d->huntWith(d->graph, *request) : readyFuture<Table>(failure(request.error()));
}

FutureResult<Permissions> Client::signIn(Api api)
{
    net::HttpClient &http = api == Api::Graph ? d->graph : d->http;
    return net::mapped<Permissions, QByteArray>(http.signIn(), &http, [this, api](Result<QByteArray> token) {
        return token ? Result<Permissions>(permissions(api).value_or(Permissions())) : failure(token.error());
    });
}

std::optional<Permissions> Client::permissions(Api api) const
{
    const auto claims = (api == Api::Graph ? d->graph : d->http).claims();
    if (!claims)
        return std::nullopt;
    return Permissions{claims->permissions(), claims->isDelegated(), claims->user, claims->audience, claims->expires};
}

QStringList Client::lacking(const QString &action) const
{
    const ResourceAction *known = actionNamed(action);
    const auto granted = permissions(known && known->host == ApiHost::Graph ? Api::Graph : Api::Defender);
    if (!known || !granted)
        return {};
    const QStringList &wanted = granted->isDelegated ? known->delegated : known->permissions;
    const bool isPermitted =
        std::any_of(wanted.begin(), wanted.end(), [&](const QString &name) { return granted->names.contains(name); });
    return isPermitted ? QStringList() : wanted;
}

QString Client::whySilent() const
{
    return net::OfflineSwitch::instance().isOffline() ? net::offlineText() : QString();
}

QList<OperationQuota> Client::quotaUse() const
{
    QList<OperationQuota> uses;
    const auto now = net::QuotaBook::now();
    QList<net::QuotaBook *> books;
    for (net::HttpClient *http : {&d->http, &d->xdr, &d->graph}) {
        if (!books.contains(&http->quotas())) // some have one address
            books.append(&http->quotas());
    }
    for (net::QuotaBook *book : books) {
        const QStringList operations = book->operations();
        for (const QString &operation : operations) {
            const net::QuotaUse use = book->known(operation)->use(now);
            uses.append({operation, use.limits.perMinute, use.limits.perHour, use.lastMinute, use.lastHour, use.free,
                         use.ranLastHour, use.ranLastDay, use.limits.runTime.perHour, use.limits.runTime.perDay});
        }
    }
    return uses;
}

std::optional<std::chrono::milliseconds> Client::timeFor(const QString &action, qint64 calls) const
{
    const ResourceAction *known = actionNamed(action);
    if (!known)
        return std::nullopt;
    const net::Request request = counted({methodOf(*known), {}}, known->path, known->quota);
    return d->at(known->host)
        .quotas()
        .bucket(request.operation, request.quota)
        .waitForLastOf(calls, net::QuotaBook::now());
}

} // namespace watchdesk::defender
