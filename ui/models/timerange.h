// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

#include <QString>

namespace watchdesk::ui {

/// How far back a view looks from the tenant's now; no span = everything that is held.
struct TimeRange
{
    Ticks span = kTicksPerDay;

    bool isAll() const { return span <= 0; }
    Ticks from(Ticks now) const { return isAll() ? 0 : now - span; }
    bool operator==(const TimeRange &) const = default;
};

} // namespace watchdesk::ui
