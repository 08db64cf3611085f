// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"
#include "app/lab/scenario/random.h"

#include <array>
#include <string>
#include <vector>

namespace watchdesk::lab {

enum class Role { Workstation, Server, Controller, Developer, Kiosk };
inline constexpr int kRoleCount = 5;
const char *roleName(Role role);

struct Account
{
    std::string domain, name, sid, upn, objectId;
    std::string integrity = "Medium";
};

/// One machine of the lab's company. What happens on it (risk, last seen) is not here.
struct CastDevice
{
    std::string id; ///< 40 hex: SHA-1 of dnsName
    std::string name, dnsName;
    std::string ip, mac, gateway, publicIp;
    std::string osPlatform, osVersion, processor = "x64";
    int osBuild = 0;
    Role role = Role::Workstation;
    int site = 0;
    int user = 0; ///< index into Cast::users()
    bool active = true;
    Ticks inactiveSince = 0; ///< for those that are not active
};

/// Who and what there is: devices, users, sites of a made-up shipping company. The same seed and number of devices
/// give the same cast. Owned by the World, const after construction.
class Cast
{
public:
    static constexpr int kSites = 4;
    /// The devices that the story is about; they exist in every cast, at these indices.
    static constexpr int kLeadWorkstation = 0;
    static constexpr int kLeadServer = 1;
    static constexpr int kLeadController = 2;

    Cast(quint64 seed, int devices, Ticks start, Ticks end);

    const std::vector<CastDevice> &devices() const { return m_devices; }
    const CastDevice &device(int index) const { return m_devices[size_t(index)]; }
    const std::vector<Account> &users() const { return m_users; }
    const Account &userOf(int device) const { return m_users[size_t(m_devices[size_t(device)].user)]; }
    const Account &account(std::string_view name) const; ///< "system", "local service", "network service"

    int anyServer(int site, Random &random) const;
    int controller(int site) const { return m_controllers[size_t(site) % m_controllers.size()]; }
    int anyClient(int site, Random &random) const;

    static std::string siteCode(int site);
    static std::string siteGroup(const CastDevice &device); ///< machine group

private:
    void addUsers(int count, Random random);
    void addDevice(Role role, int site, int number, Random random);
    void place(CastDevice &device, int index) const;
    void settle(int index, Ticks start, Ticks end, Random random);

    std::vector<CastDevice> m_devices;
    std::vector<Account> m_users;
    std::array<Account, 3> m_services;
    std::array<std::vector<int>, kSites> m_servers, m_clients;
    std::vector<int> m_controllers;
};

} // namespace watchdesk::lab
