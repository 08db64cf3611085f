// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/residents.h"

#include <algorithm>

namespace watchdesk::lab {

namespace {

bool isClient(Role role) { return role == Role::Workstation || role == Role::Developer || role == Role::Kiosk; }

qint64 serviceLogonId(std::string_view account)
{
    if (account == "local service")
        return 0x3e5;
    return account == "network service" ? 0x3e4 : 0x3e7;
}

} // namespace

std::string uniqueProcessId(const std::string &deviceId, qint64 id, Ticks created)
{
    return std::to_string(stableHash(deviceId, quint64(id) ^ quint64(created)) >> 8);
}

std::optional<Ticks> BootCalendar::bootOfDay(int device, Ticks day) const
{
    const Cast &cast = m_world->cast();
    const quint64 number = quint64(day / kTicksPerDay);
    Random random = Random(m_world->plan().seed).fork(cast.device(device).id, number);
    const bool mayBoot = m_hasMornings && isClient(cast.device(device).role);
    if (!mayBoot || number % 7 >= 5 || !random.chance(0.6)) // day 0 of the ticks was a Monday
        return std::nullopt;
    return day + 5 * kTicksPerHour + random.below(170 * kTicksPerMinute);
}

Ticks BootCalendar::lastBoot(int device, Ticks time) const
{
    const Ticks today = time - time % kTicksPerDay;
    for (Ticks day = today; day > today - 5 * kTicksPerDay && m_hasMornings; day -= kTicksPerDay) {
        const std::optional<Ticks> boot = bootOfDay(device, day);
        if (boot && *boot <= time)
            return *boot;
    }
    Random random = Random(m_world->plan().seed).fork(m_world->cast().device(device).id);
    return m_world->plan().start() - 6 * kTicksPerDay - random.below(30 * kTicksPerDay);
}

Residents::Residents(const World &world, int device, Ticks boot)
    : m_world(&world)
    , m_device(device)
    , m_boot(boot)
    , m_logonId(0x20000 + qint64(stableHash(world.cast().device(device).id, quint64(boot)) % 0x7000000))
{
}

ProcessPointer Residents::process(std::string_view name)
{
    for (const auto &[resident, process] : m_made) {
        if (resident->name == name)
            return process;
    }
    const std::vector<Resident> &all = m_world->residents();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Resident &r) { return r.name == name; });
    if (found == all.end() || !found->runsFor(m_world->cast().device(m_device).role))
        return nullptr;
    ProcessPointer process = make(*found);
    m_made.emplace_back(&*found, process);
    return process;
}

ProcessPointer Residents::make(const Resident &resident)
{
    const CastDevice &device = m_world->cast().device(m_device);
    Random random = Random(stableHash(device.id, quint64(m_boot))).fork(resident.name);
    auto process = std::make_shared<Process>();
    process->program = m_world->programs().find(resident.program, device.osBuild);
    process->commandLine = resident.command;
    const bool isUsers = resident.account == "user";
    process->account = isUsers ? &m_world->cast().userOf(m_device) : &m_world->cast().account(resident.account);
    process->integrity = process->account->integrity;
    process->logonId = isUsers ? m_logonId : serviceLogonId(resident.account);
    process->session = isUsers || resident.name == "winlogon" ? 1 : 0;
    // Ids by place in the list: no two residents share one, and later processes count on from above them.
    const auto place = &resident - m_world->residents().data();
    process->id = resident.id > 0 ? resident.id : 400 + 4 * (place * 40 + random.below(40));
    process->created = m_boot + resident.delay * kTicksPerSecond + random.below(kTicksPerSecond);
    process->uniqueId = uniqueProcessId(device.id, process->id, process->created);
    if (!resident.parent.empty())
        process->parent = this->process(resident.parent);
    return process;
}

} // namespace watchdesk::lab
