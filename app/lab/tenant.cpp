// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the tenant is put together and found by its paths; what it answers is in tenantreads.cpp and tenantactions.cpp.

#include "app/lab/tenant.h"

#include "app/lab/entityloader.h"
#include "app/lab/signin.h"

#include <QUuid>

namespace watchdesk::lab {

namespace {

using defender::ApiHost;
using defender::Resource;

/// What the tenant keeps in memory because people change it.
const QStringList &heldNames()
{
    static const QStringList names{QStringLiteral("machines"),        QStringLiteral("alerts"),
                                   QStringLiteral("indicators"),      QStringLiteral("machineactions"),
                                   QStringLiteral("investigations"),  QStringLiteral("library"),
                                   QStringLiteral("scan-definitions")};
    return names;
}

QString audienceOf(ApiHost host)
{
    return host == ApiHost::Graph ? kGraphAudience.toString()
           : host == ApiHost::Xdr ? kXdrAudience.toString()
                                  : kDefenderAudience.toString();
}

QString tenantOf(const EntitySet &alerts)
{
    for (const QJsonObject &alert : alerts.objectsWhere(Expression{Operation::Constant, true}, 1)) {
        const QUuid id(alert.value(u"aadTenantId").toString());
        if (!id.isNull())
            return id.toString(QUuid::WithoutBraces);
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Tenant>> Tenant::open(std::shared_ptr<store::Store> store, const Clock &clock,
                                             const LabOptions &options, const QString &clientId)
{
    Sets sets;
    for (const QString &name : heldNames()) {
        const Resource *resource = defender::resourceNamed(name);
        if (!resource)
            return failure(Error::Kind::Internal, QStringLiteral("no descriptor of %1").arg(name));
        auto rows = entitiesOf(*store, *resource);
        if (!rows)
            return failure(rows.error());
        sets.emplace(name, std::make_unique<EntitySet>(*resource, std::move(*rows)));
    }
    return std::unique_ptr<Tenant>(new Tenant(std::move(store), std::move(sets), clock, options, clientId));
}

Tenant::Tenant(std::shared_ptr<store::Store> store, Sets sets, const Clock &clock, const LabOptions &options,
               const QString &clientId)
    : m_store(std::move(store))
    , m_sets(std::move(sets))
    , m_clock(clock)
    , m_pageSize(std::clamp(options.pageSize, 1, 10'000))
    , m_library(set("library"), clock)
    , m_liveResponse(m_store, m_library)
    , m_actions(set("machines"), set("machineactions"), clock, options.actionTimes)
    , m_alertEdits(set("alerts"), clock)
    , m_alertRaiser(m_store, set("alerts"), set("machines"), clock)
    , m_indicators(set("indicators"), clock, clientId)
    , m_investigations(set("investigations"), set("alerts"), clock)
    , m_incidents(set("alerts"), clock, tenantOf(set("alerts")))
    , m_machineEdits(set("machines"))
    , m_scans(set("scan-definitions"), set("machines"), clock, tenantOf(set("alerts")))
    , m_hunting(m_store, clock, options.huntRows)
    , m_estate(m_store, clock)
    , m_downloads(clock)
{
    m_actions.setStepFailure([this](const QString &machineId, const QJsonObject &command) {
        return m_liveResponse.failureOf(machineId, command);
    });
}

std::optional<QString> Tenant::tenantId()
{
    const QString id = tenantOf(set("alerts"));
    return id.isEmpty() ? std::nullopt : std::optional(id);
}

void Tenant::addRoutes(Router &router)
{
    for (const Resource &resource : defender::resources()) {
        addResource(router, resource);
        for (const Action &action : resource.actions)
            addAction(router, resource, action);
    }
}

void Tenant::addResource(Router &router, const Resource &resource)
{
    const auto add = [&](const QString &path, const QString &quota, const QStringList &permissions, Handler handler) {
        router.add(
            {resource.isPost ? "POST" : "GET", {}, audienceOf(resource.host), permissions, quota, std::move(handler)},
            path);
    };
    const auto plain = [&](const QString &path, HttpReply (Tenant::*answer)(const Resource &, const Call &)) {
        add(path, resource.quota, resource.permissions,
            [this, answer, &resource](const Call &call) { return (this->*answer)(resource, call); });
    };
    if (!resource.path.isEmpty()) {
        const bool isValue = resource.kind == Resource::Kind::Value;
        const bool isCount = resource.kind == Resource::Kind::Count;
        plain(resource.path, isValue ? &Tenant::value : isCount ? &Tenant::count : &Tenant::read);
        if (resource.topMax > 0)
            plain(resource.path + QStringLiteral("/$count"), &Tenant::count);
    }
    if (!resource.showPath.isEmpty())
        plain(resource.showPath, &Tenant::show);
    if (!resource.files.path.isEmpty())
        add(resource.files.path, resource.files.quota, resource.files.permissions,
            [this, &resource](const Call &call) { return exportFiles(resource, call); });
}

void Tenant::addAction(Router &router, const Resource &resource, const Action &action)
{
    router.add({action.method.toLatin1(),
                {},
                audienceOf(action.host),
                action.permissions,
                action.quota,
                [this, &resource, &action](const Call &call) { return perform(resource, action, call); }},
               action.path);
}

void Tenant::refresh(const QString &name)
{
    if (name == QLatin1String("machineactions") || name == QLatin1String("machines"))
        m_actions.settle();
    else if (name == QLatin1String("indicators"))
        m_indicators.expire();
    else if (name == QLatin1String("investigations"))
        m_investigations.settle();
}

QString Tenant::machineKey(const QString &idOrName) const
{
    const EntitySet &machines = *m_sets.at(QStringLiteral("machines"));
    if (machines.text(idOrName))
        return idOrName;
    return machines.keyWhere(QStringLiteral("computerDnsName"), idOrName).value_or(idOrName);
}

ReplyStyle Tenant::style() const
{
    return {QStringLiteral("%1://127.0.0.1:%2")
                .arg(m_isTls ? QStringLiteral("https") : QStringLiteral("http"))
                .arg(m_port.load()),
            m_pageSize};
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
                       {QStringLiteral("isolation"), m_actions.isolationOf(exact)},
                       {QStringLiteral("restricted"), m_actions.isRestricted(exact)}};
}

} // namespace watchdesk::lab
