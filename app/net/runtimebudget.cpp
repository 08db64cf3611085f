// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/runtimebudget.h"

#include <algorithm>

namespace watchdesk::net {

void RunTimeBudget::ran(Milliseconds duration, Milliseconds now)
{
    while (!m_runs.empty() && m_runs.front().end + kDay <= now)
        m_runs.pop_front();
    m_runs.push_back({now, duration});
}

RunTimeBudget::Milliseconds RunTimeBudget::within(Milliseconds span, Milliseconds now) const
{
    Milliseconds sum{0};
    for (auto run = m_runs.rbegin(); run != m_runs.rend() && run->end + span > now; ++run)
        sum += run->duration;
    return sum;
}

/// The earliest runs leave the span first; there is time again once what is left is less than the limit.
RunTimeBudget::Milliseconds RunTimeBudget::waitFor(Milliseconds limit, Milliseconds span, Milliseconds now) const
{
    Milliseconds left = within(span, now);
    if (limit.count() <= 0 || left < limit)
        return Milliseconds(0);
    for (const Run &run : m_runs) {
        if (run.end + span <= now)
            continue;
        left -= run.duration;
        if (left < limit)
            return run.end + span - now;
    }
    return span;
}

RunTimeBudget::Milliseconds RunTimeBudget::wait(const RunTimeLimits &limits, Milliseconds now) const
{
    return std::max(waitFor(limits.perHour, kHour, now), waitFor(limits.perDay, kDay, now));
}

} // namespace watchdesk::net
