// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"
#include "app/lab/scenario/rowsink.h"
#include "app/lab/scenario/world.h"

namespace watchdesk::lab {

/// What does not change by the hour: DeviceInfo and DeviceNetworkInfo reports, the Devices of the API, the tenant's
/// Indicators. riskScore is "None" here; the alerts decide it later.
class Inventory
{
public:
    Inventory(const World &world, RowSink &sink)
        : m_world(world)
        , m_sink(sink)
    {
    }

    Result<void> writeReports(const kql::Schema &schema);
    Result<void> writeDevices(const TableSchema &devices);
    Result<void> writeIndicators(const TableSchema &indicators);

private:
    const World &m_world;
    RowSink &m_sink;
};

} // namespace watchdesk::lab
