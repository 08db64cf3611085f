// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"

#include "app/base/logging.h"
#include "app/base/safetext.h"
#include "app/net/chain.h"
#include "app/net/httpclient.h"
#include "app/net/pager.h"
#include "app/net/quotabook.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QtConcurrent>

#include <algorithm>

namespace watchdesk::defender {

namespace {

/// The service takes three minutes for a query (advanced hunting API limits), and some for the way.
constexpr std::chrono::seconds kGraphPatience{210};

tl::unexpected<Error> invalid(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

Result<const Resource *> resourceOf(const QString &name)
{
    if (const Resource *resource = resourceNamed(name))
        return resource;
    return invalid(QCoreApplication::translate("defender", "There is no resource \"%1\".").arg(visibleText(name, 100)));
}

/// An id becomes one segment of a path: nothing in it may end the segment or climb out of it.
Result<QString> segment(const QString &id)
{
    const bool isBad = id.isEmpty() || id.size() > 500 || id == QStringLiteral(".") || id == QStringLiteral("..") ||
                       hasHiddenCharacters(id) || id.contains(u'/') || id.contains(u'\\');
    if (isBad)
        return invalid(QCoreApplication::translate("defender", "\"%1\" is no id.").arg(visibleText(id, 100)));
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QJsonValue::Type jsonTypeOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QJsonValue::Bool;
    case ColumnType::Dynamic:
        return QJsonValue::Array;
    default:
        return isIntegral(type) && type != ColumnType::DateTime ? QJsonValue::Double : QJsonValue::String;
    }
}

Result<void> checkField(const BodyField &field, const QJsonValue &value)
{
    if (value.isUndefined() && !field.required)
        return {};
    if (value.isUndefined() || value.toString(QStringLiteral("x")).trimmed().isEmpty())
        return invalid(QCoreApplication::translate("defender", "%1 is missing.").arg(field.name));
    if (value.type() != jsonTypeOf(field.type))
        return invalid(QCoreApplication::translate("defender", "%1 is of the wrong type.").arg(field.name));
    if (!field.values.isEmpty() && !field.values.contains(value.toString()))
        return invalid(QCoreApplication::translate("defender", "%1 must be one of %2.")
                           .arg(field.name, field.values.join(QStringLiteral(", "))));
    return {};
}

Result<void> checkBody(const ResourceAction &action, const QJsonObject &body)
{
    QStringList names;
    for (const BodyField &field : action.body) {
        names.append(field.name);
        if (const auto good = checkField(field, body.value(field.name)); !good)
            return good;
    }
    for (auto it = body.constBegin(); it != body.constEnd(); ++it) {
        if (!names.contains(it.key()))
            return invalid(QCoreApplication::translate("defender", "%1 takes no \"%2\".")
                               .arg(action.name, visibleText(it.key(), 100)));
    }
    return {};
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
    request.quota = {quota.perMinute, quota.perHour};
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
    Private(const Connection &connection, const net::Limits &limits)
        : tenantId(connection.tenantId)
        , http(defenderUrl(connection), credentialsOf(connection, defenderScope(connection)), limits,
               connection.network)
        , graph(graphUrl(connection), credentialsOf(connection, graphScope(connection)), limits, connection.network)
    {
    }

    QUrl url(const QString &encodedPath) const
    {
        QUrl url = http.apiUrl();
        QString base = url.path(QUrl::FullyEncoded);
        while (base.endsWith(u'/'))
            base.chop(1);
        url.setPath(base + encodedPath, QUrl::StrictMode);
        return url;
    }

    Result<QUrl> collectionUrl(const Resource &resource, const ListOptions &options) const;
    Result<QUrl> actionUrl(const ResourceAction &action, const QString &targetId) const;
    Result<net::Request> request(const ResourceAction &action, const QString &targetId, const QJsonObject &body) const;

    static FutureResult<Table> huntWith(net::HttpClient &client, const net::Request &request);

    QString tenantId;
    net::HttpClient http;
    net::HttpClient graph;
};

Result<QUrl> Client::Private::collectionUrl(const Resource &resource, const ListOptions &options) const
{
    QString query;
    const auto add = [&query](const QString &name, const QString &value) {
        query += (query.isEmpty() ? QString() : QStringLiteral("&")) + name + u'=' +
                 QString::fromLatin1(QUrl::toPercentEncoding(value));
    };
    if (resource.topMax > 0)
        add(QStringLiteral("$top"),
            QString::number(options.top > 0 ? qMin(options.top, resource.topMax) : resource.topMax));
    if (!options.filter.isEmpty())
        add(QStringLiteral("$filter"), options.filter);
    for (const QString &property : options.expand) {
        if (!resource.expand.contains(property))
            return invalid(QCoreApplication::translate("defender", "%1 cannot be expanded by \"%2\".")
                               .arg(resource.name, visibleText(property, 100)));
    }
    if (!options.expand.isEmpty())
        add(QStringLiteral("$expand"), options.expand.join(u','));
    QUrl collection = url(resource.path);
    collection.setQuery(query, QUrl::StrictMode);
    return collection;
}

Result<QUrl> Client::Private::actionUrl(const ResourceAction &action, const QString &targetId) const
{
    QString path = action.path;
    if (!path.contains(QStringLiteral("{id}"))) {
        if (!targetId.isEmpty())
            return invalid(QCoreApplication::translate("defender", "%1 has no target.").arg(action.name));
        return url(path);
    }
    const auto id = segment(targetId);
    if (!id)
        return failure(id.error());
    return url(path.replace(QStringLiteral("{id}"), *id));
}

Result<net::Request> Client::Private::request(const ResourceAction &action, const QString &targetId,
                                              const QJsonObject &body) const
{
    if (const auto good = checkBody(action, body); !good)
        return failure(good.error());
    const auto target = actionUrl(action, targetId);
    if (!target)
        return failure(target.error());
    const QByteArray json = action.body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return counted({methodOf(action), *target, json, action.idempotent, action.patience}, action.path, action.quota);
}

Client::Client(const Connection &connection, QObject *parent)
    : Client(connection, net::Limits(), parent)
{
}

Client::Client(const Connection &connection, const net::Limits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(connection, limits))
{
    for (net::HttpClient *http : {&d->http, &d->graph}) {
        connect(http, &net::HttpClient::paused, this, &Client::paused);
        connect(http, &net::HttpClient::sent, this, &Client::sent);
        connect(http, &net::HttpClient::signedIn, this, &Client::signedIn);
    }
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
    const auto url = d->collectionUrl(**known, options);
    if (!url)
        return readyFuture<QJsonArray>(failure(url.error()));
    const Resource &found = **known;
    auto pages =
        net::readPages(d->http, counted({net::Request::Method::Get, *url}, found.path, found.quota), std::move(onPage));
    if (!found.emptyIs404)
        return pages;
    return net::mapped<QJsonArray, QJsonArray>(pages, &d->http, [](Result<QJsonArray> all) -> Result<QJsonArray> {
        if (!all && all.error().kind == Error::Kind::NotFound)
            return QJsonArray();
        return all;
    });
}

FutureResult<QJsonObject> Client::find(const QString &resource, const QString &id)
{
    const auto known = resourceOf(resource);
    const auto name = segment(id);
    if (!known || !name)
        return readyFuture<QJsonObject>(failure(known ? name.error() : known.error()));
    const Resource &found = **known;
    const net::Request request = counted({net::Request::Method::Get, d->url(found.path + u'/' + *name)},
                                         found.path + QStringLiteral("/{id}"), found.quota);
    return net::mapped<QJsonObject, net::Reply>(d->http.send(request), &d->http, objectFrom);
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
    return net::mapped<QJsonObject, net::Reply>(d->http.send(*request), &d->http, objectFrom);
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
        return QtConcurrent::run(readHunt, std::move(reply->body));
    });
}

FutureResult<Table> Client::hunt(const QString &query)
{
    const ResourceAction *action = actionNamed(QStringLiteral("runQuery"));
    const auto request = d->request(*action, {}, {{QStringLiteral("Query"), query}});
    return request ? d->huntWith(d->http, *request) : readyFuture<Table>(failure(request.error()));
}

FutureResult<Table> Client::huntThroughGraph(const QString &query)
{
    const QString path = QStringLiteral("/v1.0/security/runHuntingQuery");
    QUrl url = d->graph.apiUrl();
    url.setPath(path);
    const QJsonObject body{{QStringLiteral("Query"), query}};
    return d->huntWith(d->graph, counted({net::Request::Method::Post, url,
                                          QJsonDocument(body).toJson(QJsonDocument::Compact), true, kGraphPatience},
                                         path, QStringLiteral("sharedHunting")));
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
    const auto granted = permissions(Api::Defender);
    if (!known || !granted)
        return {};
    const auto covers = [&](const QString &permission) {
        // A delegated permission is the application's without ".All" (permission names of the auth pages).
        QString delegated = permission;
        if (delegated.endsWith(QLatin1String(".All")))
            delegated.chop(4);
        return granted->names.contains(permission) || (granted->isDelegated && granted->names.contains(delegated));
    };
    const bool isPermitted = std::any_of(known->permissions.begin(), known->permissions.end(), covers);
    return isPermitted ? QStringList() : known->permissions;
}

QList<OperationQuota> Client::quotaUse() const
{
    QList<OperationQuota> uses;
    const auto now = net::QuotaBook::now();
    QList<net::QuotaBook *> books{&d->http.quotas()};
    if (&d->graph.quotas() != books.first()) // a lab has all at one address
        books.append(&d->graph.quotas());
    for (net::QuotaBook *book : books) {
        const QStringList operations = book->operations();
        for (const QString &operation : operations) {
            const net::QuotaUse use = book->known(operation)->use(now);
            uses.append({operation, use.limits.perMinute, use.limits.perHour, use.lastMinute, use.lastHour, use.free});
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
    return d->http.quotas().bucket(request.operation, request.quota).waitForLastOf(calls, net::QuotaBook::now());
}

} // namespace watchdesk::defender
