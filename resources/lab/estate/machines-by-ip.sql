-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: ip timestamp
-- gives: machines
SELECT DISTINCT DeviceId FROM (
    SELECT DeviceId, Timestamp FROM DeviceNetworkEvents WHERE LocalIP = ?1
    UNION ALL SELECT DeviceId, Timestamp FROM DeviceNetworkInfo WHERE IPAddresses LIKE '%"' || ?1 || '"%'
) WHERE Timestamp BETWEEN CAST(?2 AS BIGINT) - 9000000000 AND CAST(?2 AS BIGINT) + 9000000000 ORDER BY 1
