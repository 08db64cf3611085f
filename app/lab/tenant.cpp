// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/tenant.h"

#include "app/lab/entityloader.h"
#include "app/lab/jsonwriter.h"
#include "app/lab/listquery.h"
#include "app/lab/requestbody.h"
#include "app/lab/signin.h"

#include <QHash>
#include <QUuid>

namespace watchdesk::lab {

namespace {

/// Who did it, in records that name somebody.
QString appName() { return QStringLiteral("Watchdesk lab app"); }

/// The entity sets' names in @odata.context.
QString contextName(const QString &resource)
{
    if (resource == QLatin1String("machineactions"))
        return QStringLiteral("MachineActions");
    return resource.left(1).toUpper() + resource.mid(1);
}

QString kindName(const QString &resource)
{
    static const QHash<QString, QString> names{{QStringLiteral("machines"), QStringLiteral("Machine")},
                                               {QStringLiteral("alerts"), QStringLiteral("Alert")},
                                               {QStringLiteral("indicators"), QStringLiteral("Indicator")},
                                               {QStringLiteral("machineactions"), QStringLiteral("Machine action")}};
    return names.value(resource, QStringLiteral("Entity"));
}

HttpReply notFound(const QString &resource, const QString &id)
{
    return errorReply(ApiCode::ResourceNotFound,
                      QStringLiteral("%1 %2 was not found").arg(kindName(resource), id.left(100)));
}

/// A checked body, or why there is none.
tl::expected<QJsonObject, ApiError> bodyOf(const defender::ResourceAction &action, const Call &call)
{
    auto body = jsonBody(call.request);
    if (!body)
        return body;
    const bool isDeviceAction = action.observed == defender::ResourceAction::Observed::MachineAction;
    const QStringList also = isDeviceAction ? QStringList{QStringLiteral("ExternalId")}
                                            : QStringList{QStringLiteral("externalID"), QStringLiteral("rbacGroupIds")};
    if (const auto checked = checkBody(*body, action.body, also); !checked)
        return tl::unexpected<ApiError>(checked.error());
    return body;
}

std::string joined(const std::vector<std::string> &texts)
{
    size_t length = 0;
    for (const std::string &text : texts)
        length += text.size() + 1;
    std::string all;
    all.reserve(length + 4'096);
    for (const std::string &text : texts) {
        if (!all.empty())
            all += ',';
        all += text;
    }
    return all;
}

} // namespace

Result<std::unique_ptr<Tenant>> Tenant::open(std::shared_ptr<store::Store> store, const Clock &clock,
                                             const LabOptions &options, const QString &clientId)
{
    Sets sets;
    for (const defender::Resource &resource : defender::resources()) {
        if (resource.table.isEmpty())
            continue;
        auto rows = entitiesOf(*store, resource);
        if (!rows)
            return failure(rows.error());
        sets.emplace(resource.name, std::make_unique<EntitySet>(resource, std::move(*rows)));
    }
    for (const char *name : {"machines", "alerts", "indicators", "machineactions"}) {
        if (sets.find(QString::fromLatin1(name)) == sets.end())
            return failure(Error::Kind::Internal, QStringLiteral("no descriptor of %1").arg(QString::fromLatin1(name)));
    }
    return std::unique_ptr<Tenant>(new Tenant(std::move(store), std::move(sets), clock, options, clientId));
}

Tenant::Tenant(std::shared_ptr<store::Store> store, Sets sets, const Clock &clock, const LabOptions &options,
               const QString &clientId)
    : m_sets(std::move(sets))
    , m_pageSize(std::clamp(options.pageSize, 1, 10'000))
    , m_actions(set("machines"), set("machineactions"), clock, options.actionTimes)
    , m_alertEdits(set("alerts"), clock)
    , m_indicators(set("indicators"), clock, clientId)
    , m_hunting(std::move(store), clock, options.huntRows)
{
}

std::optional<QString> Tenant::tenantId()
{
    for (const QJsonObject &alert : set("alerts").objectsWhere(Expression{Operation::Constant, true}, 1)) {
        const QUuid id(alert.value(u"aadTenantId").toString());
        if (!id.isNull())
            return id.toString(QUuid::WithoutBraces);
    }
    return std::nullopt;
}

void Tenant::addRoutes(Router &router)
{
    for (const defender::Resource &resource : defender::resources()) {
        if (m_sets.find(resource.name) != m_sets.end())
            addResource(router, resource);
        for (const defender::ResourceAction &action : resource.actions)
            addAction(router, resource, action);
    }
    const QString quota = QStringLiteral("hunting");
    router.add({"POST",
                {},
                kXdrAudience.toString(),
                {QStringLiteral("AdvancedHunting.Read.All")},
                quota,
                [this](const Call &call) { return hunt(call, Hunting::Dialect::Xdr); }},
               QStringLiteral("/api/advancedhunting/run"));
    router.add({"POST",
                {},
                kGraphAudience.toString(),
                {QStringLiteral("ThreatHunting.Read.All")},
                quota,
                [this](const Call &call) { return hunt(call, Hunting::Dialect::Graph); }},
               QStringLiteral("/v1.0/security/runHuntingQuery"));
}

void Tenant::addResource(Router &router, const defender::Resource &resource)
{
    const EntitySet &entities = *m_sets.at(resource.name);
    const auto add = [&](const QString &suffix, std::function<HttpReply(const Call &)> handler) {
        router.add({"GET", {}, kDefenderAudience.toString(), resource.permissions, resource.quota, std::move(handler)},
                   resource.path + suffix);
    };
    add({}, [this, &entities](const Call &call) { return list(entities, call); });
    add(QStringLiteral("/$count"), [this, &entities](const Call &call) { return count(entities, call); });
    add(QStringLiteral("/{id}"), [this, &entities](const Call &call) { return single(entities, call.id, call); });
}

void Tenant::addAction(Router &router, const defender::Resource &resource, const defender::ResourceAction &action)
{
    auto handler = handlerFor(resource, action);
    if (handler)
        router.add({action.method.toLatin1(),
                    {},
                    kDefenderAudience.toString(),
                    action.permissions,
                    action.quota,
                    std::move(handler)},
                   action.path);
}

std::function<HttpReply(const Call &)> Tenant::handlerFor(const defender::Resource &resource,
                                                          const defender::ResourceAction &action)
{
    if (action.name == QLatin1String("updateAlert"))
        return [this, &action](const Call &call) { return editAlert(action, call); };
    if (action.name == QLatin1String("submitIndicator"))
        return [this, &action](const Call &call) { return submitIndicator(action, call); };
    if (action.name == QLatin1String("deleteIndicator"))
        return [this](const Call &call) { return deleteIndicator(call); };
    if (action.name == QLatin1String("cancelAction"))
        return [this, &action](const Call &call) { return cancelAction(action, call); };
    if (action.name == QLatin1String("runQuery"))
        return [this](const Call &call) { return hunt(call, Hunting::Dialect::Defender); };
    const bool isDeviceAction = action.observed == defender::ResourceAction::Observed::MachineAction;
    if (resource.name == QLatin1String("machines") && isDeviceAction)
        return [this, &action](const Call &call) { return startAction(action, call); };
    return {}; // what the lab does not do is a path that it does not have
}

void Tenant::refresh(const EntitySet &entities)
{
    if (&entities == &set("machineactions"))
        m_actions.settle();
    else if (&entities == &set("indicators"))
        m_indicators.expire();
}

QString Tenant::machineKey(const QString &idOrName) const
{
    const EntitySet &machines = *m_sets.at(QStringLiteral("machines"));
    if (machines.text(idOrName))
        return idOrName;
    return machines.keyWhere(QStringLiteral("computerDnsName"), idOrName).value_or(idOrName);
}

QString Tenant::baseUrl() const
{
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_isTls ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(m_port.load());
}

QString Tenant::contextOf(const EntitySet &entities, const Call &call) const
{
    return baseUrl() + call.prefix + QStringLiteral("/$metadata#") + contextName(entities.resource().name);
}

HttpReply Tenant::list(const EntitySet &entities, const Call &call)
{
    refresh(entities);
    const auto query = listQuery(entities.resource(), call.request.query);
    if (!query)
        return errorReply(query.error());
    const Expression *filter = query->filter ? &*query->filter : nullptr;
    const qint64 top = query->top.value_or(m_pageSize);
    // A page that begins with the row before it is what a service does whose data moved between two pages.
    const qint64 skip = query->skip - (call.repeatsRow && query->skip > 0 ? 1 : 0);
    EntitySet::Page page = entities.page(filter, skip, top + (query->skip - skip), query->expand);
    if (page.texts.empty() && query->skip == 0 && top > 0 && entities.resource().emptyIs404)
        return errorReply(ApiCode::ResourceNotFound, QStringLiteral("No %1 were found").arg(entities.resource().name));
    if (call.isReversed)
        std::reverse(page.texts.begin(), page.texts.end());
    HttpReply reply;
    reply.body = "{\"@odata.context\":";
    appendJsonString(reply.body, contextOf(entities, call).toStdString());
    if (query->wantsCount)
        reply.body += ",\"@odata.count\":" + std::to_string(entities.count(filter));
    reply.body += ",\"value\":[" + joined(page.texts) + ']';
    if (page.hasMore && top > 0) {
        const QString next = baseUrl() + call.prefix + u'/' + entities.resource().name + u'?' +
                             QString::fromLatin1(queryWithSkip(*query, query->skip + top));
        reply.body += ",\"@odata.nextLink\":";
        appendJsonString(reply.body, next.toStdString());
    }
    reply.body += '}';
    return reply;
}

HttpReply Tenant::count(const EntitySet &entities, const Call &call)
{
    refresh(entities);
    const auto query = listQuery(entities.resource(), call.request.query);
    if (!query)
        return errorReply(query.error());
    HttpReply reply;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = std::to_string(entities.count(query->filter ? &*query->filter : nullptr));
    return reply;
}

HttpReply Tenant::single(const EntitySet &entities, const QString &id, const Call &call, int status)
{
    refresh(entities);
    const bool isMachine = &entities == &set("machines");
    const auto text = entities.text(isMachine ? machineKey(id) : id);
    if (!text)
        return notFound(entities.resource().name, id);
    HttpReply reply;
    reply.status = status;
    reply.body = "{\"@odata.context\":";
    appendJsonString(reply.body, QString(contextOf(entities, call) + QStringLiteral("/$entity")).toStdString());
    reply.body += ',' + text->substr(1);
    return reply;
}

HttpReply Tenant::editAlert(const defender::ResourceAction &action, const Call &call)
{
    const auto body = bodyOf(action, call);
    if (!body)
        return errorReply(body.error());
    const auto edited = m_alertEdits.edit(call.id, *body, appName());
    return edited ? single(set("alerts"), call.id, call) : errorReply(edited.error());
}

HttpReply Tenant::submitIndicator(const defender::ResourceAction &action, const Call &call)
{
    const auto body = bodyOf(action, call);
    if (!body)
        return errorReply(body.error());
    m_indicators.expire();
    const auto id = m_indicators.submit(*body);
    return id ? single(set("indicators"), *id, call) : errorReply(id.error());
}

HttpReply Tenant::deleteIndicator(const Call &call)
{
    m_indicators.expire();
    const auto id = m_indicators.remove(call.id);
    HttpReply reply;
    reply.status = 204;
    return id ? reply : errorReply(id.error());
}

HttpReply Tenant::startAction(const defender::ResourceAction &action, const Call &call)
{
    const auto body = bodyOf(action, call);
    if (!body)
        return errorReply(body.error());
    const auto id = m_actions.start(action.name, machineKey(call.id), *body, appName());
    return id ? single(set("machineactions"), *id, call, 201) : errorReply(id.error());
}

HttpReply Tenant::cancelAction(const defender::ResourceAction &action, const Call &call)
{
    const auto body = bodyOf(action, call);
    if (!body)
        return errorReply(body.error());
    const auto id = m_actions.cancel(call.id, body->value(u"Comment").toString(), appName());
    return id ? single(set("machineactions"), *id, call) : errorReply(id.error());
}

HttpReply Tenant::hunt(const Call &call, Hunting::Dialect dialect)
{
    const auto body = jsonBody(call.request);
    if (!body)
        return errorReply(body.error());
    QList<defender::BodyField> fields{{QStringLiteral("Query"), ColumnType::String, {}, true, {}}};
    if (dialect == Hunting::Dialect::Graph)
        fields.append({QStringLiteral("Timespan"), ColumnType::String, {}, false, {}});
    if (const auto checked = checkBody(*body, fields); !checked)
        return errorReply(checked.error());
    return m_hunting.run(*body, dialect);
}

std::optional<QJsonObject> Tenant::deviceState(const QString &id)
{
    const QString key = machineKey(id);
    const auto machine = set("machines").object(key);
    if (!machine)
        return std::nullopt;
    const QString exact = machine->value(u"id").toString();
    return QJsonObject{{QStringLiteral("id"), exact},
                       {QStringLiteral("computerDnsName"), machine->value(u"computerDnsName")},
                       {QStringLiteral("isolation"), m_actions.isolationOf(exact)}};
}

} // namespace watchdesk::lab
