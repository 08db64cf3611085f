// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/alertedits.h"
#include "app/lab/books/alertraiser.h"
#include "app/lab/books/incidentbook.h"
#include "app/lab/books/investigationbook.h"
#include "app/lab/books/libraryshelf.h"
#include "app/lab/books/liveresponse.h"
#include "app/lab/books/machineedits.h"
#include "app/lab/books/scanbook.h"
#include "app/lab/deviceactions.h"
#include "app/lab/downloads.h"
#include "app/lab/entityreply.h"
#include "app/lab/estate/estate.h"
#include "app/lab/hunting.h"
#include "app/lab/indicatorbook.h"
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
    /// Reads the entities that change; the others are worked out when somebody asks for them.
    static Result<std::unique_ptr<Tenant>> open(std::shared_ptr<store::Store> store, const Clock &clock,
                                                const LabOptions &options, const QString &clientId);

    /// All operations, from the descriptors.
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

    /// {"id","computerDnsName","isolation","restricted"} of a device: what the API keeps to itself.
    std::optional<QJsonObject> deviceState(const QString &id);
    /// The files behind links that need no token.
    Downloads &downloads() { return m_downloads; }

private:
    using Sets = std::map<QString, std::unique_ptr<EntitySet>>;
    using Handler = std::function<HttpReply(const Call &)>;
    using Act = HttpReply (Tenant::*)(const Call &, const QJsonObject &body);
    using Resource = defender::Resource;
    using Action = defender::ResourceAction;

    Tenant(std::shared_ptr<store::Store> store, Sets sets, const Clock &clock, const LabOptions &options,
           const QString &clientId);

    // Routes
    void addResource(Router &router, const Resource &resource);
    void addAction(Router &router, const Resource &resource, const Action &action);
    HttpReply perform(const Resource &resource, const Action &action, const Call &call);

    // Reads
    HttpReply read(const Resource &resource, const Call &call);
    HttpReply show(const Resource &resource, const Call &call);
    HttpReply count(const Resource &resource, const Call &call);
    HttpReply value(const Resource &resource, const Call &call);
    HttpReply exportFiles(const Resource &resource, const Call &call);
    using Found = tl::expected<std::shared_ptr<const EntitySet>, ApiError>;
    Found entities(const Resource &resource, const Call &call);
    Found held(const QString &name);
    Found derived(const Resource &resource, const Call &call);
    Found madeFrom(const Resource &resource, const QJsonArray &records) const;
    Found ofIncidents(const Resource &resource);
    Found ofAlert(const Resource &resource, const Call &call);
    tl::expected<QJsonArray, ApiError> told(const Resource &resource, const Call &call);
    tl::expected<QJsonArray, ApiError> machinesBy(const Resource &resource, const Call &call);
    std::optional<ApiError> wrongParent(const Resource &resource, const Call &call);
    Estate::Given given(const Resource &resource, const Call &call) const;
    tl::expected<QString, ApiError> packageLink(const QJsonObject &action);
    tl::expected<QString, ApiError> stepLink(const QJsonObject &action, const QString &index);

    // Actions; the body was checked
    HttpReply editAlert(const Call &call, const QJsonObject &body);
    HttpReply editAlerts(const Call &call, const QJsonObject &body);
    HttpReply createAlert(const Call &call, const QJsonObject &body);
    HttpReply submitIndicator(const Call &call, const QJsonObject &body);
    HttpReply importIndicators(const Call &call, const QJsonObject &body);
    HttpReply deleteIndicator(const Call &call, const QJsonObject &body);
    HttpReply deleteIndicators(const Call &call, const QJsonObject &body);
    HttpReply updateMachine(const Call &call, const QJsonObject &body);
    HttpReply tagMachine(const Call &call, const QJsonObject &body);
    HttpReply tagMachines(const Call &call, const QJsonObject &body);
    HttpReply setDeviceValue(const Call &call, const QJsonObject &body);
    HttpReply startInvestigation(const Call &call, const QJsonObject &body);
    HttpReply cancelAction(const Call &call, const QJsonObject &body);
    HttpReply uploadFile(const Call &call, const QJsonObject &body);
    HttpReply deleteFile(const Call &call, const QJsonObject &body);
    HttpReply createScan(const Call &call, const QJsonObject &body);
    HttpReply updateScan(const Call &call, const QJsonObject &body);
    HttpReply deleteScans(const Call &call, const QJsonObject &body);
    HttpReply updateIncident(const Call &call, const QJsonObject &body);
    HttpReply commentIncident(const Call &call, const QJsonObject &body);
    HttpReply updateGraphAlert(const Call &call, const QJsonObject &body);
    HttpReply commentGraphAlert(const Call &call, const QJsonObject &body);
    HttpReply updateXdrIncident(const Call &call, const QJsonObject &body);
    HttpReply startAction(const Action &action, const Call &call, const QJsonObject &body);
    HttpReply editedMachine(const MachineEdits::Outcome &outcome, const Call &call);

    EntitySet &set(const char *name) { return *m_sets.at(QString::fromLatin1(name)); }
    void refresh(const QString &name);
    QString machineKey(const QString &idOrName) const;
    ReplyStyle style() const;

    std::shared_ptr<store::Store> m_store;
    Sets m_sets;
    Clock m_clock;
    int m_pageSize;
    LibraryShelf m_library;
    LiveResponse m_liveResponse;
    DeviceActions m_actions;
    AlertEdits m_alertEdits;
    AlertRaiser m_alertRaiser;
    IndicatorBook m_indicators;
    InvestigationBook m_investigations;
    IncidentBook m_incidents;
    MachineEdits m_machineEdits;
    ScanBook m_scans;
    Hunting m_hunting;
    Estate m_estate;
    Downloads m_downloads;
    std::mutex m_derivedMutex;
    std::map<QString, std::shared_ptr<const EntitySet>> m_derived; ///< lists that do not change
    struct OfIncidents
    {
        quint64 revision; ///< of the book
        std::shared_ptr<const EntitySet> set;
    };
    std::mutex m_incidentsMutex;
    std::map<QString, OfIncidents> m_ofIncidents;
    std::atomic<quint16> m_port = 0;
    std::atomic<bool> m_isTls = false;
};

} // namespace watchdesk::lab
