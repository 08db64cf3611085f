// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/entityreply.h"

#include "app/lab/jsonwriter.h"
#include "app/lab/listquery.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrl>

namespace watchdesk::lab {

namespace {

/// The entity sets' names in @odata.context.
QString contextName(const QString &resource)
{
    if (resource == QLatin1String("machineactions"))
        return QStringLiteral("MachineActions");
    QString name;
    for (const QString &word : resource.split(u'-'))
        name += word.left(1).toUpper() + word.mid(1);
    return name;
}

QString kindName(const QString &resource)
{
    static const QHash<QString, QString> names{{QStringLiteral("machines"), QStringLiteral("Machine")},
                                               {QStringLiteral("alerts"), QStringLiteral("Alert")},
                                               {QStringLiteral("indicators"), QStringLiteral("Indicator")},
                                               {QStringLiteral("machineactions"), QStringLiteral("Machine action")},
                                               {QStringLiteral("investigations"), QStringLiteral("Investigation")},
                                               {QStringLiteral("files"), QStringLiteral("File")},
                                               {QStringLiteral("vulnerabilities"), QStringLiteral("Vulnerability")},
                                               {QStringLiteral("library"), QStringLiteral("Library file")}};
    return names.value(resource, QStringLiteral("Entity"));
}

/// In one piece: a page is ten megabytes.
void appendJoined(std::string &body, const std::vector<std::string> &texts)
{
    constexpr size_t kAfter = 4'096; // the next link and what ends the body
    size_t length = 0;
    for (const std::string &text : texts)
        length += text.size() + 1;
    body.reserve(body.size() + length + kAfter);
    for (const std::string &text : texts) {
        if (&text != &texts.front())
            body += ',';
        body += text;
    }
}

void appendContext(std::string &body, const EntitySet &set, const Call &call, const ReplyStyle &style,
                   const char *what = "")
{
    body += "{\"@odata.context\":";
    const QString context = style.baseUrl + call.prefix + QStringLiteral("/$metadata#") +
                            contextName(set.resource().name) + QLatin1String(what);
    appendJsonString(body, context.toStdString());
}

/// Exports are paged by pageSize, where $top only says how much is wanted at all.
qint64 rowsOfPage(const defender::Resource &resource, const ListQuery &query, const Call &call, const ReplyStyle &style)
{
    if (query.top)
        return *query.top;
    if (resource.pageMax > 0) {
        for (const auto &[name, value] : formPairs(call.request.query)) {
            if (name.compare(QLatin1String("pageSize"), Qt::CaseInsensitive) == 0)
                return std::clamp<qint64>(value.toLongLong(), 1, resource.pageMax);
        }
        return std::min<qint64>(50'000, resource.pageMax);
    }
    return resource.topMax > 0 ? std::min<qint64>(style.pageSize, resource.topMax) : style.pageSize;
}

QByteArray nextQuery(const defender::Resource &resource, const ListQuery &query, qint64 skip, qint64 rows)
{
    QByteArray text = queryWithSkip(query, skip);
    return resource.pageMax > 0 ? "pageSize=" + QByteArray::number(rows) + '&' + text : text;
}

} // namespace

HttpReply listReply(const EntitySet &set, const Call &call, const ReplyStyle &style)
{
    const defender::Resource &resource = set.resource();
    const auto query = listQuery(resource, call.request.query);
    if (!query)
        return errorReply(query.error());
    const Expression *filter = query->filter ? &*query->filter : nullptr;
    const qint64 top = rowsOfPage(resource, *query, call, style);
    // A page that begins with the row before it is what a service does whose data moved between two pages.
    const qint64 skip = query->skip - (call.repeatsRow && query->skip > 0 ? 1 : 0);
    EntitySet::Page page = set.page(filter, skip, top + (query->skip - skip), query->expand);
    if (page.texts.empty() && query->skip == 0 && top > 0 && resource.emptyIs404)
        return errorReply(ApiCode::ResourceNotFound, QStringLiteral("No %1 were found").arg(resource.name));
    if (call.isReversed)
        std::reverse(page.texts.begin(), page.texts.end());
    HttpReply reply;
    appendContext(reply.body, set, call, style);
    if (query->wantsCount)
        reply.body += ",\"@odata.count\":" + std::to_string(set.count(filter));
    reply.body += ",\"value\":[";
    appendJoined(reply.body, page.texts);
    reply.body += ']';
    const bool isCapped = resource.pageMax > 0 && query->top;
    if (page.hasMore && top > 0 && !isCapped) {
        const QByteArray path = QUrl::toPercentEncoding(call.request.path, "/()=',$");
        const QString next = style.baseUrl + QString::fromLatin1(path) + u'?' +
                             QString::fromLatin1(nextQuery(resource, *query, query->skip + top, top));
        reply.body += ",\"@odata.nextLink\":";
        appendJsonString(reply.body, next.toStdString());
    }
    reply.body += '}';
    return reply;
}

HttpReply countReply(const EntitySet &set, const Call &call)
{
    const auto query = listQuery(set.resource(), call.request.query);
    if (!query)
        return errorReply(query.error());
    HttpReply reply;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = std::to_string(set.count(query->filter ? &*query->filter : nullptr));
    return reply;
}

HttpReply singleReply(const EntitySet &set, const QString &key, const Call &call, const ReplyStyle &style, int status)
{
    const auto text = set.text(key);
    if (!text)
        return notFoundReply(set.resource().name, key);
    HttpReply reply;
    reply.status = status;
    appendContext(reply.body, set, call, style, "/$entity");
    reply.body += ',' + text->substr(1);
    return reply;
}

HttpReply onlyReply(const EntitySet &set, const Call &call, const ReplyStyle &style)
{
    const EntitySet::Page page = set.page(nullptr, 0, 1, {});
    if (page.texts.empty())
        return notFoundReply(set.resource().name, call.id);
    HttpReply reply;
    appendContext(reply.body, set, call, style, "/$entity");
    reply.body += ',' + page.texts.front().substr(1);
    return reply;
}

HttpReply valueReply(const QString &text, const Call &call, const ReplyStyle &style)
{
    return jsonReply({{QStringLiteral("@odata.context"),
                       QString(style.baseUrl + call.prefix + QStringLiteral("/$metadata#Edm.String"))},
                      {QStringLiteral("value"), text}});
}

HttpReply jsonReply(const QJsonObject &object, int status)
{
    HttpReply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    return reply;
}

HttpReply notFoundReply(const QString &resource, const QString &id)
{
    return errorReply(ApiCode::ResourceNotFound,
                      QStringLiteral("%1 %2 was not found").arg(kindName(resource), id.left(100)));
}

} // namespace watchdesk::lab
