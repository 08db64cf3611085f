// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/router.h"

#include <QRegularExpression>

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

/// "findbyip(ip='{ip}',timestamp={timestamp})" against what was asked for; names go to `parameters`.
bool matchesCall(const QString &pattern, const QString &segment, QMap<QString, QString> &parameters)
{
    static const QRegularExpression name(QStringLiteral(R"(\\\{(\w+)\\\})"));
    QString expression = QRegularExpression::escape(pattern);
    QStringList names;
    for (QRegularExpressionMatch found = name.match(expression); found.hasMatch(); found = name.match(expression)) {
        names.append(found.captured(1));
        expression.replace(found.capturedStart(), found.capturedLength(), QStringLiteral("(.*)"));
    }
    const QRegularExpression whole(QRegularExpression::anchoredPattern(expression),
                                   QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch found = whole.match(segment);
    for (qsizetype i = 0; found.hasMatch() && i < names.size(); ++i)
        parameters.insert(names.at(i), found.captured(int(i) + 1));
    return found.hasMatch();
}

bool matches(const QStringList &path, const QStringList &segments, Router::Match &match)
{
    if (path.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QString &wanted = path.at(i);
        if (wanted == QLatin1String("{id}"))
            match.id = segments.at(i);
        else if (wanted.contains(u'{') ? !matchesCall(wanted, segments.at(i), match.parameters)
                                       : wanted.compare(segments.at(i), Qt::CaseInsensitive) != 0)
            return false;
    }
    return true;
}

qsizetype placeholders(const Route &route) { return route.path.count(QStringLiteral("{id}")); }

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
    QString prefix;
    for (const QString &segment : segments.mid(0, length))
        prefix += u'/' + segment;
    if (length > 0)
        plain.prepend(QStringLiteral("api"));
    Match best;
    QStringList allowed;
    for (const Route &route : m_routes) {
        Match match{&route, prefix, {}, {}};
        if (!matches(route.path, plain, match))
            continue;
        if (route.method != method)
            allowed.append(QString::fromLatin1(route.method));
        else if (!best.route || placeholders(route) < placeholders(*best.route))
            best = match;
    }
    if (best.route)
        return best;
    if (allowed.isEmpty())
        return tl::unexpected<ApiError>(ApiError{ApiCode::NotFound, QStringLiteral("There is no such path.")});
    return tl::unexpected<ApiError>(
        ApiError{ApiCode::MethodNotAllowed,
                 QStringLiteral("The requested resource does not support http method '%1'. It supports: %2.")
                     .arg(QString::fromLatin1(method), allowed.join(QStringLiteral(", ")))});
}

} // namespace watchdesk::lab
