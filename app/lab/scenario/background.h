// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/player.h"

namespace watchdesk::lab {

/// What happens on an ordinary day: activities by role and hour, boots in the morning. Made an hour at a time, so that
/// memory holds an hour's events and not a scenario's. What an hour brings does not depend on the hours before, but
/// for the counters.
class Background
{
public:
    Background(const World &world, DeviceCounters &counters, FlowSink *network);

    /// Puts the events that begin in the hour at `hour` at the end of `out`; some go on into the next hours.
    void hour(Ticks hour, std::vector<Event> &out);
    const BootCalendar &boots() const { return m_boots; }
    double expectedRows() const { return m_expectedRows; }

private:
    struct RoleHour
    {
        double plays = 0; ///< expected number of activities
        std::vector<double> weights;
    };

    static double shape(Activity::When when, int hourOfWeek);
    void plan();
    void device(int device, Ticks hour, const RoleHour &roleHour, std::vector<Event> &out);
    void morning(int device, Ticks hour, Player &player);

    static constexpr int kHoursOfWeek = 168;
    const World &m_world;
    DeviceCounters &m_counters;
    FlowSink *m_network;
    BootCalendar m_boots;
    double m_expectedRows = 0;
    bool m_isSparse = false;
    std::array<std::vector<RoleHour>, kRoleCount> m_hours; ///< by hour of the week
};

} // namespace watchdesk::lab
