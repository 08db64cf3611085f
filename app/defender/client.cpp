// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"

#include "app/base/logging.h"
#include "app/base/safetext.h"
#include "app/net/chain.h"
#include "app/net/httpclient.h"
#include "app/net/pager.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QtConcurrent>

namespace watchdesk::defender {

namespace {

/// Commercial and GCC take tokens for the API's former host only, whatever host is called; the US Government clouds
/// take those for their own (auth pages, "Hosts" and "OAuth").
QString scopeFor(const QUrl &apiUrl)
{
    if (apiUrl.host().startsWith(QStringLiteral("api-gov.")))
        return QStringLiteral("https://") + apiUrl.host() + QStringLiteral("/.default");
    return QStringLiteral("https://api.securitycenter.microsoft.com/.default");
}

net::Credentials credentialsOf(const Connection &connection)
{
    return {connection.authority, connection.tenantId, connection.clientId, connection.clientSecret,
            scopeFor(connection.apiUrl)};
}

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
        , http(connection.apiUrl, credentialsOf(connection), limits)
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

    QString tenantId;
    net::HttpClient http;
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
    return net::Request{methodOf(action), *target, json, action.idempotent, action.patience};
}

Client::Client(const Connection &connection, QObject *parent)
    : Client(connection, net::Limits(), parent)
{
}

Client::Client(const Connection &connection, const net::Limits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(connection, limits))
{
    connect(&d->http, &net::HttpClient::paused, this, &Client::paused);
    connect(&d->http, &net::HttpClient::sent, this, &Client::sent);
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
    auto pages = net::readPages(d->http, *url, std::move(onPage));
    if (!(*known)->emptyIs404)
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
    return net::mapped<QJsonObject, net::Reply>(d->http.fetch(d->url((*known)->path + u'/' + *name)), &d->http,
                                                objectFrom);
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

FutureResult<Table> Client::hunt(const QString &query)
{
    const ResourceAction *action = actionNamed(QStringLiteral("runQuery"));
    const auto request = d->request(*action, {}, {{QStringLiteral("Query"), query}});
    if (!request)
        return readyFuture<Table>(failure(request.error()));
    return net::chained<Table, net::Reply>(d->http.send(*request), &d->http, [](Result<net::Reply> reply) {
        if (!reply)
            return readyFuture<Table>(failure(reply.error()));
        return QtConcurrent::run(readHunt, std::move(reply->body));
    });
}

} // namespace watchdesk::defender
