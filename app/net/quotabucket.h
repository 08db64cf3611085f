// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/runtimebudget.h"

#include <QtGlobal>

#include <chrono>
#include <deque>

namespace watchdesk::net {

/// Calls that a service allows for one operation; 0 = not stated.
struct QuotaLimits
{
    int perMinute = 0;
    int perHour = 0;
    RunTimeLimits runTime = {};

    bool operator==(const QuotaLimits &) const = default;
};

/// How much of an operation's quota is used, for people.
struct QuotaUse
{
    QuotaLimits limits;
    int lastMinute = 0;
    int lastHour = 0;
    std::chrono::milliseconds free{0}; ///< until the next call may go out; 0 = at once
    std::chrono::milliseconds ranLastHour{0};
    std::chrono::milliseconds ranLastDay{0};
};

/// The calls of one operation and when the next may follow. A value without a clock: whoever asks says what time it is,
/// in milliseconds that only grow, so that a test can let an hour pass at once.
///
/// A service counts a call at a moment that we do not see, between its sending and its answer. Each call therefore
/// takes its place until a minute (an hour) after the last moment at which it can have been counted: the answer, or
/// kTransit after the sending, whichever is first. That is exact for sliding windows and safe for fixed ones, and it
/// costs at most kTransit a minute, which leaves more than 96 % of the rate.
class QuotaBucket
{
public:
    using Milliseconds = std::chrono::milliseconds;
    using Ticket = qint64;

    static constexpr Milliseconds kTransit{2'000}; ///< a request has reached the service by then

    explicit QuotaBucket(QuotaLimits limits = {})
        : m_limits(limits)
    {
    }

    /// How long the next call has to wait; 0 = it may go.
    Milliseconds wait(Milliseconds now) const;
    /// When the last of so many more calls may go out, counted from now.
    Milliseconds waitForLastOf(qint64 calls, Milliseconds now) const;
    QuotaUse use(Milliseconds now) const;

    /// Takes a place for a call that is about to be sent, then says what became of it.
    Ticket reserve(Milliseconds now);
    void sent(Ticket ticket, Milliseconds now);
    void answered(Ticket ticket, Milliseconds now);
    void withdraw(Ticket ticket); ///< it was never sent
    /// How long it ran; only where the service limits that.
    void ran(Milliseconds duration, Milliseconds now);

    /// The service wants no call for so long. Never shortens what was asked before.
    void block(Milliseconds pause, Milliseconds now);
    /// What the service says it allows, where it says so.
    void learn(QuotaLimits said);

private:
    struct Call
    {
        Milliseconds counted; ///< the service has counted it by then
        bool isSettled = false;
        bool isWithdrawn = false;
    };

    Call *find(Ticket ticket);
    void forget(Milliseconds now);
    std::deque<Milliseconds> within(Milliseconds span, Milliseconds now) const;
    Milliseconds waitFor(int limit, Milliseconds span, Milliseconds now) const;

    QuotaLimits m_limits;
    std::deque<Call> m_calls; ///< of the last hour, in the order of their tickets
    RunTimeBudget m_runTime;
    Ticket m_first = 0; ///< the ticket of m_calls.front()
    Milliseconds m_blockedUntil{0};
};

} // namespace watchdesk::net
