// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/cast.h"
#include "app/lab/scenario/programs.h"
#include "app/lab/scenario/script.h"

#include <map>

namespace watchdesk::lab {

/// What to make. A value type; equal plans give equal content.
struct Plan
{
    int devices = 240;
    int days = 3;
    quint64 seed = 1;
    Ticks end = 0; ///< where the scenario ends
    Ticks start() const { return end - days * kTicksPerDay; }
};

struct NetworkHost
{
    std::string domain, ip, service, protocol = "Tcp";
    int port = 0;
};

/// A process that runs from boot to shut-down.
struct Resident
{
    std::string name, program, parent, command, account;
    qint64 id = 0; ///< 0: any
    int delay = 0; ///< seconds after boot
    unsigned roles = ~0U;
    bool runsFor(Role role) const { return roles >> int(role) & 1U; }
};

/// Something that happens again and again on devices of some roles.
struct Activity
{
    enum class When { Always, Office, Night };
    std::string name;
    When when = When::Always;
    std::array<double, kRoleCount> weights{};
    Script script;
};

/// All that is fixed before the first event: cast, programs, hosts on the network, what usually happens.
/// Read from resources/lab; const afterwards and then usable from any thread but for `programs` (not synchronised).
class World
{
public:
    static Result<std::unique_ptr<World>> load(const Plan &plan);

    const Plan &plan() const { return m_plan; }
    const Cast &cast() const { return m_cast; }
    const ProgramCatalogue &programs() const { return m_programs; }
    ProgramCatalogue &programs() { return m_programs; }
    const std::vector<NetworkHost> &hosts(const std::string &group) const; ///< empty for an unknown group
    void addHost(const std::string &group, NetworkHost host) { m_hosts[group].push_back(std::move(host)); }
    const std::vector<std::string> &words(const std::string &list) const;
    const std::vector<Resident> &residents() const { return m_residents; }
    const std::vector<Activity> &activities() const { return m_activities; }
    const Script &signOn() const { return m_signOn; }

private:
    explicit World(const Plan &plan)
        : m_plan(plan)
        , m_cast(plan.seed, plan.devices, plan.start(), plan.end)
    {
    }
    Result<void> readActivities();
    Result<void> readNetwork();
    void readResidents(const QJsonArray &json);

    Plan m_plan;
    Cast m_cast;
    ProgramCatalogue m_programs;
    std::map<std::string, std::vector<NetworkHost>> m_hosts;
    std::map<std::string, std::vector<std::string>> m_words;
    std::vector<Resident> m_residents;
    std::vector<Activity> m_activities;
    Script m_signOn;
};

/// The bytes of resources/lab/`name`; Internal when the program was built without it.
Result<QByteArray> labResource(const QString &name);
Result<QJsonObject> labResourceObject(const QString &name);
NetworkHost hostFromJson(const QJsonObject &json);

} // namespace watchdesk::lab
