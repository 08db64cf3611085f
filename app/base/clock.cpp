// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/clock.h"

#include <chrono>

namespace watchdesk {

namespace {

Ticks systemNow()
{
    using namespace std::chrono;
    const auto nanoseconds = duration_cast<std::chrono::nanoseconds>(system_clock::now().time_since_epoch()).count();
    return kUnixEpochTicks + nanoseconds / 100;
}

} // namespace

Clock::Clock() = default;

Clock Clock::startingAt(Ticks ticks)
{
    Clock clock;
    clock.m_shift = ticks - systemNow();
    return clock;
}

Ticks Clock::now() const { return systemNow() + m_shift; }

} // namespace watchdesk
