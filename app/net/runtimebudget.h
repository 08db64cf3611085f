// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <deque>

namespace watchdesk::net {

/// How long an operation's calls may run in sum; 0 = not stated.
struct RunTimeLimits
{
    std::chrono::milliseconds perHour{0};
    std::chrono::milliseconds perDay{0};

    bool isStated() const { return perHour.count() > 0 || perDay.count() > 0; }
    bool operator==(const RunTimeLimits &) const = default;
};

/// How long an operation's calls ran: hunting at the Defender API has so many minutes an hour and a day. Each run
/// counts whole until an hour (a day) after its end. As seen from here, the way to the service and back included, so it
/// never says less than the service has counted. A value without a clock, as QuotaBucket.
class RunTimeBudget
{
public:
    using Milliseconds = std::chrono::milliseconds;

    void ran(Milliseconds duration, Milliseconds now);
    Milliseconds lastHour(Milliseconds now) const { return within(kHour, now); }
    Milliseconds lastDay(Milliseconds now) const { return within(kDay, now); }
    /// Until there is time again; 0 = there is.
    Milliseconds wait(const RunTimeLimits &limits, Milliseconds now) const;

private:
    static constexpr Milliseconds kHour = std::chrono::hours(1);
    static constexpr Milliseconds kDay = std::chrono::hours(24);

    struct Run
    {
        Milliseconds end;
        Milliseconds duration;
    };

    Milliseconds within(Milliseconds span, Milliseconds now) const;
    Milliseconds waitFor(Milliseconds limit, Milliseconds span, Milliseconds now) const;

    std::deque<Run> m_runs; ///< of the last day, in the order of their ends
};

} // namespace watchdesk::net
