// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/cast.h"

#include <QCryptographicHash>

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr std::array<const char *, Cast::kSites> kSiteCodes{"KRV", "LND", "STM", "OYR"};
constexpr std::array<const char *, kRoleCount> kRoleNames{"workstation", "server", "controller", "developer", "kiosk"};
constexpr std::array<const char *, kRoleCount> kRoleCodes{"WS", "APP", "DC", "DEV", "KSK"};

constexpr std::array<const char *, 40> kFirstNames{
    "Ingrid", "Tarjei",  "Maren",  "Sondre", "Liv",    "Eskil",  "Ragna", "Joakim",   "Solveig", "Even",
    "Hedda",  "Birger",  "Astrid", "Vegard", "Tuva",   "Halvor", "Synne", "Kjetil",   "Oda",     "Mikkel",
    "Frida",  "Torvald", "Signe",  "Anders", "Yrsa",   "Leif",   "Marit", "Pernille", "Aksel",   "Runa",
    "Brage",  "Dagny",   "Emil",   "Gudrun", "Henrik", "Jorunn", "Knut",  "Lovise",   "Nils",    "Sigrid"};
constexpr std::array<const char *, 36> kLastNames{
    "Solheim", "Brattvik", "Nesdal",  "Fjelltun",   "Haugland", "Ostervold", "Lindkvist", "Myrvang",  "Skarsten",
    "Tveiten", "Ulvestad", "Vikmark", "Aasgaard",   "Bergset",  "Dyrnes",    "Engelund",  "Flatholm", "Grimsrud",
    "Hestvik", "Isfjord",  "Jelstad", "Kvamme",     "Lauvdal",  "Moltu",     "Nordhus",   "Ognedal",  "Rakvaag",
    "Sandnes", "Tangen",   "Utvik",   "Valderhaug", "Wold",     "Ytreland",  "Aarset",    "Ekornes",  "Steinsland"};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return text;
}

std::string padded(int number, int width)
{
    std::string text = std::to_string(number);
    if (int(text.size()) < width)
        text.insert(0, size_t(width) - text.size(), '0');
    return text;
}

Account userNamed(const std::string &first, const std::string &last, int number, Random &random)
{
    Account user;
    user.domain = "haldenmarine";
    user.name = lower(first.substr(0, 1) + last) + (number > 0 ? std::to_string(number + 1) : std::string());
    user.sid = "S-1-5-21-1482476501-2718446152-839522115-" + std::to_string(1104 + random.below(900'000'000));
    user.upn = user.name + "@haldenmarine.example";
    user.objectId = random.guid().toStdString();
    return user;
}

Account service(const char *name, const char *sid)
{
    Account account;
    account.domain = "nt authority";
    account.name = name;
    account.sid = sid;
    account.integrity = "System";
    return account;
}

void chooseSystem(CastDevice &device, Random &random)
{
    struct System
    {
        const char *platform;
        const char *version;
        int build;
    };
    static constexpr std::array<System, 4> kClients{{{"Windows11", "24H2", 26100},
                                                     {"Windows11", "23H2", 22631},
                                                     {"Windows10", "22H2", 19045},
                                                     {"Windows10", "1809", 17763}}};
    static constexpr std::array<System, 3> kServers{{{"WindowsServer2022", "21H2", 20348},
                                                     {"WindowsServer2019", "1809", 17763},
                                                     {"WindowsServer2016", "1607", 14393}}};
    const bool isServer = device.role == Role::Server || device.role == Role::Controller;
    const System &system = isServer ? kServers[size_t(random.weighted(std::array{6, 3, 1}))]
                                    : kClients[size_t(random.weighted(std::array{5, 5, 4, 1}))];
    device.osPlatform = system.platform;
    device.osVersion = system.version;
    device.osBuild = system.build;
}

} // namespace

const char *roleName(Role role) { return kRoleNames[size_t(role)]; }

std::string Cast::siteCode(int site) { return kSiteCodes[size_t(site)]; }

std::string Cast::siteGroup(const CastDevice &device)
{
    switch (device.role) {
    case Role::Server:
        return "Servers";
    case Role::Controller:
        return "Domain controllers";
    case Role::Developer:
        return "Developers";
    case Role::Kiosk:
        return "Kiosks";
    case Role::Workstation:
        break;
    }
    return "Workstations " + siteCode(device.site);
}

Cast::Cast(quint64 seed, int devices, Ticks start, Ticks end)
    : m_services{service("system", "S-1-5-18"), service("local service", "S-1-5-19"),
                 service("network service", "S-1-5-20")}
{
    const Random root(seed);
    addUsers(std::max(8, devices), root.fork("users"));
    m_devices.reserve(size_t(devices));
    static constexpr std::array<std::pair<Role, int>, 3> kLeads{
        {{Role::Workstation, 42}, {Role::Server, 3}, {Role::Controller, 1}}};
    for (const auto &[role, number] : kLeads)
        addDevice(role, 0, number, root.fork("device", m_devices.size()));
    std::array<std::array<int, kRoleCount>, kSites> numbers{};
    const int controllers = std::min(kSites, std::max(1, devices / 40));
    for (int index = 3; index < devices; ++index) {
        Random random = root.fork("device", quint64(index));
        const bool isController = index < 2 + controllers;
        const int site = isController ? index - 2 : random.weighted(std::array{45, 25, 18, 12});
        const Role role = isController ? Role::Controller : Role(random.weighted(std::array{72, 9, 0, 11, 8}));
        int &number = numbers[size_t(site)][size_t(role)];
        number += (site == 0 &&
                   ((role == Role::Workstation && number + 1 == 42) || (role == Role::Server && number + 1 == 3)))
                      ? 2
                      : 1;
        addDevice(role, site, number, random);
    }
    for (int index = 0; index < int(m_devices.size()); ++index)
        settle(index, start, end, root.fork("settle", quint64(index)));
}

void Cast::addUsers(int count, Random random)
{
    m_users.reserve(size_t(count));
    constexpr int kNames = int(kFirstNames.size() * kLastNames.size());
    for (int index = 0; index < count; ++index) {
        const int name = int(qint64(index) * 997 % kNames); // 997 is coprime to the number of names: all come once
        m_users.push_back(userNamed(kFirstNames[size_t(name) % kFirstNames.size()],
                                    kLastNames[size_t(name) / kFirstNames.size()], index / kNames, random));
    }
}

void Cast::addDevice(Role role, int site, int number, Random random)
{
    CastDevice device;
    device.role = role;
    device.site = site;
    const int width = role == Role::Server || role == Role::Controller ? 2 : 4;
    device.name = siteCode(site) + '-' + kRoleCodes[size_t(role)] + '-' + padded(number, width);
    device.dnsName = lower(device.name) + ".haldenmarine.example";
    device.id =
        QCryptographicHash::hash(QByteArrayView(device.dnsName), QCryptographicHash::Sha1).toHex().toStdString();
    device.user = int(m_devices.size());
    chooseSystem(device, random);
    place(device, int(m_devices.size()));
    m_devices.push_back(std::move(device));
}

/// 10.20.0.0/14: a second octet a site, and inside it an address by index, so that no two devices share one.
void Cast::place(CastDevice &device, int index) const
{
    const int net = index / 240;
    device.ip = "10." + std::to_string(20 + device.site + net / 250 * kSites) + '.' + std::to_string(net % 250) + '.' +
                std::to_string(10 + index % 240);
    device.gateway = device.ip.substr(0, device.ip.rfind('.')) + ".1";
    device.publicIp = "192.0.2." + std::to_string(10 + device.site);
    Random random = Random(stableHash(device.dnsName));
    const QByteArray hex = random.hex(10);
    device.mac = "02";
    for (int i = 0; i < 10; i += 2)
        device.mac += '-' + hex.mid(i, 2).toUpper().toStdString();
}

void Cast::settle(int index, Ticks start, Ticks end, Random random)
{
    CastDevice &device = m_devices[size_t(index)];
    const size_t site = size_t(device.site);
    if (device.role == Role::Controller)
        m_controllers.push_back(index);
    else
        (device.role == Role::Server ? m_servers : m_clients)[site].push_back(index);
    const bool mayRest = index > kLeadController && device.role != Role::Controller;
    if (!mayRest || !random.chance(0.03))
        return;
    device.active = false;
    device.inactiveSince = start + qint64(double(end - start) * random.unit() * 0.5) - random.below(6) * kTicksPerDay;
}

const Account &Cast::account(std::string_view name) const
{
    for (const Account &account : m_services) {
        if (account.name == name)
            return account;
    }
    return m_services.front();
}

int Cast::anyServer(int site, Random &random) const
{
    const std::vector<int> &servers = m_servers[size_t(site)].empty() ? m_servers[0] : m_servers[size_t(site)];
    return servers[size_t(random.below(qint64(servers.size())))];
}

int Cast::anyClient(int site, Random &random) const
{
    const std::vector<int> &clients = m_clients[size_t(site)].empty() ? m_clients[0] : m_clients[size_t(site)];
    return clients[size_t(random.below(qint64(clients.size())))];
}

} // namespace watchdesk::lab
