// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/router.h"

namespace watchdesk::lab {

namespace {

bool isSegment(const QString &segment, QLatin1String name) { return segment.compare(name, Qt::CaseInsensitive) == 0; }

/// How many segments "/api" and "/api/v1.0" take; Graph's paths keep their "v1.0".
qsizetype prefixLength(const QStringList &segments)
{
    if (segments.isEmpty() || !isSegment(segments.first(), QLatin1String("api")))
        return 0;
    return segments.size() > 1 && isSegment(segments.at(1), QLatin1String("v1.0")) ? 2 : 1;
}

bool matches(const QStringList &path, const QStringList &segments, QString &id)
{
    if (path.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path.at(i) == QLatin1String("{id}"))
            id = segments.at(i);
        else if (path.at(i).compare(segments.at(i), Qt::CaseInsensitive) != 0)
            return false;
    }
    return true;
}

} // namespace

QStringList pathSegments(const QString &path) { return path.split(u'/', Qt::SkipEmptyParts); }

void Router::add(Route route, const QString &path)
{
    route.path = pathSegments(path);
    if (prefixLength(route.path) > 0)
        route.path.replace(0, QStringLiteral("api"));
    m_routes.append(std::move(route));
}

tl::expected<Router::Match, ApiError> Router::find(const QByteArray &method, const QStringList &segments) const
{
    const qsizetype length = prefixLength(segments);
    QStringList plain = segments.mid(length);
    Match match;
    for (const QString &segment : segments.mid(0, length))
        match.prefix += u'/' + segment;
    if (length > 0)
        plain.prepend(QStringLiteral("api"));
    QStringList allowed;
    for (const Route &route : m_routes) {
        QString id;
        if (!matches(route.path, plain, id))
            continue;
        if (route.method == method) {
            match.route = &route;
            match.id = id;
            return match;
        }
        allowed.append(QString::fromLatin1(route.method));
    }
    if (allowed.isEmpty())
        return tl::unexpected<ApiError>(ApiError{ApiCode::NotFound, QStringLiteral("There is no such path.")});
    return tl::unexpected<ApiError>(
        ApiError{ApiCode::MethodNotAllowed,
                 QStringLiteral("The requested resource does not support http method '%1'. It supports: %2.")
                     .arg(QString::fromLatin1(method), allowed.join(QStringLiteral(", ")))});
}

} // namespace watchdesk::lab
