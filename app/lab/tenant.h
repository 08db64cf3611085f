// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/alertedits.h"
#include "app/lab/deviceactions.h"
#include "app/lab/entityset.h"
#include "app/lab/hunting.h"
#include "app/lab/indicatorbook.h"
#include "app/lab/router.h"
#include "app/store/store.h"

#include <atomic>
#include <map>
#include <memory>

namespace watchdesk::lab {

/// The tenant behind the API: the content's entities, what was done to them, and hunting over its events.
/// Made once with open(); handlers run on any thread.
class Tenant
{
public:
    /// Reads the entities of every resource that the descriptors keep in a table.
    static Result<std::unique_ptr<Tenant>> open(std::shared_ptr<store::Store> store, const Clock &clock,
                                                const LabOptions &options, const QString &clientId);

    /// All operations, from the descriptors: lists, counts, single entities, and the actions that the lab carries out.
    void addRoutes(Router &router);
    /// What the content's alerts say the tenant's id is; nothing where they do not.
    std::optional<QString> tenantId();
    /// Where the server listens; known only after it was started.
    void setPort(quint16 port, bool isTls)
    {
        m_port = port;
        m_isTls = isTls;
    }
    void stop() { m_hunting.stop(); }
    Hunting &hunting() { return m_hunting; }

    /// {"id","computerDnsName","isolation"} of a device: what the API keeps to itself.
    std::optional<QJsonObject> deviceState(const QString &id);

private:
    using Sets = std::map<QString, std::unique_ptr<EntitySet>>;
    Tenant(std::shared_ptr<store::Store> store, Sets sets, const Clock &clock, const LabOptions &options,
           const QString &clientId);

    void addResource(Router &router, const defender::Resource &resource);
    void addAction(Router &router, const defender::Resource &resource, const defender::ResourceAction &action);
    std::function<HttpReply(const Call &)> handlerFor(const defender::Resource &resource,
                                                      const defender::ResourceAction &action);

    HttpReply list(const EntitySet &set, const Call &call);
    HttpReply count(const EntitySet &set, const Call &call);
    HttpReply single(const EntitySet &set, const QString &id, const Call &call, int status = 200);
    HttpReply editAlert(const defender::ResourceAction &action, const Call &call);
    HttpReply submitIndicator(const defender::ResourceAction &action, const Call &call);
    HttpReply deleteIndicator(const Call &call);
    HttpReply startAction(const defender::ResourceAction &action, const Call &call);
    HttpReply cancelAction(const defender::ResourceAction &action, const Call &call);
    HttpReply hunt(const Call &call, Hunting::Dialect dialect);

    EntitySet &set(const char *name) { return *m_sets.at(QString::fromLatin1(name)); }
    void refresh(const EntitySet &set);
    QString machineKey(const QString &idOrName) const;
    QString baseUrl() const;
    QString contextOf(const EntitySet &set, const Call &call) const;

    Sets m_sets;
    int m_pageSize;
    DeviceActions m_actions;
    AlertEdits m_alertEdits;
    IndicatorBook m_indicators;
    Hunting m_hunting;
    std::atomic<quint16> m_port = 0;
    std::atomic<bool> m_isTls = false;
};

} // namespace watchdesk::lab
