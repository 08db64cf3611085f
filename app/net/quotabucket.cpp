// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/quotabucket.h"

#include <algorithm>

namespace watchdesk::net {

namespace {

using namespace std::chrono_literals;

constexpr QuotaBucket::Milliseconds kMinute = 1min;
constexpr QuotaBucket::Milliseconds kHour = 1h;
constexpr qint64 kMostPlanned = 10'000'000; ///< calls; more than a bulk job can be

} // namespace

QuotaBucket::Call *QuotaBucket::find(Ticket ticket)
{
    const Ticket index = ticket - m_first;
    return index >= 0 && index < Ticket(m_calls.size()) ? &m_calls[size_t(index)] : nullptr;
}

QuotaBucket::Ticket QuotaBucket::reserve(Milliseconds now)
{
    forget(now);
    m_calls.push_back({now});
    return m_first + Ticket(m_calls.size()) - 1;
}

void QuotaBucket::sent(Ticket ticket, Milliseconds now)
{
    if (Call *call = find(ticket)) {
        call->counted = now + kTransit;
        call->isSettled = true;
    }
}

void QuotaBucket::answered(Ticket ticket, Milliseconds now)
{
    if (Call *call = find(ticket); call && call->isSettled)
        call->counted = std::min(call->counted, now);
}

void QuotaBucket::withdraw(Ticket ticket)
{
    if (Call *call = find(ticket); call && !call->isSettled)
        call->isWithdrawn = true;
}

void QuotaBucket::ran(Milliseconds duration, Milliseconds now)
{
    if (m_limits.runTime.isStated())
        m_runTime.ran(duration, now);
}

void QuotaBucket::block(Milliseconds pause, Milliseconds now)
{
    m_blockedUntil = std::max(m_blockedUntil, now + pause);
}

void QuotaBucket::learn(QuotaLimits said)
{
    if (said.perMinute > 0)
        m_limits.perMinute = said.perMinute;
    if (said.perHour > 0)
        m_limits.perHour = said.perHour;
}

void QuotaBucket::forget(Milliseconds now)
{
    while (!m_calls.empty() &&
           (m_calls.front().isWithdrawn || (m_calls.front().isSettled && m_calls.front().counted + kHour <= now))) {
        m_calls.pop_front();
        ++m_first;
    }
}

/// When each call that still counts within `span` was counted, the earliest first. One that is not sent yet is taken
/// to be counted as late as can be told.
std::deque<QuotaBucket::Milliseconds> QuotaBucket::within(Milliseconds span, Milliseconds now) const
{
    std::deque<Milliseconds> moments;
    for (const Call &call : m_calls) {
        const Milliseconds counted = call.isSettled ? call.counted : now + kTransit;
        if (!call.isWithdrawn && counted + span > now)
            moments.push_back(counted);
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

QuotaBucket::Milliseconds QuotaBucket::waitFor(int limit, Milliseconds span, Milliseconds now) const
{
    if (limit <= 0 || m_calls.size() < size_t(limit))
        return 0ms;
    const auto moments = within(span, now);
    if (int(moments.size()) < limit)
        return 0ms;
    return moments[moments.size() - size_t(limit)] + span - now;
}

QuotaBucket::Milliseconds QuotaBucket::wait(Milliseconds now) const
{
    return std::max({waitFor(m_limits.perMinute, kMinute, now), waitFor(m_limits.perHour, kHour, now),
                     m_runTime.wait(m_limits.runTime, now), m_blockedUntil - now, Milliseconds(0)});
}

QuotaBucket::Milliseconds QuotaBucket::waitForLastOf(qint64 calls, Milliseconds now) const
{
    std::deque<Milliseconds> minute = within(kMinute, now);
    std::deque<Milliseconds> hour = within(kHour, now);
    Milliseconds at = std::max(now, m_blockedUntil);
    // Each call waits for the one that it pushes out of the minute, and for the one that it pushes out of the hour.
    const auto pass = [&at](std::deque<Milliseconds> &moments, int limit, Milliseconds span) {
        if (limit <= 0)
            return;
        while (qsizetype(moments.size()) >= limit) {
            at = std::max(at, moments.front() + span);
            moments.pop_front();
        }
    };
    for (qint64 i = 0; i < std::min(calls, kMostPlanned); ++i) {
        pass(minute, m_limits.perMinute, kMinute);
        pass(hour, m_limits.perHour, kHour);
        if (m_limits.perMinute > 0)
            minute.push_back(at);
        if (m_limits.perHour > 0)
            hour.push_back(at);
    }
    return at - now;
}

QuotaUse QuotaBucket::use(Milliseconds now) const
{
    return {m_limits,  int(within(kMinute, now).size()), int(within(kHour, now).size()),
            wait(now), m_runTime.lastHour(now),          m_runTime.lastDay(now)};
}

} // namespace watchdesk::net
