// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

namespace watchdesk {

/// The present as a tenant sees it. A live tenant's is the computer's; a lab's starts at its scenario's end and runs
/// on from there, so that "last 24 hours" and ago(1d) mean something on recorded data. A value type.
class Clock
{
public:
    /// The computer's clock.
    Clock();
    /// A clock that shows `ticks` now and goes on in real time.
    static Clock startingAt(Ticks ticks);

    Ticks now() const;
    bool isShifted() const { return m_shift != 0; }

private:
    Ticks m_shift = 0;
};

} // namespace watchdesk
