// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/apierror.h"
#include "app/lab/http.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>

#include <tl/expected.hpp>

namespace watchdesk::lab {

/// One request that has found its route.
struct Call
{
    const HttpRequest &request;
    QString prefix;                    ///< "/api" or "/api/v1.0", as it was asked for
    QString id;                        ///< what stands for {id}
    QMap<QString, QString> parameters; ///< what stands for other names in braces
    bool repeatsRow = false;           ///< the fault dial wants a row of the page twice
    bool isReversed = false;           ///< ... or the page in reverse
};

/// One operation of the API.
struct Route
{
    QByteArray method;
    QStringList path;        ///< without prefix; "{id}" stands for one segment, "{name}" for a part of one
    QString audience;        ///< of the token
    QStringList permissions; ///< any of them suffices
    QString quota;
    std::function<HttpReply(const Call &)> handler;
};

/// Finds a request's route without regard to case. Filled once, then constant.
class Router
{
public:
    /// `path` as the documentation writes it: "/api/machines/{id}/isolate". A route with a fixed name wins over one
    /// with an id in its place, then the earlier one.
    void add(Route route, const QString &path);

    struct Match
    {
        const Route *route = nullptr;
        QString prefix;
        QString id;
        QMap<QString, QString> parameters;
    };
    /// NotFound, or MethodNotAllowed when the path is known for other methods.
    tl::expected<Match, ApiError> find(const QByteArray &method, const QStringList &segments) const;

private:
    QList<Route> m_routes;
};

/// A path's segments; empty ones are left out.
QStringList pathSegments(const QString &path);

} // namespace watchdesk::lab
