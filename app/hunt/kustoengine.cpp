// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/kustoengine.h"

#include "app/base/workers.h"
#include "app/defender/connection.h"
#include "app/hunt/kustoanswer.h"
#include "app/hunt/relay.h"
#include "app/net/chain.h"
#include "app/net/httpclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::hunt {

namespace {

constexpr std::chrono::seconds kPatience{270}; ///< the query's own four minutes, and some for the way

QString audienceOf(const QUrl &cluster)
{
    return cluster.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash).toString();
}

/// Progressive frames are for those who look on while a result grows.
QByteArray bodyOf(const QString &query, const QString &database)
{
    const QJsonObject options{{QStringLiteral("servertimeout"), QStringLiteral("00:04:00")},
                              {QStringLiteral("results_progressive_enabled"), false}};
    return QJsonDocument(QJsonObject{{QStringLiteral("db"), database},
                                     {QStringLiteral("csl"), query},
                                     {QStringLiteral("properties"), QJsonObject{{QStringLiteral("Options"), options}}}})
        .toJson(QJsonDocument::Compact);
}

HuntResult resultOf(KustoAnswer answer, qint64 rowLimit, qint64 elapsedMs)
{
    HuntResult result = limited(std::move(answer.table), rowLimit, elapsedMs);
    if (answer.isCut) {
        result.completeness = HuntResult::Completeness::Truncated;
        result.detail = answer.detail;
        result.isCutByService = true;
    }
    return result;
}

} // namespace

class KustoEngine::Private
{
public:
    explicit Private(const defender::Connection &connection)
        : database(connection.kustoDatabase)
        , http(connection.kustoUrl,
               defender::credentialsOf(connection, audienceOf(connection.kustoUrl) + QStringLiteral("/.default")), {},
               connection.network)
    {
    }

    QString database;
    net::HttpClient http;
};

KustoEngine::KustoEngine(const defender::Connection &connection)
    : d(std::make_unique<Private>(connection))
{
}

KustoEngine::~KustoEngine() = default;

FutureResult<HuntResult> KustoEngine::run(const QString &query, const HuntOptions &options)
{
    if (options.span > 0)
        return refusedSpan();
    QElapsedTimer timer;
    timer.start();
    QUrl url = d->http.apiUrl();
    url.setPath(QStringLiteral("/v2/rest/query"));
    const net::Request request{
        net::Request::Method::Post, url, bodyOf(query, d->database), true, kPatience, url.path()};
    auto answer = net::chained<KustoAnswer, net::Reply>(d->http.send(request), &d->http, [](Result<net::Reply> reply) {
        if (!reply)
            return readyFuture<KustoAnswer>(failure(reply.error()));
        return onWorker(kustoAnswer, reply->body);
    });
    return relay<HuntResult>(answer, [timer, limit = options.rowLimit](const KustoAnswer &found) {
        return resultOf(found, limit, timer.elapsed());
    });
}

} // namespace watchdesk::hunt
