// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/event.h"
#include "app/lab/scenario/world.h"

namespace watchdesk::lab {

/// When devices were switched on, worked out from the plan instead of kept: clients on most mornings, servers weeks
/// ago. With very many devices nobody reboots, to keep the number of rows at the plan's.
/// A value type that refers to the world.
class BootCalendar
{
public:
    BootCalendar(const World &world, bool hasMornings)
        : m_world(&world)
        , m_hasMornings(hasMornings)
    {
    }

    /// The last boot at or before `time`.
    Ticks lastBoot(int device, Ticks time) const;
    /// The boot on the UTC day that begins at `day`, if there is one.
    std::optional<Ticks> bootOfDay(int device, Ticks day) const;

private:
    const World *m_world;
    bool m_hasMornings;
};

/// The processes of one device that run from boot to shut-down; each is made when it is first asked for and is the
/// same whenever it is asked for again. Used by one thread.
class Residents
{
public:
    Residents(const World &world, int device, Ticks boot);

    Ticks boot() const { return m_boot; }
    qint64 logonId() const { return m_logonId; } ///< of the user's session
    /// Null for a name that is none, or not on a device of this role.
    ProcessPointer process(std::string_view name);

private:
    ProcessPointer make(const Resident &resident);

    const World *m_world;
    int m_device;
    Ticks m_boot;
    qint64 m_logonId;
    std::vector<std::pair<const Resident *, ProcessPointer>> m_made;
};

/// What a process's UniqueId is: the same for the same start on the same device.
std::string uniqueProcessId(const std::string &deviceId, qint64 id, Ticks created);

} // namespace watchdesk::lab
